import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 供需对接 between owner and bidder, and the papers of an acceptance. */
export class ChallengeMeetings0290 implements MigrationInterface {
  name = 'ChallengeMeetings0000000000290';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "challenge_meeting" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "claimId" uuid NOT NULL, "organisationId" uuid NOT NULL, "ownerId" uuid NOT NULL, "branchId" uuid, "title" text NOT NULL, "status" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "place" text NOT NULL, "attendees" jsonb NOT NULL DEFAULT '[]', "minutes" text, "digest" text, "confirmations" jsonb NOT NULL DEFAULT '[]', "intentionFileId" uuid, "intentionName" text, "intentionSha256" text, "intentionMarks" jsonb NOT NULL DEFAULT '[]', "cancelReason" text, CONSTRAINT "PK_0682210ab625ddb79cc2212a098" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_60aa3e794287c53f3a5a60d221" ON "challenge_meeting"  ("claimId") `);
    await queryRunner.query(`CREATE INDEX "IDX_f8108f3db130064dbc6ffb9646" ON "challenge_meeting"  ("challengeId", "status") `);
    await queryRunner.query(`ALTER TABLE "challenge_task" ADD "finalFiles" jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(`ALTER TABLE "challenge_meeting" ADD CONSTRAINT "FK_8ea57ba699bfbc602c47672efe1" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_meeting" ADD CONSTRAINT "FK_60aa3e794287c53f3a5a60d221b" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "challenge_meeting" DROP CONSTRAINT "FK_60aa3e794287c53f3a5a60d221b"`);
    await queryRunner.query(`ALTER TABLE "challenge_meeting" DROP CONSTRAINT "FK_8ea57ba699bfbc602c47672efe1"`);
    await queryRunner.query(`ALTER TABLE "challenge_task" DROP COLUMN "finalFiles"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_f8108f3db130064dbc6ffb9646"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_60aa3e794287c53f3a5a60d221"`);
    await queryRunner.query(`DROP TABLE "challenge_meeting"`);
  }
}

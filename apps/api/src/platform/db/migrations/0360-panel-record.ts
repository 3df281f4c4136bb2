import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PanelRecord0360 implements MigrationInterface {
  name = 'PanelRecord0000000000360';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "panel_record" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "enteredBy" uuid, "round" integer NOT NULL, "heldOn" date NOT NULL, "manner" text NOT NULL, "attendees" jsonb NOT NULL, "conclusion" text NOT NULL, "dissent" text NOT NULL, "fileId" uuid, "fileName" text, "sha256" text, "correctsId" uuid, "correctionReason" text, CONSTRAINT "UQ_b31145f76c94cccb34759cc7beb" UNIQUE ("correctsId"), CONSTRAINT "PK_d6d46a9fed7eb95657ea3f9c727" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_1321b5b919b4e9534481835eae" ON "panel_record"  ("challengeId", "createdAt") `);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" ADD "isChair" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`CREATE UNIQUE INDEX "one_chair" ON "challenge_reviewer"  ("challengeId") WHERE "isChair"`);
    await queryRunner.query(`ALTER TABLE "panel_record" ADD CONSTRAINT "FK_1a3af9f1ff86b141fe55fe9cb9b" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`create trigger panel_record_append_only before update or delete or truncate on panel_record for each statement execute function refuse_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "panel_record" DROP CONSTRAINT "FK_1a3af9f1ff86b141fe55fe9cb9b"`);
    await queryRunner.query(`DROP INDEX "public"."one_chair"`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" DROP COLUMN "isChair"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_1321b5b919b4e9534481835eae"`);
    await queryRunner.query(`DROP TABLE "panel_record"`);
  }
}

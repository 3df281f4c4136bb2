import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk0280 implements MigrationInterface {
  name = 'Desk0000000000280';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "desk_absence" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "branchId" uuid NOT NULL, "userId" uuid NOT NULL, "deputyId" uuid NOT NULL, "from" date NOT NULL, "until" date NOT NULL, "note" text, "handedOverAt" TIMESTAMP WITH TIME ZONE, "endedAt" TIMESTAMP WITH TIME ZONE, "files" integer NOT NULL DEFAULT '0', "left" integer NOT NULL DEFAULT '0', CONSTRAINT "absence_days" CHECK ("from" <= "until" and "userId" <> "deputyId"), CONSTRAINT "PK_299bc5c7742027d49eebd65c289" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_a78c7496d13cc184aa089332d1" ON "desk_absence"  ("branchId", "until") `);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "assigneeId" uuid`);
    // What is being examined is its examiner's.
    await queryRunner.query(`UPDATE "technology_contract" SET "assigneeId" = "firstReviewerId" WHERE status in ('FIRST_REVIEW', 'EXPERT_REVIEW')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "assigneeId"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_a78c7496d13cc184aa089332d1"`);
    await queryRunner.query(`DROP TABLE "desk_absence"`);
  }
}

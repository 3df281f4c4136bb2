import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GradesAndHandovers0260 implements MigrationInterface {
  name = 'GradesAndHandovers0000000000260';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "match_grade" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "demandId" uuid NOT NULL, "achievementId" uuid NOT NULL, "level" integer NOT NULL, "gradedBy" uuid NOT NULL, "gradedByName" text NOT NULL, CONSTRAINT "match_grade_level" CHECK (level between 1 and 4), CONSTRAINT "PK_e50d3766d3e4406e5c09883247d" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_b459c030719095e7df918a878b" ON "match_grade"  ("demandId", "achievementId", "gradedBy") `);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "demandId" uuid`);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "personProfileId" uuid`);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "until" date`);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "dueOn" date`);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "refusal" text`);
    await queryRunner.query(`ALTER TABLE "mandate" ADD "refusalNote" text`);
    await queryRunner.query(`ALTER TABLE "mandate" ALTER COLUMN "negotiationId" DROP NOT NULL`);
    await queryRunner.query(`CREATE INDEX "IDX_747b35ed661d817f872d45c9ef" ON "mandate"  ("demandId") `);
    await queryRunner.query(`ALTER TABLE "mandate" ADD CONSTRAINT "mandate_of_something" CHECK (coalesce("negotiationId", "demandId") is not null)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "mandate" DROP CONSTRAINT "mandate_of_something"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_747b35ed661d817f872d45c9ef"`);
    await queryRunner.query(`delete from mandate where "negotiationId" is null`);
    await queryRunner.query(`ALTER TABLE "mandate" ALTER COLUMN "negotiationId" SET NOT NULL`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "refusalNote"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "refusal"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "dueOn"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "until"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "personProfileId"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP COLUMN "demandId"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_b459c030719095e7df918a878b"`);
    await queryRunner.query(`DROP TABLE "match_grade"`);
  }
}

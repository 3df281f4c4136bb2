import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Authoring0170 implements MigrationInterface {
  name = 'Authoring0000000000170';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "indicator_correction" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "itemId" uuid NOT NULL, "key" text NOT NULL, "rejected" boolean NOT NULL, "name" text, "op" text, "value" text, "unit" text, "change" text, "correctedBy" uuid, CONSTRAINT "PK_aa03f038085838dc66966d6db30" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_272697860adab75df5ae687643" ON "indicator_correction"  ("itemId", "key") `);
    await queryRunner.query(`ALTER TABLE "achievement" ADD "advantages" text`);
    await queryRunner.query(`ALTER TABLE "achievement" ADD "evidence" text`);
    await queryRunner.query(`ALTER TABLE "achievement" ADD "trlEvidence" text`);
    await queryRunner.query(`ALTER TABLE "achievement" ADD "deliverables" text`);
    await queryRunner.query(`ALTER TABLE "demand" ADD "deliverables" text`);
    await queryRunner.query(`ALTER TABLE "demand" ADD "exclusions" text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "demand" DROP COLUMN "exclusions"`);
    await queryRunner.query(`ALTER TABLE "demand" DROP COLUMN "deliverables"`);
    await queryRunner.query(`ALTER TABLE "achievement" DROP COLUMN "deliverables"`);
    await queryRunner.query(`ALTER TABLE "achievement" DROP COLUMN "trlEvidence"`);
    await queryRunner.query(`ALTER TABLE "achievement" DROP COLUMN "evidence"`);
    await queryRunner.query(`ALTER TABLE "achievement" DROP COLUMN "advantages"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_272697860adab75df5ae687643"`);
    await queryRunner.query(`DROP TABLE "indicator_correction"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NdaWishes0240 implements MigrationInterface {
  name = 'NdaWishes0000000000240';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "nda_wish" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "subjectKind" text NOT NULL, "subjectId" uuid NOT NULL, "ownerId" uuid NOT NULL, "organisationId" uuid NOT NULL, "title" text NOT NULL, "purpose" text NOT NULL, "askedBy" uuid NOT NULL, "askedByName" text NOT NULL, "closedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_4cbcaf75ba23039782cf943853f" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_a2f8b1e08c7a8b9397a77448c3" ON "nda_wish"  ("organisationId", "closedAt") `);
    await queryRunner.query('create unique index nda_wish_one_open on nda_wish ("subjectId", "ownerId", "organisationId") where "closedAt" is null');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index nda_wish_one_open');
    await queryRunner.query(`DROP INDEX "public"."IDX_a2f8b1e08c7a8b9397a77448c3"`);
    await queryRunner.query(`DROP TABLE "nda_wish"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Quality0180 implements MigrationInterface {
  name = 'Quality0000000000180';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "duplicate_pair" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "firstId" uuid NOT NULL, "secondId" uuid NOT NULL, "titles" text array NOT NULL, "organisationIds" uuid array NOT NULL, "branchIds" uuid array NOT NULL, "status" text NOT NULL, "grounds" text array NOT NULL, "resemblance" double precision NOT NULL, "containment" double precision NOT NULL, "patents" text array NOT NULL, "reason" text, "decidedByOrganisation" text, "decidedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "duplicate_pair_order" CHECK ("firstId" < "secondId"), CONSTRAINT "PK_da999a0f6ea03992ae404eee353" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_7e5393f423d657cb9edf0a5acc" ON "duplicate_pair"  ("status", "createdAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_2d0269c2029ed360e178694377" ON "duplicate_pair"  ("secondId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_9597e68351d2baa60fc614cfe9" ON "duplicate_pair"  ("firstId", "secondId") `);
    await queryRunner.query(`CREATE TABLE "item_appraisal" ("itemId" uuid NOT NULL, "kind" text NOT NULL, "organisationId" uuid NOT NULL, "source" text NOT NULL, "terms" integer array NOT NULL, "score" integer NOT NULL, "missing" text array NOT NULL, "problems" text array NOT NULL, CONSTRAINT "PK_35e7bd2a2bcef45ded1764e9505" PRIMARY KEY ("itemId"))`);
    await queryRunner.query(`CREATE INDEX "IDX_6ec29dd30da16e0b43039a9d19" ON "item_appraisal"  ("organisationId", "kind") `);
    await queryRunner.query(`CREATE TABLE "item_patent" ("itemId" uuid NOT NULL, "number" text NOT NULL, "kind" text NOT NULL, "endsFrom" date NOT NULL, "endsTo" date NOT NULL, "warnedAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ca1f4871cccbe9e42c50e36b1c2" PRIMARY KEY ("itemId", "number"))`);
    await queryRunner.query(`CREATE INDEX "IDX_f2d96f14dacf9199d43ce15f05" ON "item_patent"  ("endsTo") `);
    await queryRunner.query(`CREATE INDEX "IDX_5987c55303524e187766f41951" ON "item_patent"  ("number") `);
    // Without the pending list: it would be searched whole by every question until the next vacuum.
    await queryRunner.query('create index item_appraisal_terms on item_appraisal using gin (terms) with (fastupdate = off)');
    await queryRunner.query(`CREATE TABLE "shingle_count" ("id" integer NOT NULL, "generation" integer NOT NULL, "items" integer NOT NULL, "counts" bytea NOT NULL, CONSTRAINT "PK_a2576e0542a627227c9f3b54d4f" PRIMARY KEY ("id"))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "shingle_count"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_5987c55303524e187766f41951"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_f2d96f14dacf9199d43ce15f05"`);
    await queryRunner.query(`DROP TABLE "item_patent"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_6ec29dd30da16e0b43039a9d19"`);
    await queryRunner.query(`DROP TABLE "item_appraisal"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_9597e68351d2baa60fc614cfe9"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_2d0269c2029ed360e178694377"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_7e5393f423d657cb9edf0a5acc"`);
    await queryRunner.query(`DROP TABLE "duplicate_pair"`);
  }
}

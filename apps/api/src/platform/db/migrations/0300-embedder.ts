import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An embedder that may be asked for vectors of public texts, and what it adds to a match. */
export class Embedder0300 implements MigrationInterface {
  name = 'Embedder0000000000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "embedder_setting" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "number" integer NOT NULL, "isOn" boolean NOT NULL, "kind" text NOT NULL, "url" text NOT NULL, "model" text NOT NULL, "timeLimitMs" integer NOT NULL, "setBy" text, CONSTRAINT "UQ_ec8f4a83576229dfeb5110bea30" UNIQUE ("number"), CONSTRAINT "PK_9f21b166842c8d49b03eae7cc83" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE TABLE "text_vector" ("embedder" text NOT NULL, "hash" text NOT NULL, "vector" bytea NOT NULL, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_0f576a9649d99dff3b1dbcc24a9" PRIMARY KEY ("embedder", "hash"))`);
    await queryRunner.query(`CREATE TABLE "item_vector" ("itemId" uuid NOT NULL, "side" text NOT NULL, "itemVersion" integer NOT NULL, "embedder" text NOT NULL, "hash" text, "isMatched" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_ba022abb9c2d178fc17f8c39ee5" PRIMARY KEY ("itemId"))`);
    await queryRunner.query(`CREATE INDEX "item_vector_unmatched" ON "item_vector"  ("itemId") WHERE not "isMatched"`);
    await queryRunner.query(`CREATE INDEX "IDX_1f68a7a75527c48e6c41a64867" ON "item_vector"  ("embedder", "hash") `);
    await queryRunner.query(`CREATE TABLE "embedder_state" ("embedder" text NOT NULL, "dimension" integer, "failures" integer NOT NULL DEFAULT '0', "fault" text, "status" integer, "failedAt" TIMESTAMP WITH TIME ZONE, "answeredAt" TIMESTAMP WITH TIME ZONE, "restUntil" TIMESTAMP WITH TIME ZONE, "leaseUntil" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_850dd85815979b484865a4a98f5" PRIMARY KEY ("embedder"))`);
    await queryRunner.query(`ALTER TABLE "match" ADD "strength" double precision`);
    // Without an embedder it is the cosine, and so far there was none.
    await queryRunner.query(`UPDATE "match" SET "strength" = "cosine"`);
    await queryRunner.query(`ALTER TABLE "match" ALTER COLUMN "strength" SET NOT NULL`);
    await queryRunner.query(`ALTER TABLE "match" ADD "similarity" double precision`);
    await queryRunner.query(`ALTER TABLE "match" ADD "wordsScore" double precision`);
    await queryRunner.query(`ALTER TABLE "match_model" ADD "withSimilarity" jsonb`);
    // Vectors do not get smaller by packing.
    await queryRunner.query(`ALTER TABLE "text_vector" ALTER COLUMN "vector" SET STORAGE EXTERNAL`);
    await queryRunner.query(
      'create trigger embedder_setting_append_only before update or delete or truncate on embedder_setting for each statement execute function refuse_change()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_model" DROP COLUMN "withSimilarity"`);
    await queryRunner.query(`ALTER TABLE "match" DROP COLUMN "wordsScore"`);
    await queryRunner.query(`ALTER TABLE "match" DROP COLUMN "similarity"`);
    await queryRunner.query(`ALTER TABLE "match" DROP COLUMN "strength"`);
    await queryRunner.query(`DROP TABLE "embedder_state"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_1f68a7a75527c48e6c41a64867"`);
    await queryRunner.query(`DROP INDEX "public"."item_vector_unmatched"`);
    await queryRunner.query(`DROP TABLE "item_vector"`);
    await queryRunner.query(`DROP TABLE "text_vector"`);
    await queryRunner.query(`DROP TABLE "embedder_setting"`);
  }
}

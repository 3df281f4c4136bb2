import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContractTexts0210 implements MigrationInterface {
  name = 'ContractTexts0000000000210';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "contract_text" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "clauses" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "PK_346e531ad4751c3c08c6f275dc5" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_11b0dab27e9020a840c713af54" ON "contract_text"  ("contractId") `);
    await queryRunner.query(`CREATE TABLE "signed_copy" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "kind" text NOT NULL, "fileId" uuid NOT NULL, "fileName" text NOT NULL, "sha256" text NOT NULL, "revision" integer NOT NULL, "textSha256" text NOT NULL, "addedByName" text NOT NULL, CONSTRAINT "PK_711bc20b2f4324b8f00d1ff1bf6" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_ce7eab87a770fcd14e105defce" ON "signed_copy"  ("contractId") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."IDX_ce7eab87a770fcd14e105defce"`);
    await queryRunner.query(`DROP TABLE "signed_copy"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_11b0dab27e9020a840c713af54"`);
    await queryRunner.query(`DROP TABLE "contract_text"`);
  }
}

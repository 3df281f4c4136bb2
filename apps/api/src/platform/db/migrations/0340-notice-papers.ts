import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticePapers0340 implements MigrationInterface {
  name = 'NoticePapers0000000000340';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "notice_decision" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "noticeId" uuid NOT NULL, "organisationId" uuid NOT NULL, "enteredBy" uuid, "organ" text NOT NULL, "decidedOn" date NOT NULL, "paperNo" text NOT NULL, "decided" text NOT NULL, "price" bigint NOT NULL, "withdrew" text, "fileId" uuid NOT NULL, "fileName" text NOT NULL, "sha256" text NOT NULL, "correctsId" uuid, "correctionReason" text, CONSTRAINT "UQ_f3301be0a1e873aa1d5788cd599" UNIQUE ("correctsId"), CONSTRAINT "PK_36367480257c78b638afbfd960b" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_8042fa8de23e3319ed5283b6cf" ON "notice_decision"  ("noticeId", "createdAt") `);
    await queryRunner.query(`CREATE TABLE "notice_trade" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "noticeId" uuid NOT NULL, "organisationId" uuid NOT NULL, "enteredBy" uuid, "venue" text NOT NULL, "lotNo" text NOT NULL, "listedFrom" date NOT NULL, "listedUntil" date NOT NULL, "bidders" integer NOT NULL, "outcome" text NOT NULL, "dealPrice" bigint, "buyer" text, "fileId" uuid, "fileName" text, "sha256" text, "correctsId" uuid, "correctionReason" text, CONSTRAINT "UQ_8b24c69104f6886a339d5842963" UNIQUE ("correctsId"), CONSTRAINT "trade_outcome" CHECK ((outcome = 'SOLD') = ("dealPrice" is not null) and (outcome = 'SOLD') <= ("dealPrice" > 0 and buyer is not null and bidders > 0 and "fileId" is not null)), CONSTRAINT "trade_days" CHECK ("listedFrom" <= "listedUntil"), CONSTRAINT "PK_4a02d6af25e99cb2dee533fae6b" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_a60bae428bf8d62ac5db191269" ON "notice_trade"  ("noticeId", "createdAt") `);
    for (const table of ['notice_decision', 'notice_trade'])
      await queryRunner.query(`create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."IDX_a60bae428bf8d62ac5db191269"`);
    await queryRunner.query(`DROP TABLE "notice_trade"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_8042fa8de23e3319ed5283b6cf"`);
    await queryRunner.query(`DROP TABLE "notice_decision"`);
  }
}

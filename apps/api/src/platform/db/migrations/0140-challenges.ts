import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Challenges0140 implements MigrationInterface {
  name = 'Challenges0000000000140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "challenge" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "branchId" uuid, "createdBy" uuid, "demandId" uuid, "status" text NOT NULL, "number" text, "kind" text NOT NULL, "mode" text NOT NULL, "title" text NOT NULL, "background" text NOT NULL, "indicators" jsonb NOT NULL DEFAULT '[]', "deliverables" text NOT NULL, "endsOn" date, "ownFunds" bigint, "bidderCash" bigint, "fiscalSupport" bigint, "paymentPlan" jsonb NOT NULL DEFAULT '[]', "ipSharing" text NOT NULL, "bidderConditions" text NOT NULL, "acceptance" text NOT NULL, "triedSelf" text NOT NULL, "ndaAnnex" text, "cleanRecord" boolean NOT NULL DEFAULT false, "teams" integer NOT NULL DEFAULT '1', "gates" jsonb NOT NULL DEFAULT '[]', "criteria" jsonb NOT NULL DEFAULT '[]', "techField" text, "chain" text, "keywords" text array NOT NULL DEFAULT '{}', "contactName" text, "contactPhone" text, "original" jsonb, "rewriteNote" text, "agreedAt" TIMESTAMP WITH TIME ZONE, "returnReason" text, "submittedAt" TIMESTAMP WITH TIME ZONE, "examinedBy" uuid, "publishedAt" TIMESTAMP WITH TIME ZONE, "claimsCloseAt" TIMESTAMP WITH TIME ZONE, "claimCount" integer, "openedAt" TIMESTAMP WITH TIME ZONE, "noticeEndsOn" date, "endReason" text, CONSTRAINT "PK_5f31455ad09ea6a836a06871b7a" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_e458a48ea719f6b3c044cabe5d" ON "challenge"  ("number") `);
    await queryRunner.query(`CREATE INDEX "IDX_ae4ba5f3e60f237f634bbadb0d" ON "challenge"  ("branchId", "status") `);
    await queryRunner.query(`CREATE INDEX "IDX_6e592a70b363ec3e5e5edf8383" ON "challenge"  ("organisationId", "updatedAt") `);
    await queryRunner.query(`CREATE INDEX "IDX_68e78e7cb97e225bbf2be7e55b" ON "challenge"  ("status", "claimsCloseAt") `);
    await queryRunner.query(`CREATE TABLE "challenge_amendment" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "number" integer NOT NULL, "text" text NOT NULL, "closedAtBefore" TIMESTAMP WITH TIME ZONE, "closesAtAfter" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8a892876d00bedcca3e8c669608" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_4898330593b3233cb10364830e" ON "challenge_amendment"  ("challengeId", "number") `);
    await queryRunner.query(`CREATE TABLE "challenge_key" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "holderId" uuid NOT NULL, "holderName" text NOT NULL, "position" integer NOT NULL, "publicKey" text NOT NULL, "wrapped" jsonb NOT NULL, "halves" jsonb, "givenAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_42ea021bb45c27ef18670a15352" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_125c850f2639bf86c9156fd8cf" ON "challenge_key"  ("challengeId", "position") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_7f578b5719bb042851884cf9cc" ON "challenge_key"  ("challengeId", "holderId") `);
    await queryRunner.query(`CREATE TABLE "challenge_question" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "organisationId" uuid NOT NULL, "askedBy" uuid, "question" text NOT NULL, "answer" text, "answeredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_54d51d2fbb0827064d88993a0bd" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_ac84a762c405b9987080410250" ON "challenge_question"  ("challengeId") `);
    await queryRunner.query(`CREATE TABLE "challenge_reviewer" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "userId" uuid NOT NULL, "name" text NOT NULL, "organisationName" text NOT NULL, "declaredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_791928afc3083c03e1c7fafe8dc" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_fe42a579a3c616f2dd3f5fe111" ON "challenge_reviewer"  ("userId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_350319e1d55757e4d548e3c2c5" ON "challenge_reviewer"  ("challengeId", "userId") `);
    await queryRunner.query(`CREATE TABLE "claim" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "organisationId" uuid NOT NULL, "createdBy" uuid, "status" text NOT NULL, "submittedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "envelope" jsonb, "digest" text NOT NULL, "content" jsonb, "refusalReason" text, "result" jsonb, "outcomeReason" text, CONSTRAINT "PK_466b305cc2e591047fa1ce58f81" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_5ebc8ddad5322493070e80327c" ON "claim"  ("challengeId", "organisationId") `);
    await queryRunner.query(`CREATE TABLE "score_card" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "claimId" uuid NOT NULL, "reviewerId" uuid NOT NULL, "scores" jsonb NOT NULL, CONSTRAINT "PK_c7db8f4120fcbadb70f13f1f308" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_ab22aac7d1c3ee15922c49c41e" ON "score_card"  ("challengeId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_7dd3dacc1ff9b891c4550e89b1" ON "score_card"  ("claimId", "reviewerId") `);
    await queryRunner.query(`ALTER TABLE "challenge_amendment" ADD CONSTRAINT "FK_dc7cb6f192cd225be6cc3c01967" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_key" ADD CONSTRAINT "FK_10861b938a60031b802ad994e66" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_question" ADD CONSTRAINT "FK_ac84a762c405b9987080410250b" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" ADD CONSTRAINT "FK_2545f118891c5deb8c3ab162a67" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "claim" ADD CONSTRAINT "FK_517622f007a791ca5a2d0b8062c" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "score_card" ADD CONSTRAINT "FK_ab22aac7d1c3ee15922c49c41e1" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query('create trigger challenge_amendment_append_only before update or delete or truncate on challenge_amendment for each statement execute function refuse_change()');
    // What bidders answer to is what was published: text, money, criteria and weights stay; a change is an amendment beside them.
    await queryRunner.query(`
      create function keep_published_challenge() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE'
          or (new.number, new."organisationId", new.kind, new.mode, new.title, new.background, new.indicators, new.deliverables, new."endsOn", new."ownFunds", new."bidderCash", new."fiscalSupport")
            is distinct from (old.number, old."organisationId", old.kind, old.mode, old.title, old.background, old.indicators, old.deliverables, old."endsOn", old."ownFunds", old."bidderCash", old."fiscalSupport")
          or (new."paymentPlan", new."ipSharing", new."bidderConditions", new.acceptance, new.teams, new.gates, new.criteria)
            is distinct from (old."paymentPlan", old."ipSharing", old."bidderConditions", old.acceptance, old.teams, old.gates, old.criteria) then
          raise exception 'challenge % is published and stays as it is', old.number;
        end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger challenge_keeps_published before update or delete on challenge for each row when (old."publishedAt" is not null) execute function keep_published_challenge()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger challenge_keeps_published on challenge');
    await queryRunner.query('drop function keep_published_challenge');
    await queryRunner.query('drop trigger challenge_amendment_append_only on challenge_amendment');
    await queryRunner.query(`ALTER TABLE "score_card" DROP CONSTRAINT "FK_ab22aac7d1c3ee15922c49c41e1"`);
    await queryRunner.query(`ALTER TABLE "claim" DROP CONSTRAINT "FK_517622f007a791ca5a2d0b8062c"`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" DROP CONSTRAINT "FK_2545f118891c5deb8c3ab162a67"`);
    await queryRunner.query(`ALTER TABLE "challenge_question" DROP CONSTRAINT "FK_ac84a762c405b9987080410250b"`);
    await queryRunner.query(`ALTER TABLE "challenge_key" DROP CONSTRAINT "FK_10861b938a60031b802ad994e66"`);
    await queryRunner.query(`ALTER TABLE "challenge_amendment" DROP CONSTRAINT "FK_dc7cb6f192cd225be6cc3c01967"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_7dd3dacc1ff9b891c4550e89b1"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ab22aac7d1c3ee15922c49c41e"`);
    await queryRunner.query(`DROP TABLE "score_card"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_5ebc8ddad5322493070e80327c"`);
    await queryRunner.query(`DROP TABLE "claim"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_350319e1d55757e4d548e3c2c5"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_fe42a579a3c616f2dd3f5fe111"`);
    await queryRunner.query(`DROP TABLE "challenge_reviewer"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ac84a762c405b9987080410250"`);
    await queryRunner.query(`DROP TABLE "challenge_question"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_7f578b5719bb042851884cf9cc"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_125c850f2639bf86c9156fd8cf"`);
    await queryRunner.query(`DROP TABLE "challenge_key"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_4898330593b3233cb10364830e"`);
    await queryRunner.query(`DROP TABLE "challenge_amendment"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_68e78e7cb97e225bbf2be7e55b"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_6e592a70b363ec3e5e5edf8383"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_ae4ba5f3e60f237f634bbadb0d"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_e458a48ea719f6b3c044cabe5d"`);
    await queryRunner.query(`DROP TABLE "challenge"`);
  }
}

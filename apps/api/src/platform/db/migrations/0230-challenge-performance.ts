import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChallengePerformance0230 implements MigrationInterface {
  name = 'ChallengePerformance0000000000230';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "challenge_plan" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "content" jsonb NOT NULL, CONSTRAINT "PK_2e86aaeed41be02eb71a3840482" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_583eab4bf33b866a9a1e899c43" ON "challenge_plan"  ("challengeId") `);
    await queryRunner.query(`CREATE TABLE "conflict_relation" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "branchId" uuid NOT NULL, "relation" text NOT NULL, "fromId" text NOT NULL, "fromName" text NOT NULL, "toId" text NOT NULL, "toName" text NOT NULL, "since" date, "until" date, "source" text NOT NULL, "dropped" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_f0545d59644114c918ad4f96310" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_4d0aa535ba2f40a24eb9b89276" ON "conflict_relation"  ("branchId", "createdAt") `);
    await queryRunner.query(`CREATE TABLE "challenge_objection" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "branchId" uuid, "receipt" text NOT NULL, "name" text NOT NULL, "contact" text NOT NULL, "text" text NOT NULL, "upheld" boolean, "answer" text, "answeredBy" uuid, "answeredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_c94ce0f6d5def2743c1a2460cc3" UNIQUE ("receipt"), CONSTRAINT "PK_cc628d26c73fc790a17543ac553" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_49ea5fafedc6c466d333b7f5f6" ON "challenge_objection"  ("challengeId", "createdAt") `);
    await queryRunner.query(`CREATE TABLE "challenge_task" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "challengeId" uuid NOT NULL, "claimId" uuid NOT NULL, "organisationId" uuid NOT NULL, "ownerId" uuid NOT NULL, "branchId" uuid, "title" text NOT NULL, "status" text NOT NULL, "contractId" uuid, "book" jsonb, "bookText" text, "pledge" text, "digest" text, "signatures" jsonb NOT NULL DEFAULT '[]', "milestones" jsonb NOT NULL DEFAULT '[]', "endsOn" date, "change" jsonb, "gatesPassed" integer NOT NULL DEFAULT '0', "startedOn" date, "acceptedOn" date, "endedOn" date, "endReason" text, "cause" text, "acceptance" jsonb, "clawBack" bigint NOT NULL DEFAULT '0', "repaid" bigint NOT NULL DEFAULT '0', CONSTRAINT "PK_e316e290708f6e1977039de5927" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_a03e9cb1cb8e919a0f2c80b8cf" ON "challenge_task"  ("contractId") `);
    await queryRunner.query(`CREATE INDEX "IDX_708c796aece5b0e1705b3832d9" ON "challenge_task"  ("branchId", "status") `);
    await queryRunner.query(`CREATE INDEX "IDX_2cb22f7f8e5b650bab77f93b27" ON "challenge_task"  ("ownerId", "status") `);
    await queryRunner.query(`CREATE INDEX "IDX_fc707e0185e83a5fe23c42ee0a" ON "challenge_task"  ("organisationId", "status") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_a42f3b2e74ddb45efe575f4bfe" ON "challenge_task"  ("challengeId", "claimId") `);
    await queryRunner.query(`CREATE TABLE "challenge_receipt" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "taskId" uuid NOT NULL, "kind" text NOT NULL, "amount" bigint NOT NULL, "receivedOn" date NOT NULL, "note" text NOT NULL, "confirmedOn" date, CONSTRAINT "PK_10f293cd7f94f1163b5b4e0902f" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_1a7d53daaedcd86524cee9b350" ON "challenge_receipt"  ("taskId") `);
    await queryRunner.query(`CREATE TABLE "challenge_release" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "taskId" uuid NOT NULL, "gate" integer NOT NULL, "amount" bigint NOT NULL, "releasedOn" date NOT NULL, "lines" jsonb NOT NULL, CONSTRAINT "PK_1c68af9a46016306bbde88af659" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_32f6e8df7e0b24793480060200" ON "challenge_release"  ("taskId") `);
    await queryRunner.query(`CREATE TABLE "challenge_bar" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "taskId" uuid NOT NULL, "branchId" uuid, "cause" text NOT NULL, "reason" text NOT NULL, "since" date NOT NULL, "until" date NOT NULL, CONSTRAINT "PK_d779402a57cc632caf0d37712af" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_dfadc790496659ad72a5692ca1" ON "challenge_bar"  ("taskId") `);
    await queryRunner.query(`CREATE INDEX "IDX_6d869e10f854fe19be83576e47" ON "challenge_bar"  ("organisationId", "until") `);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" ADD "ties" jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" ADD "recusedAt" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`ALTER TABLE "challenge_plan" ADD CONSTRAINT "FK_583eab4bf33b866a9a1e899c434" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_objection" ADD CONSTRAINT "FK_0b45aac0367260717e7aa86bfd5" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_task" ADD CONSTRAINT "FK_4f65b68af294af6c1032c520188" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_task" ADD CONSTRAINT "FK_1ffce7b38539b826adf84015738" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_receipt" ADD CONSTRAINT "FK_1a7d53daaedcd86524cee9b3509" FOREIGN KEY ("taskId") REFERENCES "challenge_task"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_release" ADD CONSTRAINT "FK_32f6e8df7e0b24793480060200a" FOREIGN KEY ("taskId") REFERENCES "challenge_task"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await queryRunner.query(`ALTER TABLE "challenge_bar" ADD CONSTRAINT "FK_dfadc790496659ad72a5692ca1a" FOREIGN KEY ("taskId") REFERENCES "challenge_task"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    // What was paid stays as it was written; what comes back is entered beside it.
    await queryRunner.query('create trigger challenge_release_append_only before update or delete or truncate on challenge_release for each statement execute function refuse_change()');
    await queryRunner.query('alter table challenge_release add constraint challenge_release_positive check (amount > 0)');
    await queryRunner.query('alter table challenge_task add constraint challenge_task_repaid check (repaid >= 0 and repaid <= "clawBack")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop trigger challenge_release_append_only on challenge_release');
    await queryRunner.query(`ALTER TABLE "challenge_bar" DROP CONSTRAINT "FK_dfadc790496659ad72a5692ca1a"`);
    await queryRunner.query(`ALTER TABLE "challenge_release" DROP CONSTRAINT "FK_32f6e8df7e0b24793480060200a"`);
    await queryRunner.query(`ALTER TABLE "challenge_receipt" DROP CONSTRAINT "FK_1a7d53daaedcd86524cee9b3509"`);
    await queryRunner.query(`ALTER TABLE "challenge_task" DROP CONSTRAINT "FK_1ffce7b38539b826adf84015738"`);
    await queryRunner.query(`ALTER TABLE "challenge_task" DROP CONSTRAINT "FK_4f65b68af294af6c1032c520188"`);
    await queryRunner.query(`ALTER TABLE "challenge_objection" DROP CONSTRAINT "FK_0b45aac0367260717e7aa86bfd5"`);
    await queryRunner.query(`ALTER TABLE "challenge_plan" DROP CONSTRAINT "FK_583eab4bf33b866a9a1e899c434"`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" DROP COLUMN "recusedAt"`);
    await queryRunner.query(`ALTER TABLE "challenge_reviewer" DROP COLUMN "ties"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_6d869e10f854fe19be83576e47"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_dfadc790496659ad72a5692ca1"`);
    await queryRunner.query(`DROP TABLE "challenge_bar"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_32f6e8df7e0b24793480060200"`);
    await queryRunner.query(`DROP TABLE "challenge_release"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_1a7d53daaedcd86524cee9b350"`);
    await queryRunner.query(`DROP TABLE "challenge_receipt"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_a42f3b2e74ddb45efe575f4bfe"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_fc707e0185e83a5fe23c42ee0a"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_2cb22f7f8e5b650bab77f93b27"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_708c796aece5b0e1705b3832d9"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_a03e9cb1cb8e919a0f2c80b8cf"`);
    await queryRunner.query(`DROP TABLE "challenge_task"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_49ea5fafedc6c466d333b7f5f6"`);
    await queryRunner.query(`DROP TABLE "challenge_objection"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_4d0aa535ba2f40a24eb9b89276"`);
    await queryRunner.query(`DROP TABLE "conflict_relation"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_583eab4bf33b866a9a1e899c43"`);
    await queryRunner.query(`DROP TABLE "challenge_plan"`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AfterSigning0220 implements MigrationInterface {
  name = 'AfterSigning0000000000220';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "contract_matter" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "branchId" uuid NOT NULL, "sellerId" uuid NOT NULL, "buyerId" uuid NOT NULL, "brokerId" uuid, "filedByOrganisationId" uuid NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "ground" text, "reason" text NOT NULL, "proposal" jsonb, "before" jsonb, "after" jsonb, "agreedAt" TIMESTAMP WITH TIME ZONE, "dueOn" date, "examinedBy" uuid, "examinerName" text, "decidedBy" uuid, "deciderName" text, "decidedAt" TIMESTAMP WITH TIME ZONE, "opinion" text, CONSTRAINT "PK_f6209d06d5a6fc9c5c81263f48c" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_3476100ee3325672e7b024e3a7" ON "contract_matter"  ("contractId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "one_open_matter" ON "contract_matter"  ("contractId") WHERE status in ('PROPOSED', 'FILED', 'EXAMINED', 'RETURNED')`);
    await queryRunner.query(`CREATE INDEX "IDX_8401541b43a04c6a603dbdbe10" ON "contract_matter"  ("branchId", "status", "dueOn") `);
    await queryRunner.query(`CREATE TABLE "expert_opinion" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "branchId" uuid NOT NULL, "name" text NOT NULL, "unit" text NOT NULL, "supports" boolean NOT NULL, "opinion" text NOT NULL, "enteredBy" uuid, CONSTRAINT "PK_a5a72d2fc233081cc4d81fbb441" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_159b2c9ba83ec622e36897cb20" ON "expert_opinion"  ("contractId") `);
    await queryRunner.query(`CREATE TABLE "contract_receipt" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "sellerId" uuid NOT NULL, "buyerId" uuid NOT NULL, "branchId" uuid, "kind" text NOT NULL, "amount" bigint NOT NULL, "techIncome" bigint NOT NULL, "receivedOn" date NOT NULL, "voucherNo" text NOT NULL, "invoiceNo" text NOT NULL, "voucherFileId" uuid NOT NULL, "invoiceFileId" uuid NOT NULL, "note" text, "excessReason" text, "enteredBy" uuid, "voidedAt" TIMESTAMP WITH TIME ZONE, "voidReason" text, CONSTRAINT "receipt_amounts" CHECK (amount > 0 and "techIncome" >= 0 and "techIncome" <= amount), CONSTRAINT "PK_758e6db26612944c9c0f906447f" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_cce83a73cfe38e0444f1e88024" ON "contract_receipt"  ("contractId") `);
    await queryRunner.query(`CREATE INDEX "IDX_9a2385e653a56d49ebadf7702c" ON "contract_receipt"  ("sellerId", "receivedOn") `);
    await queryRunner.query(`CREATE TABLE "follow_up_task" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "sellerId" uuid NOT NULL, "buyerId" uuid NOT NULL, "branchId" uuid, "kind" text NOT NULL, "dueOn" date, "rule" jsonb, "doneOn" date, "note" text, "fileId" uuid, CONSTRAINT "PK_e14f926bb57c06a45be03e312c7" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_2a85fe7e4cbc6d736fa2395a0c" ON "follow_up_task"  ("contractId", "kind") `);
    await queryRunner.query(`CREATE TABLE "royalty_statement" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "sellerId" uuid NOT NULL, "buyerId" uuid NOT NULL, "branchId" uuid, "status" text NOT NULL, "from" date NOT NULL, "until" date NOT NULL, "sales" bigint NOT NULL, "royalty" bigint NOT NULL, "performance" text NOT NULL, "dispute" text, CONSTRAINT "PK_f7441fac69f7c7fbc30e8bb92fe" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_e7befec129837361d32bbac90d" ON "royalty_statement"  ("contractId") `);
    await queryRunner.query(`CREATE TABLE "income_distribution" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "contractId" uuid NOT NULL, "status" text NOT NULL, "mode" text NOT NULL, "income" bigint NOT NULL, "deductions" jsonb NOT NULL DEFAULT '[]', "inHenan" boolean NOT NULL, "agreedBp" integer, "receivedOn" date NOT NULL, "decidedBy" text NOT NULL, "decidedOn" date NOT NULL, "includesHead" boolean NOT NULL, "netIncome" bigint NOT NULL, "appliedBp" integer NOT NULL, "pool" bigint NOT NULL, "shares" jsonb NOT NULL DEFAULT '[]', "payBy" date, "lines" jsonb NOT NULL DEFAULT '[]', "rules" jsonb NOT NULL DEFAULT '[]', "noticedOn" date, "noticeLastDay" date, "objections" jsonb NOT NULL DEFAULT '[]', "cancelReason" text, CONSTRAINT "PK_4c4adadcbd54a578867bdee1d79" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_fd1eebb6d1b57c32cb2669cac7" ON "income_distribution"  ("organisationId") `);
    await queryRunner.query(`CREATE INDEX "IDX_0a868296033ddc16689f81b9de" ON "income_distribution"  ("contractId") `);
    await queryRunner.query(`CREATE TABLE "rights_grant" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "organisationId" uuid NOT NULL, "achievementId" uuid NOT NULL, "kind" text NOT NULL, "holders" text array NOT NULL, "shareBp" integer, "years" integer, "agreedOn" date NOT NULL, "note" text, "implementedOn" date, CONSTRAINT "PK_a4eb4e9f8ce011458965fb4b239" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_754fad968ec19cc4742a3fb8d5" ON "rights_grant"  ("organisationId") `);
    await queryRunner.query(`CREATE INDEX "IDX_1088c3acdf6f487b048e8a511f" ON "rights_grant"  ("achievementId") `);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "nationalNo" text`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD CONSTRAINT "UQ_67ab266fa127f8466e325504487" UNIQUE ("nationalNo")`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "registeredVersion" integer NOT NULL DEFAULT '1'`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "changedAt" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "endedAt" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(
      'create trigger expert_opinion_append_only before update or delete or truncate on expert_opinion for each statement execute function refuse_change()',
    );
    // A decided matter is what the contract's change rests on: it stays as it was decided.
    await queryRunner.query(
      `create trigger contract_matter_decided before update or delete on contract_matter for each row when (old.status in ('GRANTED', 'REFUSED')) execute function refuse_change()`,
    );
    // Money that came in is never rewritten; a wrong entry is voided beside its reason, once.
    await queryRunner.query(`
      create function keep_receipt() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'receipt % is kept', old.id; end if;
        if old."voidedAt" is not null or new."voidedAt" is null or
           to_jsonb(new) - '{version,updatedAt,voidedAt,voidReason}'::text[] is distinct from to_jsonb(old) - '{version,updatedAt,voidedAt,voidReason}'::text[] then
          raise exception 'receipt % may only be voided', old.id;
        end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger contract_receipt_kept before update or delete on contract_receipt for each row execute function keep_receipt()');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "endedAt"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "changedAt"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "registeredVersion"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP CONSTRAINT "UQ_67ab266fa127f8466e325504487"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "nationalNo"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_1088c3acdf6f487b048e8a511f"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_754fad968ec19cc4742a3fb8d5"`);
    await queryRunner.query(`DROP TABLE "rights_grant"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_0a868296033ddc16689f81b9de"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_fd1eebb6d1b57c32cb2669cac7"`);
    await queryRunner.query(`DROP TABLE "income_distribution"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_e7befec129837361d32bbac90d"`);
    await queryRunner.query(`DROP TABLE "royalty_statement"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_2a85fe7e4cbc6d736fa2395a0c"`);
    await queryRunner.query(`DROP TABLE "follow_up_task"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_9a2385e653a56d49ebadf7702c"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_cce83a73cfe38e0444f1e88024"`);
    await queryRunner.query(`DROP TABLE "contract_receipt"`);
    await queryRunner.query('drop function keep_receipt');
    await queryRunner.query(`DROP INDEX "public"."IDX_159b2c9ba83ec622e36897cb20"`);
    await queryRunner.query(`DROP TABLE "expert_opinion"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_8401541b43a04c6a603dbdbe10"`);
    await queryRunner.query(`DROP INDEX "public"."one_open_matter"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_3476100ee3325672e7b024e3a7"`);
    await queryRunner.query(`DROP TABLE "contract_matter"`);
  }
}

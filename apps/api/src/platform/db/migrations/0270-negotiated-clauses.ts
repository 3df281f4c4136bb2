import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clause of the old sheet, as the new wordings hold it: its key, and what of a version belongs to it. */
const clausesOfSheet = [
  { key: 'type', parts: ['type'] },
  { key: 'title', parts: [], text: 'title' },
  { key: 'subject', parts: [], text: 'subject' },
  { key: 'price', parts: ['totalAmount', 'paymentMode'], text: 'paymentTerms' },
  { key: 'term', parts: ['termMonths'] },
  { key: 'ipOwnership', parts: [], text: 'ipOwnership' },
];

/**
 * The versions of a flat term sheet become wordings of its clauses: a clause has one for every version that changed it. Who confirmed a
 * version has accepted what each clause said in it. Saving was no confirmation then, so that a room half-way asks both sides.
 */
function wordingsOf({ key, parts, text }: (typeof clausesOfSheet)[number]): string {
  const all = [...parts, ...(text ? [text] : [])].map((c) => `"${c}"`);
  const row = (alias: string) => `row(${all.map((c) => `${alias}.${c}`).join(', ')})`;
  const until = `coalesce((select min(l.number) from term_sheet l where l."negotiationId" = s."negotiationId" and l.number > s.number and ${row('l')} is distinct from ${row('s')}), 2147483647)`;
  const accepted = (side: string) =>
    `(select v."${side}ConfirmedAt" from term_sheet v where v."negotiationId" = s."negotiationId" and v."${side}ConfirmedAt" is not null and v.number >= s.number and v.number < ${until} order by v.number limit 1),
     (select v."${side}ConfirmedByName" from term_sheet v where v."negotiationId" = s."negotiationId" and v."${side}ConfirmedAt" is not null and v.number >= s.number and v.number < ${until} order by v.number limit 1)`;
  return `insert into term_wording ("createdAt", "updatedAt", "negotiationId", key, number, ${parts.map((c) => `"${c}", `).join('')}text, side, "proposedBy", "proposedByName",
       "supplierAcceptedAt", "supplierAcceptedByName", "demanderAcceptedAt", "demanderAcceptedByName")
     select s."createdAt", s."updatedAt", s."negotiationId", '${key}', s.number, ${parts.map((c) => `s."${c}", `).join('')}${text ? `s."${text}"` : 'null'},
       case when s."savedByOrganisationId" = n."demanderId" then 'DEMANDER' else 'SUPPLIER' end, s."savedBy", s."savedByName", ${accepted('supplier')}, ${accepted('demander')}
       from term_sheet s join negotiation n on n.id = s."negotiationId"
       left join term_sheet p on p."negotiationId" = s."negotiationId" and p.number = s.number - 1
      where p.id is null or ${row('p')} is distinct from ${row('s')}`;
}

export class NegotiatedClauses0270 implements MigrationInterface {
  name = 'NegotiatedClauses0000000000270';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "broker_omission" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "contractId" uuid NOT NULL, "brokerId" uuid NOT NULL, "brokerName" text NOT NULL, "sellerId" uuid NOT NULL, "sellerName" text NOT NULL, "buyerId" uuid NOT NULL, "buyerName" text NOT NULL, "branchId" uuid, "reason" text NOT NULL, "statedBy" uuid, "statedByOrganisationName" text NOT NULL, CONSTRAINT "PK_9a5a8b1cda3746189c98d7d02e8" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_e4d727e012732c64b8fe17a2c8" ON "broker_omission"  ("brokerId") `);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_4cf0ffdc7e45fa526616b45cd5" ON "broker_omission"  ("contractId", "brokerId") `);
    await queryRunner.query(`CREATE TABLE "term_wording" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "negotiationId" uuid NOT NULL, "key" text NOT NULL, "number" integer NOT NULL, "type" text, "totalAmount" bigint, "paymentMode" text, "termMonths" integer, "text" text, "reason" text, "side" text NOT NULL, "proposedBy" uuid, "proposedByName" text NOT NULL, "supplierAcceptedAt" TIMESTAMP WITH TIME ZONE, "supplierAcceptedByName" text, "demanderAcceptedAt" TIMESTAMP WITH TIME ZONE, "demanderAcceptedByName" text, CONSTRAINT "PK_c52db2035935a3629e0da147e53" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_bb9dbf08283962e0ead0f2869a" ON "term_wording"  ("negotiationId", "key", "number") `);
    await queryRunner.query(`CREATE TABLE "meeting" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "negotiationId" uuid NOT NULL, "status" text NOT NULL, "startsAt" TIMESTAMP WITH TIME ZONE NOT NULL, "place" text NOT NULL, "agenda" text array NOT NULL, "plannedByName" text NOT NULL, "attendees" text array NOT NULL DEFAULT '{}', "discussion" text, "decisions" text array NOT NULL DEFAULT '{}', "minutesByName" text, "supplierConfirmedAt" TIMESTAMP WITH TIME ZONE, "supplierConfirmedByName" text, "demanderConfirmedAt" TIMESTAMP WITH TIME ZONE, "demanderConfirmedByName" text, CONSTRAINT "PK_dccaf9e4c0e39067d82ccc7bb83" PRIMARY KEY ("id"))`);
    await queryRunner.query(`CREATE INDEX "IDX_0d7dd72842ee3216c5fb74d869" ON "meeting"  ("negotiationId", "startsAt") `);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "sellerKind" text`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "sellerRegion" text`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "buyerKind" text`);
    await queryRunner.query(`ALTER TABLE "technology_contract" ADD "buyerRegion" text`);
    for (const clause of clausesOfSheet) await queryRunner.query(wordingsOf(clause));
    await queryRunner.query('drop table term_sheet');
    // What was said stays said: of a wording only the two acceptances are written later, each once.
    await queryRunner.query(`
      create function keep_term_wording() returns trigger language plpgsql as $$
      declare later text[] := '{version,updatedAt,supplierAcceptedAt,supplierAcceptedByName,demanderAcceptedAt,demanderAcceptedByName}';
      begin
        if tg_op = 'DELETE' or to_jsonb(new) - later is distinct from to_jsonb(old) - later
           or old."supplierAcceptedAt" is not null and new."supplierAcceptedAt" is distinct from old."supplierAcceptedAt"
           or old."demanderAcceptedAt" is not null and new."demanderAcceptedAt" is distinct from old."demanderAcceptedAt" then
          raise exception 'wording % is kept', old.id;
        end if;
        return new;
      end $$`);
    await queryRunner.query('create trigger term_wording_kept before update or delete on term_wording for each row execute function keep_term_wording()');
    await queryRunner.query(
      `create trigger meeting_confirmed before update or delete on meeting for each row when (old.status = 'CONFIRMED') execute function refuse_change()`,
    );
    await queryRunner.query(
      'create trigger broker_omission_append_only before update or delete or truncate on broker_omission for each statement execute function refuse_change()',
    );
    // Of contracts registered before, what their parties were then is not on record: what they are today is the nearest.
    await queryRunner.query(
      `update technology_contract c set "sellerKind" = s.kind, "sellerRegion" = s."regionCode", "buyerKind" = b.kind, "buyerRegion" = b."regionCode"
         from organisation s, organisation b where s.id = c."sellerId" and b.id = c."buyerId" and c."registrationNo" is not null`,
    );
  }

  /** The clauses do not fit into the flat sheet again: going back empties the rooms' terms. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "term_sheet" ("id" uuid NOT NULL DEFAULT uuidv7(), "version" integer NOT NULL DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "negotiationId" uuid NOT NULL, "number" integer NOT NULL, "type" text NOT NULL, "title" text NOT NULL, "subject" text NOT NULL, "totalAmount" bigint NOT NULL, "paymentMode" text NOT NULL, "paymentTerms" text NOT NULL, "ipOwnership" text NOT NULL, "termMonths" integer NOT NULL, "savedBy" uuid, "savedByName" text NOT NULL, "savedByOrganisationId" uuid, "supplierConfirmedAt" TIMESTAMP WITH TIME ZONE, "supplierConfirmedByName" text, "demanderConfirmedAt" TIMESTAMP WITH TIME ZONE, "demanderConfirmedByName" text, CONSTRAINT "PK_43b9bf7f7282aedb78fcdb9ff63" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE UNIQUE INDEX "IDX_b8365aa5560577f0f3732d4965" ON "term_sheet"  ("negotiationId", "number") `);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "buyerRegion"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "buyerKind"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "sellerRegion"`);
    await queryRunner.query(`ALTER TABLE "technology_contract" DROP COLUMN "sellerKind"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_0d7dd72842ee3216c5fb74d869"`);
    await queryRunner.query(`DROP TABLE "meeting"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_bb9dbf08283962e0ead0f2869a"`);
    await queryRunner.query(`DROP TABLE "term_wording"`);
    await queryRunner.query('drop function keep_term_wording');
    await queryRunner.query(`DROP INDEX "public"."IDX_4cf0ffdc7e45fa526616b45cd5"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_e4d727e012732c64b8fe17a2c8"`);
    await queryRunner.query(`DROP TABLE "broker_omission"`);
  }
}

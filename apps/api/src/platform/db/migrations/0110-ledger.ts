import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger0110 implements MigrationInterface {
  name = 'Ledger0000000000110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "ledger_entry" ("chain" text NOT NULL, "seq" bigint NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "event" text NOT NULL, "number" text, "detail" text NOT NULL, "prev" text NOT NULL, "hash" text NOT NULL, "subjectId" uuid NOT NULL, "details" jsonb NOT NULL, CONSTRAINT "PK_16712a479ab22ae69ed0118e348" PRIMARY KEY ("chain", "seq"))`);
    await queryRunner.query(`CREATE INDEX "IDX_35232f72fb6366607281430312" ON "ledger_entry"  ("subjectId") `);
    await queryRunner.query(`CREATE INDEX "IDX_498d57f65f9a0570b04c805d03" ON "ledger_entry"  ("chain", "at", "seq") `);
    await queryRunner.query(`CREATE TABLE "ledger_head" ("chain" text NOT NULL, "seq" bigint NOT NULL, "hash" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_33bcefcbe46f21a938d208eae70" PRIMARY KEY ("chain"))`);
    await queryRunner.query(`CREATE TABLE "ledger_root" ("day" date NOT NULL, "count" integer NOT NULL, "heads" jsonb NOT NULL, "prev" text NOT NULL, "root" text NOT NULL, "sealedAt" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_b8dd08d019330255dbc751441d6" PRIMARY KEY ("day"))`);

    // A head is rewritten by every decision of its branch: room on the page keeps the old versions from touching the index.
    await queryRunner.query(`alter table ledger_head set (fillfactor = 20)`);
    await queryRunner.query(`create trigger ledger_append_only before update or delete or truncate on ledger_entry for each statement execute function refuse_change()`);
    await queryRunner.query(`create trigger ledger_root_append_only before update or delete or truncate on ledger_root for each statement execute function refuse_change()`);
    await queryRunner.query(`create trigger ledger_head_kept before delete or truncate on ledger_head for each statement execute function refuse_change()`);
    // Only the triggers below move a head: at depth 0 somebody tries it by hand.
    await queryRunner.query(`create trigger ledger_head_guarded before insert or update on ledger_head for each row when (pg_trigger_depth() = 0) execute function refuse_change()`);

    // The text that is hashed is libs/domain ledger/entry.ts: keys sorted, no blanks. A spec compares the two.
    await queryRunner.query(`
      create function link_ledger_entry() returns trigger language plpgsql as $$
      declare head ledger_head;
      begin
        select * into head from ledger_head where chain = new.chain for update;
        if not found then
          insert into ledger_head (chain, seq, hash, at) values (new.chain, 0, repeat('0', 64),
            coalesce((select (max(day) + 1)::timestamp at time zone 'Asia/Shanghai' from ledger_root), 'epoch')) on conflict do nothing;
          select * into head from ledger_head where chain = new.chain for update;
        end if;
        new.seq := head.seq + 1;
        new.prev := head.hash;
        -- A wrong clock must not carry a chain into the future, and no entry is earlier than its predecessor.
        new.at := greatest(date_trunc('milliseconds', least(new.at, clock_timestamp())), head.at);
        new.hash := encode(sha256(convert_to(
          '{"at":"' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          || '","chain":' || to_json(new.chain)::text
          || ',"detail":' || to_json(new.detail)::text
          || ',"event":' || to_json(new.event)::text
          || ',"number":' || coalesce(to_json(new.number)::text, 'null')
          || ',"prev":"' || new.prev || '","seq":' || new.seq || '}', 'UTF8')), 'hex');
        update ledger_head set seq = new.seq, hash = new.hash, at = new.at where chain = new.chain;
        return new;
      end $$`);
    await queryRunner.query(`create trigger ledger_entry_linked before insert on ledger_entry for each row execute function link_ledger_entry()`);

    await queryRunner.query(`
      create function next_ledger_day() returns date language sql stable as $$
        select coalesce((select max(day) + 1 from ledger_root), (select (min(at) at time zone 'Asia/Shanghai')::date from ledger_entry where seq = 1)) $$`);
    await queryRunner.query(`
      create function seal_ledger_day() returns trigger language plpgsql as $$
      declare
        over timestamptz := (new.day + 1)::timestamp at time zone 'Asia/Shanghai';
        last ledger_root;
      begin
        -- Waits for the decisions that are under way; until the commit nobody begins one.
        lock table ledger_head in exclusive mode;
        if new.day is distinct from next_ledger_day() or over > clock_timestamp() then
          raise exception 'the ledger''s next day is %, and it has to be over', next_ledger_day();
        end if;
        select * into last from ledger_root where day = new.day - 1;
        select coalesce(jsonb_agg(jsonb_build_object('chain', e.chain, 'seq', e.seq, 'hash', e.hash) order by e.chain collate "C"), '[]'),
               coalesce(sum(e.seq), 0) - coalesce((select sum((h->>'seq')::bigint) from jsonb_array_elements(last.heads) h), 0)
          into new.heads, new.count
          from ledger_head h cross join lateral (select * from ledger_entry e where e.chain = h.chain and e.at < over order by e.at desc, e.seq desc limit 1) e;
        new.prev := coalesce(last.root, repeat('0', 64));
        new.root := encode(sha256(convert_to(
          '{"count":' || new.count || ',"day":"' || to_char(new.day, 'YYYY-MM-DD') || '","heads":['
          || coalesce((select string_agg('{"chain":' || to_json(h->>'chain')::text || ',"hash":"' || (h->>'hash') || '","seq":' || (h->>'seq') || '}', ',' order by h->>'chain' collate "C")
                         from jsonb_array_elements(new.heads) h), '')
          || '],"prev":"' || new.prev || '"}', 'UTF8')), 'hex');
        -- Nothing enters a day that has its root.
        update ledger_head set at = over where at < over;
        return new;
      end $$`);
    await queryRunner.query(`create trigger ledger_root_sealed before insert on ledger_root for each row execute function seal_ledger_day()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "ledger_root"`);
    await queryRunner.query(`DROP TABLE "ledger_head"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_498d57f65f9a0570b04c805d03"`);
    await queryRunner.query(`DROP INDEX "public"."IDX_35232f72fb6366607281430312"`);
    await queryRunner.query(`DROP TABLE "ledger_entry"`);
    await queryRunner.query(`drop function link_ledger_entry, seal_ledger_day, next_ledger_day`);
  }
}

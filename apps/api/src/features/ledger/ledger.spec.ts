import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, ledgerEvents, shanghaiDay, type LedgerFault } from '@jihui/domain';
import { contractScene, type ContractScene } from '../../../test/contract-scene.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { system } from '../../platform/auth/actor.js';
import { ContractLedgerCheck } from '../contracts/contract-ledger-check.service.js';
import { LedgerSealing } from './ledger-sealing.service.js';
import { LedgerVerification } from './ledger-verification.service.js';
import { Ledger } from './ledger.service.js';

const script = fileURLToPath(new URL('../../../../../apps/web/ledger-script/main.mjs', import.meta.url));
const today = shanghaiDay(new Date());
type Row = { chain: string; seq: string; event: string; number: string | null; details: Record<string, unknown>; hash: string };

describe('the ledger', () => {
  let api: TestApi;
  let scene: ContractScene;
  const folder = mkdtempSync(join(tmpdir(), 'jihui-ledger-'));
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await api.close();
  });

  const entriesOf = async (subjectId: string): Promise<Row[]> =>
    (await api.pool.query<Row>('select * from ledger_entry where "subjectId" = $1 order by seq', [subjectId])).rows;
  const verify = async (): Promise<LedgerFault[]> => {
    const [ledger, records] = [await api.app.get(LedgerVerification).verify(), await api.app.get(ContractLedgerCheck).compare()];
    return [...ledger.faults, ...records.faults];
  };
  const seal = () => api.app.get(LedgerSealing).sealDays();
  /** Entries of days that are over, in a chain of their own. */
  async function past(code: string, days: readonly number[], perDay = 3): Promise<void> {
    const branch = await api.organisation('MARKET_OPERATOR', { branchCode: code });
    const ledger = api.app.get(Ledger);
    for (const ago of days)
      for (let i = 0; i < perDay; i++) {
        const decision = { branchId: branch.id, event: 'contract.accepted', subjectId: branch.id, number: null, facts: { n: i } } as const;
        await api.db.run(system, async (tx) => ledger.enter(tx, decision), {
          now: new Date(Date.parse(`${addDays(today, -ago)}T01:00:00Z`) + i),
        });
      }
  }
  /** A hand in the database that the triggers do not stop. */
  async function tamper(table: string, change: string): Promise<void> {
    await api.pool.query(`begin; alter table ${table} disable trigger user; ${change}; alter table ${table} enable trigger user; commit`);
  }
  const download = async (): Promise<string> => (await fetch(`${api.url}/exports/ledger.jsonl`)).text();
  function runScript(text: string): { code: number | null; said: string } {
    const file = join(folder, 'export.jsonl');
    writeFileSync(file, text);
    const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: 'utf8', env: {} });
    return { code: status, said: stdout };
  }

  it('holds every decision about a contract from its filing on, and nobody in it', async () => {
    const row = await scene.at('REGISTERED');
    const entries = await entriesOf(row.id);
    expect(entries.map((e) => [e.chain, e.event, e.number])).toEqual([
      ['ZZ', 'contract.submitted', null],
      ['ZZ', 'contract.accepted', null],
      ['ZZ', 'contract.firstApproved', null],
      ['ZZ', 'contract.registered', row.registrationNo],
    ]);
    expect(Object.keys(entries[3]?.details ?? {}).sort()).toEqual(
      ['branchId', 'contentHash', 'refusalCode', 'revision', 'salt', 'status', 'subjectId', 'techAmount', 'totalAmount'].sort(),
    );
    await scene.giveBack(scene.first, await scene.at('SUBMITTED'));
    await scene.refuse(scene.second, await scene.at('SECOND_REVIEW'));
    await scene.act(scene.seller, 'cancelContract', await scene.at('SUBMITTED'));
    const draft = await scene.act(scene.seller, 'cancelContract', await scene.create());
    expect(await entriesOf(draft.id)).toEqual([]);
    const { rows } = await api.pool.query<{ event: string }>('select distinct event from ledger_entry order by 1');
    expect(rows.map((r) => r.event)).toEqual(
      ['accepted', 'cancelled', 'firstApproved', 'refused', 'registered', 'returned', 'submitted'].map((step) => `contract.${step}`),
    );
    // As many as the audit trail knows.
    const [counts] = await api.db.em.query(
      `select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from audit_event a where event = any($1) and (event <> 'contract.cancelled' or "subjectId" <> $2)) as events`,
      [ledgerEvents, draft.id],
    );
    expect(counts.entries).toBe(counts.events);
    expect(await verify()).toEqual([]);
  });

  it('keeps its sequence when a decision fails, and is written by the database alone', async () => {
    const row = await scene.at('SUBMITTED');
    const before = await entriesOf(row.id);
    await expect(scene.act(scene.first, 'acceptContract', { ...row, version: 1 })).rejects.toMatchObject({ code: 'STALE' });
    expect(await entriesOf(row.id)).toEqual(before);
    for (const sql of [
      `update ledger_entry set number = 'x'`,
      'delete from ledger_entry',
      'truncate ledger_entry',
      `update ledger_head set seq = 1`,
      `insert into ledger_head values ('XX', 1, 'x', now())`,
      'delete from ledger_head',
    ])
      await expect(api.pool.query(sql)).rejects.toThrow('append-only');
    // Whatever a hand writes into seq, prev and hash: the chain decides.
    await api.pool.query(
      `insert into ledger_entry (chain, seq, at, event, detail, prev, hash, "subjectId", details) select 'ZZ', 1, now(), 'contract.accepted', detail, 'x', 'x', "subjectId", details from ledger_entry where "subjectId" = $1 limit 1`,
      [row.id],
    );
    expect(await verify()).toEqual([]);
  });

  it('gives every day that is over one root, also the missed ones, and lets nothing into such a day', async () => {
    await past('PA', [5, 3]);
    await seal();
    await seal();
    const { rows } = await api.pool.query<{ day: string; count: number }>(`select day::text, count from ledger_root order by day`);
    expect(rows).toEqual([3, 0, 3, 0, 0].map((count, i) => ({ day: addDays(today, i - 5), count })));
    await past('PB', [4], 1);
    const [late] = (await api.pool.query<{ at: Date }>(`select at from ledger_entry where chain = 'PB'`)).rows;
    expect(late && shanghaiDay(late.at)).toBe(today);
    await expect(api.pool.query(`insert into ledger_root (day) values ($1)`, [today])).rejects.toThrow('has to be over');
    await expect(api.pool.query('delete from ledger_root')).rejects.toThrow('append-only');
    expect(await verify()).toEqual([]);
  });

  it('is public: the state, the roots, the place of a certificate, and an export that an outsider verifies', async () => {
    const row = await scene.at('REGISTERED');
    type Public = {
      ledger: { entries: number; unsealed: number; days: number };
      ledgerRoots: { total: number; items: { day: string; total: number; root: string }[] };
    };
    const { ledger, ledgerRoots } = await api
      .visitor()
      .send<Public>('{ ledger { entries unsealed days } ledgerRoots(page: { page: 1, size: 2 }) { total items { day total root } } }');
    expect(ledger).toMatchObject({ days: 5, unsealed: ledger.entries - 6 });
    expect(ledgerRoots).toMatchObject({
      total: 5,
      items: [
        { day: addDays(today, -1), total: 6 },
        { day: addDays(today, -2), total: 6 },
      ],
    });
    const certificate = await api
      .visitor()
      .send<{ certificate: { ledger: object } }>(
        'query C($n: String!) { certificate(number: $n) { ledger { chain seq hash day root } } }',
        { n: row.registrationNo },
      );
    const entry = (await entriesOf(row.id)).at(-1);
    expect(certificate.certificate.ledger).toEqual({ chain: 'ZZ', seq: Number(entry?.seq), hash: entry?.hash, day: today, root: null });
    const text = await download();
    expect(text).not.toContain(row.id);
    expect(text).not.toContain('contentHash');
    expect(runScript(text)).toMatchObject({ code: 0, said: expect.stringContaining(`${ledger.entries} entries`) });
    // A hand on the export: two rows swapped, one left out, one byte flipped; each time the script names the entry.
    const tampered = (change: (lines: string[]) => void): { code: number | null; said: string } => {
      const lines = text.split('\n');
      change(lines);
      return runScript(lines.join('\n'));
    };
    const at = (lines: readonly string[], seq: number): number => lines.findIndex((line) => line.includes('"chain":"PA"') && new RegExp(`"seq":${seq}[,}]`).test(line));
    const swapped = tampered((lines) => {
      const [a, b] = [at(lines, 4), at(lines, 6)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    });
    expect(swapped).toMatchObject({ code: 1, said: expect.stringMatching(/✗ PA 4 ↔ PA 6[^✗]*1 faults/) });
    expect(tampered((lines) => lines.splice(at(lines, 3), 1))).toMatchObject({ code: 1, said: expect.stringContaining('PA 3') });
    const flipped = tampered((lines) => {
      const line = lines[at(lines, 5)] ?? '';
      lines[at(lines, 5)] = line.replace(/("detail":")(.)/, (_, key: string, digit: string) => `${key}${digit === '0' ? '1' : '0'}`);
    });
    expect(flipped).toMatchObject({ code: 1, said: expect.stringContaining('PA 5') });
  });

  it('names what a hand in the database has done', async () => {
    await past('TA', [0], 9);
    const expectFault = async (fault: object) => expect(await verify()).toContainEqual(expect.objectContaining(fault));
    const at = (seq: number) => `where chain = 'TA' and seq = ${seq}`;
    await tamper('ledger_entry', `update ledger_entry set detail = translate(detail, '0123', '1032') ${at(2)}`);
    await expectFault({ code: 'CHANGED', chain: 'TA', seq: 2 });
    await tamper('ledger_entry', `update ledger_entry set detail = translate(detail, '0123', '1032') ${at(2)}`);
    expect(await verify()).toEqual([]);
    await tamper('ledger_entry', `update ledger_entry set details = details || '{"n": 7}' ${at(3)}`);
    await expectFault({ code: 'DETAIL_CHANGED', chain: 'TA', seq: 3 });
    await tamper('ledger_entry', `update ledger_entry set details = details || '{"n": 2}' ${at(3)}`);
    const ofTA = async () => (await verify()).filter((f) => f.chain === 'TA');
    const exchange = (a: number, b: number) =>
      tamper('ledger_entry', `update ledger_entry set seq = -1 ${at(a)}; update ledger_entry set seq = ${a} ${at(b)}; update ledger_entry set seq = ${b} ${at(-1)}`);
    for (const [a, b] of [[4, 5], [1, 9], [2, 7]] as const) {
      await exchange(a, b);
      expect(await ofTA()).toEqual([{ code: 'EXCHANGED', chain: 'TA', seq: a, to: b }]);
      await exchange(a, b);
    }
    expect(await verify()).toEqual([]);
    for (const [seq, missing] of [[1, [1]], [6, [1, 6]], [9, [1, 6, 9]]] as const) {
      await tamper('ledger_entry', `delete from ledger_entry ${at(seq)}`);
      expect(await ofTA()).toEqual(missing.map((m) => ({ code: 'MISSING', chain: 'TA', seq: m, to: m })));
    }
    // The end of a chain and what is kept of it beside the entries: the published root still tells.
    await tamper('ledger_entry', `delete from ledger_entry where chain = 'PA' and seq > 4`);
    await tamper('ledger_head', `update ledger_head set seq = 4, hash = (select hash from ledger_entry where chain = 'PA' and seq = 4) where chain = 'PA'`);
    await expectFault({ code: 'MISSING', chain: 'PA', seq: 5, to: 6, day: addDays(today, -3) });
    await tamper('ledger_root', `update ledger_root set root = repeat('f', 64) where day = '${addDays(today, -3)}'`);
    await expectFault({ code: 'ROOT_CHANGED', day: addDays(today, -3) });
    const registered = await scene.at('REGISTERED');
    await api.pool.query(`update technology_contract set "totalAmount" = "totalAmount" + 1 where id = $1`, [registered.id]);
    await expectFault({ code: 'CONTENT_CHANGED', subject: registered.registrationNo });
    await tamper('ledger_entry', `delete from ledger_entry where number = '${registered.registrationNo}'`);
    await expectFault({ code: 'NO_ENTRY', subject: registered.registrationNo });
  });
});

import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { demoData, demoPassword } from '@jihui/seeds';
import type { ApiClient } from '@jihui/testing';
import { startApi, type TestApi } from '../../test/start-api.js';
import { DemoLoader } from './demo-loader.js';

type Account = { role: string; name: string; email: string };
const { accounts, password }: { accounts: Account[]; password: string } = JSON.parse(
  readFileSync(new URL('../../../../seeds/data/accounts.json', import.meta.url), 'utf8'),
);
const page = 'page: { page: 1, size: 1 }';
const contracts = `myContracts(filter: {}, ${page}) { total }`;
const talks = `negotiations(${page}) { total }`;

/** What each of the listed people must find on his pages. */
const pages: Record<string, readonly string[]> = {
  '技术转移管理员（高校）': [
    `myAchievements(${page}) { total }`,
    `introductions(box: RECEIVED, ${page}) { total }`,
    talks,
    contracts,
    `myMatches(${page}) { total }`,
  ],
  评审专家: [`takenChallenges(${page}) { total }`],
  成果完成人: [`myAchievements(${page}) { total }`, `myMatches(${page}) { total }`, talks],
  企业管理员: [
    `myDemands(${page}) { total }`,
    `introductions(box: SENT, ${page}) { total }`,
    talks,
    contracts,
    `myMatches(${page}) { total }`,
  ],
  技术经理人: [contracts],
  初审员: [
    `desk(stage: FIRST_REVIEW, ${page}) { total }`,
    `desk(stage: ACCEPTANCE, ${page}) { total }`,
    `demandsToPublish(${page}) { total }`,
    `challengeDesk(${page}) { total }`,
  ],
  复审员: [`desk(stage: SECOND_REVIEW, ${page}) { total }`],
  分中心管理员: [`desk(${page}) { total }`, `members(${page}) { total }`, `auditEvents(${page}) { total }`],
  政府工作人员: [`register(filter: {}, ${page}) { total }`],
  系统管理员: [`members(${page}) { total }`],
  审计员: [`auditEvents(${page}) { total }`],
};

describe('the demo data in a database', () => {
  let api: TestApi;
  let seeding: INestApplicationContext;
  const said: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    const { SeedModule } = await import('./seed.module.js');
    seeding = await NestFactory.createApplicationContext(SeedModule, { logger: ['error'], abortOnError: false });
    await seeding.get(DemoLoader).load((line) => said.push(line));
  }, 120_000);
  afterAll(async () => {
    await seeding.close();
    await api.close();
  });

  const count = async (sql: string, values: unknown[] = []) =>
    (await api.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]?.n;

  it('is what the seed files hold, and searchable', async () => {
    expect(await count(`organisation where kind = 'UNIVERSITY'`)).toBe(14);
    expect(await count(`organisation, unnest(disciplines) where kind = 'UNIVERSITY'`)).toBe(147);
    expect(await count(`organisation where kind = 'ENTERPRISE'`)).toBe(60);
    expect(await count(`achievement where status = 'PUBLISHED'`)).toBe(367);
    expect(await count(`demand where status = 'PUBLISHED'`)).toBe(120);
    expect(await count('search_text')).toBe(487);
    expect(await count('match')).toBeGreaterThan(100);
    expect(await count('organisation where not "isDemo"')).toBe(0);
    expect(said.length).toBeGreaterThan(4);
  });

  it('has its contracts in all states, reviewed by two people, numbered without a gap', async () => {
    const wanted = new Map<string, number>();
    for (const { status } of demoData().contracts) wanted.set(status, (wanted.get(status) ?? 0) + 1);
    const { rows } = await api.pool.query<{ status: string; n: number }>(
      'select status, count(*)::int as n from technology_contract group by 1',
    );
    const found = new Map(rows.map((r) => [r.status, r.n]));
    for (const [status, n] of wanted) expect([status, found.get(status)]).toEqual([status, n]);
    const gaps = await api.pool.query(
      `select left("registrationNo", -6) as series, count(*)::int as n, max(right("registrationNo", 6)::int) as last
         from technology_contract where "registrationNo" is not null group by 1 having count(*) <> max(right("registrationNo", 6)::int)`,
    );
    expect(gaps.rows).toEqual([]);
    expect(
      await count(`contract_review a join contract_review b on a."contractId" = b."contractId" and a."reviewerId" = b."reviewerId"
                   where a.stage = 'FIRST_REVIEW' and b.stage = 'SECOND_REVIEW'`),
    ).toBe(0);
  });

  it('has items on the board, sealed, in review and awarded', async () => {
    expect(await count(`challenge where status in ('CLAIM_OPEN', 'CLAIM_CLOSED', 'REVIEW', 'AWARDED')`)).toBe(6);
    expect(await count(`claim where status = 'SEALED' and content is null and envelope is not null`)).toBe(4);
    expect(await count(`claim where status in ('WON', 'LOST') and "outcomeReason" is not null and result is not null`)).toBe(4);
  });

  it('has experts and brokers with cases that the register verifies', async () => {
    const { people } = await api.visitor().send<{ people: { items: { role: string; cases: { number: string }[] }[] } }>('{ people(filter: {}, page: { page: 1, size: 50 }) { items { role cases { number } } } }');
    expect([...new Set(people.items.filter((p) => p.cases.length).map((p) => p.role))].sort()).toEqual(['BROKER', 'EXPERT']);
  });

  it('has the decision behind every notice but the newest, of before it, at its price, with a paper', async () => {
    expect(await count('public_notice')).toBe(3);
    expect(
      await count(`public_notice n join notice_decision d on d."noticeId" = n.id and d.price = n.price join stored_file f on f.id = d."fileId"
                   where d."decidedOn" < n."startedOn" and f.sha256 = d.sha256`),
    ).toBe(2);
    expect(await count(`ledger_entry where event = 'notice.decisionEntered'`)).toBe(2);
  });

  it('has a past, and its inventors have work of their own', async () => {
    expect(await count(`achievement where "publishedAt" > now() - interval '2 days'`)).toBe(0);
    expect(await count(`audit_event where at > now() + interval '1 minute'`)).toBe(0);
    const idle = await count(`app_user u join organisation o on o.id = u."organisationId"
      where 'INVENTOR' = any(u.roles) and o.kind = 'UNIVERSITY' and not exists (select 1 from achievement a where a."createdBy" = u.id)`);
    expect(idle).toBe(0);
  });

  it('is loaded into an empty database only', async () => expect(seeding.get(DemoLoader).load(() => {})).rejects.toThrow('not empty'));

  it('lists an account for every kind of work', () => {
    expect(password).toBe(demoPassword);
    expect(accounts.map((a) => a.role).sort()).toEqual(Object.keys(pages).sort());
    const people = new Map(demoData().people.map((p) => [p.email, p.name]));
    expect(accounts.map((a) => people.get(a.email))).toEqual(accounts.map((a) => a.name));
  });

  it.each(accounts.map((a) => [a.role, a.email] as const))('gives the %s something to do', async (role, email) => {
    const client: ApiClient = api.visitor();
    await client.send('mutation ($input: LoginInput!) { login(input: $input) { id } }', { input: { email, password } });
    for (const field of pages[role] ?? []) {
      const [found] = Object.values(await client.send<Record<string, { total: number }>>(`{ ${field} }`));
      expect([field, (found?.total ?? 0) > 0]).toEqual([field, true]);
    }
  });
});

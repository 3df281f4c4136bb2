import { randomUUID } from 'node:crypto';
import type { MetricCode } from '@jihui/domain';
import type { TestOrganisation } from '@jihui/testing';
import { publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { QualityJobs } from '../quality/quality-jobs.js';
import { system } from '../../platform/auth/actor.js';

type Figure = { code: MetricCode; value: string; link: string };

describe('every number', () => {
  let api: TestApi;
  let official: Awaited<ReturnType<TestApi['member']>>;
  let branches: Record<'zhengzhou' | 'luoyang', TestOrganisation>;

  const contract = (branchId: string, achievementId: string | null, status: string, amount: number, number: string | null) =>
    api.pool.query(
      `insert into technology_contract ("branchId", "sellerId", "buyerId", "achievementId", status, type, title, subject, "totalAmount", "paymentMode", "paymentTerms",
         "ipOwnership", acceptance, confidentiality, "registrationNo", "verificationToken", "registeredAt", "createdAt", "updatedAt")
       values ($1, $6, $7, $2, $3, 'SERVICE', '合同', '标的', $4, 'LUMP_SUM', '', '', '', '', $5, $5, case when $5::text is not null then now() end, now(), now())`,
      [branchId, achievementId, status, amount, number, seller.id, buyer.id],
    );
  let seller: TestOrganisation;
  let buyer: TestOrganisation;

  /** The total of the list that a number's link opens, asked as its page asks. */
  async function totalBehind({ code, link }: Figure): Promise<string> {
    const { pathname, searchParams } = new URL(link, 'http://jihui.test');
    const client = api.visitor();
    const region = searchParams.get('region');
    if (pathname === '/search') {
      const input = { kinds: [searchParams.get('kind')], regions: region ? [region] : [], pending: searchParams.get('pending') === '1' };
      const answer = await client.send<{ search: { total: number; limited: boolean } }>('query ($input: SearchInput!) { search(input: $input) { total limited } }', { input });
      expect(answer.search.limited).toBe(false);
      return String(answer.search.total);
    }
    if (pathname === '/organisations') {
      const query = 'query ($regionCode: String) { organisations(regionCode: $regionCode, page: { page: 1, size: 1 }) { total } }';
      return String((await client.send<{ organisations: { total: number } }>(query, { regionCode: region })).organisations.total);
    }
    const query = 'query ($filter: RegisterFilterInput!) { register(filter: $filter, page: { page: 1, size: 1 }) { total totalAmount } }';
    const { register } = await client.send<{ register: { total: number; totalAmount: string } }>(query, { filter: { branchId: searchParams.get('branch') } });
    return code === 'REGISTERED_AMOUNT' ? register.totalAmount : String(register.total);
  }

  async function checked(numbers: Figure[]): Promise<Partial<Record<MetricCode, string>>> {
    for (const number of numbers) expect([number.code, number.link, await totalBehind(number)]).toEqual([number.code, number.link, number.value]);
    return Object.fromEntries(numbers.map((n) => [n.code, n.value]));
  }
  const publicNumbers = async () => (await api.visitor().send<{ publicNumbers: Figure[] }>('{ publicNumbers { code value link } }')).publicNumbers;

  beforeAll(async () => {
    api = await startApi();
    branches = {
      zhengzhou: await api.organisation('MARKET_OPERATOR', { branchCode: 'ZZ', regionCode: 'ZZ' }),
      luoyang: await api.organisation('MARKET_OPERATOR', { branchCode: 'LY', regionCode: 'LY' }),
    };
    official = await api.member(await api.organisation('GOVERNMENT_OFFICE', { regionCode: 'LY' }), ['OFFICIAL']);
    seller = await api.organisation('UNIVERSITY', { regionCode: 'ZZ_ZD' });
    buyer = await api.organisation('ENTERPRISE', { regionCode: 'LY_GX' });
    const suspended = await api.organisation('UNIVERSITY', { status: 'SUSPENDED' });
    const [sold = '', offered = ''] = [
      await publishAchievement(api, seller, { title: '已登记合同的成果', regionCode: 'ZZ_ZD' }),
      await publishAchievement(api, seller, { title: '正在洽谈的成果', regionCode: 'LY_GX' }),
      await publishAchievement(api, seller, { title: '没有合同的成果', regionCode: 'LY' }),
      await publishAchievement(api, suspended, { title: '暂停单位的成果' }),
      await publishAchievement(api, seller, { title: '尚未发布的成果', status: 'IN_REVIEW' }),
    ];
    await publishDemand(api, buyer, { title: '公开的需求', regionCode: 'LY_GX' });
    await publishDemand(api, buyer, { title: '匿名的需求', regionCode: 'LY_GX', anonymous: true });
    await publishDemand(api, buyer, { title: '没有发布的需求', status: 'SUBMITTED', branchId: branches.zhengzhou.id });
    await contract(branches.zhengzhou.id, sold, 'REGISTERED', 120_000_001, 'JHZZ-2026-000001');
    await contract(branches.luoyang.id, null, 'REGISTERED', 30_000_000, 'JHLY-2026-000001');
    await contract(branches.luoyang.id, offered, 'DRAFT', 90_000_000, null);
    await api.drain();
  });
  afterAll(() => api.close());

  it('of the front page is the total of the list that it opens', async () => {
    expect(await checked(await publicNumbers())).toEqual({
      PUBLISHED_ACHIEVEMENTS: '3',
      PENDING_CONVERSION: '2',
      PUBLISHED_DEMANDS: '2',
      MEMBERS: '2',
      REGISTERED_CONTRACTS: '2',
      REGISTERED_AMOUNT: '150000001',
    });
  });

  it('of a region too, with everything below it', async () => {
    const { overview } = await official.client.send<{ overview: { region: { regionCode: string; numbers: Figure[] } | null } }>('{ overview { region { regionCode numbers { code value link } } } }');
    expect(overview.region?.regionCode).toBe('LY');
    expect(await checked(overview.region?.numbers ?? [])).toEqual({
      PUBLISHED_ACHIEVEMENTS: '2',
      PENDING_CONVERSION: '2',
      PUBLISHED_DEMANDS: '2',
      MEMBERS: '1',
      REGISTERED_CONTRACTS: '1',
      REGISTERED_AMOUNT: '30000000',
    });
    const tto = await api.member(seller, ['UNIT_TTO']);
    expect(await tto.client.send('{ overview { region { regionCode } } }')).toEqual({ overview: { region: null } });
  });

  it('of the registry is the length of its list, for every reader', async () => {
    type Entry = { group: string; code: string; value: string; link: string; source: string[] };
    const branch = await api.member(branches.zhengzhou, ['OPERATOR_L1']);
    const unit = await api.member(seller, ['UNIT_TTO']);
    await publishAchievement(api, seller, { title: '没有合同的成果', regionCode: 'LY', status: 'IN_REVIEW', publishedAt: null });
    await api.pool.query('update organisation set "branchId" = $1 where id = any($2)', [branches.zhengzhou.id, [seller.id, buyer.id]]);
    await api.organisation('ENTERPRISE', { status: 'PENDING', branchId: branches.zhengzhou.id });
    await api.app.get(QualityJobs, { strict: false }).appraiseAll();
    const page = 'page: { page: 1, size: 1 }';
    const lists: Record<string, (params: URLSearchParams) => string> = {
      '/quality/items': (p) => `qualityItems(${p.get('problem') ? `problem: ${p.get('problem')}, ` : ''}${page})`,
      '/quality/duplicates': () => `duplicates(${page})`,
      '/my/achievements': (p) => `myAchievements(status: ${p.get('status')}, ${page})`,
      '/review/demands': () => `demandsToPublish(${page})`,
      '/review/organisations': () => `organisationsToVerify(${page})`,
      '/ndas': (p) => `ndas(box: ${p.get('tab')?.toUpperCase()}, status: ${p.get('status')}, ${page})`,
      '/introductions': (p) => `introductions(box: ${p.get('tab')?.toUpperCase()}, status: ${p.get('status')}, ${page})`,
    };
    const seen = new Map<string, string>();
    for (const client of [api.visitor(), branch.client, unit.client]) {
      const { metrics } = await client.send<{ metrics: Entry[] }>('{ metrics { group code value link source } }');
      for (const { group, code, value, link, source } of metrics) {
        const { pathname, searchParams } = new URL(link, 'http://jihui.test');
        const list = lists[pathname]?.(searchParams);
        const total = list
          ? String((await client.send<{ list: { total: number } }>(`{ list: ${list} { total } }`)).list.total)
          : await totalBehind({ code: code as MetricCode, value, link });
        expect([group, code, total]).toEqual([group, code, value]);
        expect(source).not.toEqual([]);
        if (value !== '0') seen.set(`${group}.${code}`, value);
      }
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['PUBLIC.MEMBERS', 'QUALITY.ITEMS', 'QUALITY.VAGUE', 'TASK.ACHIEVEMENTS_TO_RELEASE', 'TASK.DEMANDS_TO_PUBLISH', 'TASK.ORGANISATIONS_TO_VERIFY']));
  });

  it('stays the total of its list when a contract takes an achievement and gives it back', async () => {
    const [row] = (await api.pool.query<{ id: string }>(`select id from technology_contract where status = 'DRAFT'`)).rows;
    const move = async (status: string, event: 'contract.submitted' | 'contract.cancelled') => {
      await api.pool.query('update technology_contract set status = $1 where id = $2', [status, row?.id]);
      await api.db.run(system, (tx) => tx.record(event, row?.id ?? randomUUID(), {}));
      await api.drain();
    };
    await move('SUBMITTED', 'contract.submitted');
    expect((await checked(await publicNumbers())).PENDING_CONVERSION).toBe('1');
    await move('CANCELLED', 'contract.cancelled');
    expect((await checked(await publicNumbers())).PENDING_CONVERSION).toBe('2');
  });
});

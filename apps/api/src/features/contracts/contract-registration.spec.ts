import { platformNo, shanghaiDay } from '@jihui/domain';
import { completeContent, contractScene, type ContractScene, type ContractView } from '../../../test/contract-scene.js';
import { mailsTo, tokenIn } from '../../../test/mailbox.js';
import { startApi, type TestApi } from '../../../test/start-api.js';
import { ContractRegistration } from './contract-registration.service.js';
import { TechnologyContract } from './technology-contract.entity.js';

const refused = (code: string) => expect.objectContaining({ code });
const year = Number(shanghaiDay(new Date()).slice(0, 4));

describe('the registration', () => {
  let api: TestApi;
  let scene: ContractScene;
  beforeAll(async () => {
    api = await startApi();
    scene = await contractScene(api);
  });
  afterAll(() => api.close());

  /** Files that wait for the second review, without their way there. */
  async function waiting(of: ContractScene, count: number): Promise<ContractView[]> {
    const { rows } = await api.pool.query<ContractView>(
      `insert into technology_contract (status, "branchId", "sellerId", "buyerId", type, title, subject, "techField", "totalAmount", "techAmount", "paymentMode", "paymentTerms",
         "signedOn", "startsOn", "endsOn", "ipOwnership", acceptance, confidentiality, "submittedAt", "firstReviewerId", "createdAt", "updatedAt")
       select 'SECOND_REVIEW', $1, $2, $3, 'SERVICE', '并发登记合同', '主题', 'NEW_MATERIALS', 1000000, 900000, 'LUMP_SUM', '一次付清', '2026-01-05', '2026-01-05', '2027-01-04', '归委托方', '报告', '三年', now(), $4, now(), now()
         from generate_series(1, $5) returning id, version`,
      [of.branch.id, of.seller.organisation.id, of.buyer.organisation.id, of.first.userId, count],
    );
    return rows;
  }
  const numbersOf = async (of: ContractScene): Promise<string[]> =>
    (
      await api.pool.query<{ no: string }>(
        'select "registrationNo" as no from technology_contract where "branchId" = $1 and "registrationNo" is not null order by 1',
        [of.branch.id],
      )
    ).rows.map((r) => r.no);

  it('gives 200 at once 200 consecutive numbers, by several reviewers', async () => {
    const own = await contractScene(api, 'PAR');
    const reviewers = [own.second, own.both, await api.member(own.branch, ['OPERATOR_L2']), await api.member(own.branch, ['OPERATOR_L2'])];
    const rows = await waiting(own, 200);
    await Promise.all(rows.map((row, i) => own.register(reviewers[i % reviewers.length] ?? own.second, row)));
    expect(await numbersOf(own)).toEqual(Array.from({ length: 200 }, (_, i) => platformNo('PAR', year, i + 1)));
    const [counts] = await api.db.em.query(
      `select (select count(*)::int from audit_event where event = 'contract.registered' and "organisationId" = $1) as audit, (select count(*)::int from contract_review where "branchId" = $1) as reviews`,
      [own.branch.id],
    );
    expect(counts).toEqual({ audit: 200, reviews: 200 });
  }, 120_000);

  it('takes no serial when it fails, and counts each branch and year by itself', async () => {
    const own = await contractScene(api, 'GAP');
    const [first, second, third] = await waiting(own, 3);
    if (!first || !second || !third) throw new Error('three are needed');
    await own.register(own.second, first);
    const registration = api.app.get(ContractRegistration);
    const actor = {
      kind: 'SYSTEM' as const,
      userId: null,
      sessionId: null,
      name: '系统',
      organisationId: null,
      organisationName: '',
      organisationKind: null,
      organisationVerified: false,
      roles: [],
      ip: '',
    };
    const broken = api.db.run(actor, async (tx) => {
      await registration.register(tx, second);
      throw new Error('the power fails');
    });
    await expect(broken).rejects.toThrow('the power fails');
    await own.register(own.second, third);
    // New Year's Eve in UTC is already next year in Zhengzhou.
    await api.db.run(actor, (tx) => registration.register(tx, second), { now: new Date(`${year}-12-31T16:00:00Z`) });
    expect(await numbersOf(own)).toEqual([platformNo('GAP', year, 1), platformNo('GAP', year, 2), platformNo('GAP', year + 1, 1)]);
  });

  it('is for good: the database keeps numbers and decisions', async () => {
    const row = await scene.at('REGISTERED');
    const change = (sql: string) => api.pool.query(sql, [row.id]);
    await expect(change(`update technology_contract set "registrationNo" = 'JHZZ-2026-999999' where id = $1`)).rejects.toThrow(
      'stays with its contract',
    );
    await expect(change('delete from technology_contract where id = $1')).rejects.toThrow('stays with its contract');
    await expect(change(`update contract_review set opinion = 'x' where "contractId" = $1`)).rejects.toThrow('append-only');
    await expect(change('delete from contract_review where "contractId" = $1')).rejects.toThrow('append-only');
    await expect(
      api.db.em.insert(TechnologyContract, {
        ...completeContent,
        status: 'REGISTERED',
        sellerId: row.id,
        buyerId: row.id,
        createdAt: new Date(),
        updatedAt: new Date(),
      }),
    ).rejects.toThrow('contract_registered');
  });

  describe('shows the public', () => {
    const fields = 'number state title type sellerName buyerName brokerName branchName registeredOn';
    it('a certificate by number, however it is typed, and by the link of the mail', async () => {
      const row = await scene.at('REGISTERED');
      const ask = (number: string) =>
        api.visitor().send<{ certificate: object }>(`query C($n: String!) { certificate(number: $n) { ${fields} } }`, { n: number });
      const expected = {
        number: row.registrationNo,
        state: 'VALID',
        title: completeContent.title,
        type: 'LICENSE_PATENT',
        sellerName: scene.seller.organisation.name,
        buyerName: scene.buyer.organisation.name,
        brokerName: scene.broker.organisation.name,
        branchName: scene.branch.name,
        registeredOn: shanghaiDay(new Date()),
      };
      expect((await ask(row.registrationNo ?? '')).certificate).toEqual(expected);
      expect((await ask(` ${row.registrationNo?.toLowerCase().replaceAll('-', '－')} `)).certificate).toEqual(expected);
      await api.drain();
      const token = tokenIn(mailsTo(api.dataDir, scene.buyer.email));
      const byToken = await api
        .visitor()
        .send<{ certificateByToken: object }>(`query T($t: String!) { certificateByToken(token: $t) { ${fields} } }`, { t: token });
      expect(byToken.certificateByToken).toEqual(expected);
      await expect(ask('JHZZ-2026-999999')).rejects.toEqual(refused('NOT_FOUND'));
      await expect(ask('')).rejects.toEqual(refused('NOT_FOUND'));
    });
    it('never an amount or a text on a certificate', async () => {
      for (const field of ['totalAmount', 'techAmount', 'subject', 'paymentTerms'])
        await expect(api.visitor().send(`{ certificate(number: "x") { ${field} } }`)).rejects.toEqual(refused('GRAPHQL_VALIDATION_FAILED'));
      for (const field of ['title', 'sellerName', 'buyerName'])
        await expect(api.visitor().send(`{ register(filter: {}, page: { page: 1, size: 1 }) { items { ${field} } } }`)).rejects.toEqual(
          refused('GRAPHQL_VALIDATION_FAILED'),
        );
    });
    it('the register: every amount that its sum counts, narrowed by year, class, field and branch', async () => {
      const own = await contractScene(api, 'REG');
      await own.at('REGISTERED');
      await own.at('REGISTERED', {
        type: 'SERVICE',
        techField: 'AGRICULTURE',
        totalAmount: '30000000',
        techAmount: '30000000',
        paymentTerms: '一次付清30万元。',
      });
      await own.at('SECOND_REVIEW');
      type Register = {
        total: number;
        totalAmount: string;
        years: number[];
        branches: { id: string }[];
        items: {
          number: string;
          contractClass: string;
          techField: string;
          totalAmount: string;
          branchName: string;
          registeredOn: string;
        }[];
      };
      const list = async (filter: object, size = 10) =>
        (
          await api
            .visitor()
            .send<{ register: Register }>(
              'query R($f: RegisterFilterInput!, $p: PageInput!) { register(filter: $f, page: $p) { total totalAmount years branches { id } items { number contractClass techField totalAmount branchName registeredOn } } }',
              { f: filter, p: { page: 1, size } },
            )
        ).register;
      const all = await list({ branchId: own.branch.id, year });
      expect(all).toMatchObject({ total: 2, totalAmount: '130000000' });
      expect(all.items.reduce((sum, i) => sum + BigInt(i.totalAmount), 0n)).toBe(130_000_000n);
      expect(all.items[0]).toEqual({
        number: platformNo('REG', year, 2),
        contractClass: 'SERVICE',
        techField: 'AGRICULTURE',
        totalAmount: '30000000',
        branchName: own.branch.name,
        registeredOn: shanghaiDay(new Date()),
      });
      expect(all.years).toContain(year);
      expect(all.branches).toContainEqual({ id: own.branch.id });
      expect(await list({ branchId: own.branch.id }, 1)).toMatchObject({
        total: 2,
        totalAmount: '130000000',
        items: [{ number: platformNo('REG', year, 2) }],
      });
      expect(await list({ branchId: own.branch.id, contractClass: 'LICENSE' })).toMatchObject({ total: 1, totalAmount: '100000000' });
      expect(await list({ branchId: own.branch.id, techField: 'NUCLEAR' })).toMatchObject({ total: 0, totalAmount: '0', items: [] });
      expect(await list({ branchId: own.branch.id, year: 2001 })).toMatchObject({ total: 0 });
    });
  });
});

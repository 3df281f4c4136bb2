import type { QualityProblem } from '@jihui/domain';
import { makePatentNumber } from '@jihui/testing';
import { change, publishAchievement, publishDemand } from '../../../test/publish.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { MatchingService } from '../matches/matching.service.js';
import { PatentMail } from './patent-mail.service.js';
import { QualityJobs } from './quality-jobs.js';

const summary =
  '用75千瓦微波装置在钼台上生长四英寸多晶金刚石膜，翘曲不超过六十微米，热导率达到每米开尔文一千六百五十瓦。一家器件厂用二十六片做了封装对比，结温下降十八度。双面抛光后表面粗糙度小于三纳米，裂片率由百分之九降到百分之二。';
const rewritten =
  '双面抛光后表面粗糙度小于三纳米，裂片率由百分之九降至百分之二。一家器件厂拿二十六片做了封装对照，结温下降十八度。借助75千瓦微波设备在钼台上沉积四英寸多晶金刚石膜，翘曲不超过六十微米，热导率可达每米开尔文一千六百五十瓦。';
const other = '以工业固废为原料制备低碳胶凝材料，二十八天抗压强度四十五兆帕，已在两条道路的基层中使用，每吨减排二氧化碳六百公斤，初凝时间可调。';

type Side = { title: string; isOwn: boolean; texts: { field: string; text: string; differs: { start: number; end: number }[] }[] };
type Pair = { id: string; version: number; status: string; grounds: string[]; patents: string[]; titles: string[]; availableActions: string[]; first: Side; second: Side };
const side = '{ title isOwn texts { field text differs { start end } } }';
const fields = `id version status grounds patents titles availableActions first ${side} second ${side}`;
type Board = { qualityBoard: { items: number; rows: { organisationId: string; items: number; counts: { problem: QualityProblem; count: number }[] }[]; counts: { problem: QualityProblem; count: number }[] } };

describe('quality', () => {
  let api: TestApi;
  let unit: Member;
  let second: Member;
  let operator: Member;
  let stranger: Member;
  let firm: Member;
  const ids: Record<string, string> = {};

  const pairs = async (who: Member, status = 'OPEN') =>
    (await who.client.send<{ duplicates: { items: Pair[]; total: number } }>(`query ($status: DuplicateStatus!) { duplicates(status: $status, page: { page: 1, size: 50 }) { total items { ${fields} } } }`, { status })).duplicates.items;
  const decide = (who: Member, pair: Pair, verdict: string, reason = '两条写的是同一台设备') =>
    who.client.send<{ row: Pair }>(`mutation ($id: ID!, $version: Int!, $input: DuplicateDecisionInput!) { row: decideDuplicate(id: $id, version: $version, input: $input) { ${fields} } }`, {
      ...{ id: pair.id, version: pair.version },
      input: { verdict, reason },
    });
  const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string; message: string }) => error.code ?? error.message);

  beforeAll(async () => {
    api = await startApi();
    const branch = await api.organisation('MARKET_OPERATOR', { branchCode: 'ZZ', regionCode: 'ZZ' });
    operator = await api.member(branch, ['OPERATOR_L1']);
    unit = await api.member(await api.organisation('UNIVERSITY', { branchId: branch.id }), ['UNIT_TTO']);
    second = await api.member(await api.organisation('UNIVERSITY', { branchId: branch.id }), ['UNIT_TTO']);
    stranger = await api.member('UNIVERSITY', ['UNIT_TTO']);
    firm = await api.member(await api.organisation('ENTERPRISE', { branchId: branch.id }), ['ENTERPRISE_ADMIN']);
    const year = new Date().getUTCFullYear();
    const shared = makePatentNumber(1, year - 3);
    const right = (number: string, filedOn?: string) => [{ kind: 'INVENTION' as const, number, title: '一种方法', status: 'GRANTED' as const, filedOn }];
    ids['original'] = await publishAchievement(api, unit.organisation, { title: '四英寸多晶金刚石热沉片的低翘曲生长', summary, trl: 6, techField: 'NEW_MATERIALS', ipRights: right(shared) });
    ids['again'] = await publishAchievement(api, unit.organisation, { title: '低翘曲四英寸多晶金刚石热沉片', summary: rewritten });
    ids['other'] = await publishAchievement(api, unit.organisation, { title: '全固废胶凝材料', summary: other, ipRights: right(makePatentNumber(1, year - 21)) });
    ids['foreign'] = await publishAchievement(api, second.organisation, { title: '抛光垫在线修整装置', summary: '在线修整抛光垫，寿命延长一倍，已在一条产线上运行半年。', ipRights: right(shared.replace('ZL', '')) });
    ids['ending'] = await publishAchievement(api, second.organisation, { title: '小麦条锈病抗性基因聚合', summary: '聚合三个抗性基因，两年三点区试平均亩产五百八十公斤。', ipRights: right(makePatentNumber(1, year - 20), `${year - 20}-12-31`) });
    ids['demand'] = await publishDemand(api, firm.organisation, { title: '求四英寸金刚石热沉片', problem: '需要翘曲小于六十微米的四英寸多晶金刚石热沉片，热导率不低于一千六百瓦。', branchId: branch.id });
    await api.drain();
  });
  afterAll(() => api.close());

  it('finds a text written again and an equal patent number, and shows each to those concerned alone', async () => {
    const found = await pairs(operator);
    expect(found.map((p) => p.grounds).sort()).toEqual([['NEAR'], ['PATENT']]);
    expect((await pairs(unit)).length).toBe(2);
    expect((await pairs(second)).map((p) => p.grounds)).toEqual([['PATENT']]);
    expect(await pairs(stranger)).toEqual([]);
    const near = found.find((p) => p.grounds.includes('NEAR'));
    expect(await codeOf(stranger.client.send(`query ($id: ID!) { duplicate(id: $id) { id } }`, { id: near?.id }))).toBe('NOT_FOUND');
    expect(await codeOf(api.visitor().send('{ duplicates(page: { page: 1, size: 5 }) { total } }'))).toBe('NOT_SIGNED_IN');
    const texts = [near?.first, near?.second].map((s) => s?.texts.find((t) => t.field === 'text'));
    const said = texts.map((t) => t?.differs.map((d) => t.text.slice(d.start, d.end)) ?? []);
    expect(said.flat().some((s) => s.includes('沉积'))).toBe(true);
    expect(said.flat().join('')).not.toContain('裂片率');
  });

  it('lets an owner judge what is all his own, and a branch what lies between two owners; the decision stays', async () => {
    const own = (await pairs(unit)).find((p) => p.grounds.includes('NEAR'));
    const between = (await pairs(unit)).find((p) => p.grounds.includes('PATENT'));
    if (!own || !between) throw new Error('no pairs');
    expect(between.availableActions).toEqual([]);
    expect(await codeOf(decide(unit, between, 'DIFFERENT'))).toBe('FORBIDDEN');
    expect(await codeOf(decide(stranger, own, 'SAME'))).toBe('NOT_FOUND');
    expect(await codeOf(decide(unit, own, 'SAME', '短'))).toBe('INVALID_INPUT');
    const twice = await Promise.all([codeOf(decide(unit, own, 'SAME')), codeOf(decide(operator, own, 'DIFFERENT'))]);
    expect(twice.sort()).toEqual(['STALE', 'done']);
    const { row } = await decide(operator, between, 'DIFFERENT', '同一专利的两种用途，分别转化');
    expect(row).toMatchObject({ status: 'DIFFERENT', availableActions: ['reconsider'] });
    const { rows } = await api.pool.query(`select event, data->>'verdict' as verdict from audit_event where "subjectId" = $1 order by id`, [between.id]);
    expect(rows).toEqual([{ event: 'duplicate.found', verdict: null }, { event: 'duplicate.decided', verdict: 'DIFFERENT' }]);
    await change(api, 'achievement', ids['foreign'] ?? '', `summary = summary || '。'`, 'achievement.revised');
    await api.drain();
    expect((await pairs(operator, 'DIFFERENT')).map((p) => p.id)).toContain(between.id);
    expect(await pairs(operator)).toEqual([]);
  });

  it('clears what nobody has judged once the two are not alike, and finds it again', async () => {
    const third = await publishAchievement(api, second.organisation, { title: '多晶金刚石热沉片', summary });
    await api.drain();
    const open = await pairs(second);
    expect(open.length).toBeGreaterThan(0);
    await change(api, 'achievement', third, `summary = '${other}'`, 'achievement.revised');
    await api.drain();
    expect((await pairs(second, 'CLEARED')).map((p) => p.id)).toEqual(expect.arrayContaining(open.map((p) => p.id)));
    await change(api, 'achievement', third, `status = 'WITHDRAWN'`, 'achievement.withdrawn');
    await api.drain();
    expect(await pairs(second)).toEqual([]);
    const still = await api.pool.query('select count(*)::int as n from achievement');
    expect(still.rows).toEqual([{ n: 6 }]);
  });

  it('finds the same by rare words once the market is counted, and tells apart what is not alike', async () => {
    await api.pool.query(`delete from duplicate_pair`);
    await api.pool.query(`insert into achievement ("organisationId", status, title, summary, "regionCode", "publishedAt", "confirmedAt", "createdAt", "updatedAt")
      select $1, 'PUBLISHED', '条目' || n, '第' || n || '号样品的试验记录，批次' || (n * 7919) || '，合格', 'ZZ', now(), now(), now(), now() from generate_series(1, 30) n`, [stranger.organisation.id]);
    const jobs = api.app.get(QualityJobs, { strict: false });
    expect((await jobs.appraiseAll()).items).toBeGreaterThan(30);
    expect((await api.pool.query('select generation from shingle_count')).rows).toEqual([{ generation: 1 }]);
    expect((await pairs(unit)).map((p) => p.grounds).sort()).toEqual([['NEAR'], ['PATENT']]);
    expect(await jobs.appraiseAll()).toEqual({ items: 0 });
    await api.pool.query(`delete from achievement where "organisationId" = $1`, [stranger.organisation.id]);
    await jobs.appraiseAll();
  });

  it('shows the term of a patent and refuses to license one that has ended, saying which', async () => {
    const query = `query ($id: ID!) { achievement(id: $id) { ipRights { number term { filingYear from to state } } } }`;
    type Answer = { achievement: { ipRights: { number: string; term: { state: string } }[] } };
    const { achievement } = await api.visitor().send<Answer>(query, { id: ids['other'] });
    expect(achievement.ipRights[0]?.term.state).toBe('ENDED');
    const number = achievement.ipRights[0]?.number ?? '';
    const input = {
      ...{ type: 'LICENSE_PATENT', title: '固废胶凝材料专利许可', subject: `许可方将专利${number}许可给被许可方在河南省内实施，并提供技术资料。`, totalAmount: '100000000', paymentMode: 'LUMP_SUM' },
      ...{ paymentTerms: '一次付清', ipOwnership: '归许可方', acceptance: '按资料验收', confidentiality: '保密三年', sellerId: unit.organisation.id, buyerId: firm.organisation.id },
    };
    const create = (type: string) =>
      unit.client.send('mutation ($input: ContractCreateInput!) { createContract(input: $input) { id } }', { input: { ...input, type } }).catch((error: { code: string; params?: unknown }) => ({ code: error.code, params: error.params }));
    expect(await create('LICENSE_PATENT')).toMatchObject({ code: 'INVALID_INPUT', params: { issues: [{ path: 'subject', code: 'patent_ended', params: { number } }] } });
    expect(await create('SERVICE')).toMatchObject({ createContract: {} });
  });

  it('tells a unit once, a year ahead, that a right ends', async () => {
    const mail = api.app.get(PatentMail, { strict: false });
    await mail.warn();
    await mail.warn();
    const { rows } = await api.pool.query(`select "itemId" from item_patent where "warnedAt" is not null`);
    expect(rows).toEqual([{ itemId: ids['ending'] }]);
  });

  it('matches live items alone, also those that only time has hidden', async () => {
    await api.app.get(MatchingService, { strict: false }).rematchAll();
    const matched = async () => (await firm.client.send<{ myMatches: { items: { achievementId: string }[] } }>('{ myMatches(page: { page: 1, size: 50 }) { items { achievementId } } }')).myMatches.items.map((m) => m.achievementId);
    expect(await matched()).toContain(ids['original']);
    await api.pool.query(`update achievement set "confirmedAt" = now() - interval '181 days' where id = $1`, [ids['original']]);
    expect(await matched()).not.toContain(ids['original']);
    await api.app.get(MatchingService, { strict: false }).rematchAll();
    expect((await api.pool.query('select 1 from match where "achievementId" = $1', [ids['original']])).rows).toEqual([]);
    await change(api, 'achievement', ids['original'] ?? '', `"confirmedAt" = now()`, 'achievement.confirmed');
    await api.drain();
    expect(await matched()).toContain(ids['original']);
  });

  it('counts on the board what its lists hold, for the owner and for the branch', async () => {
    await api.pool.query(`update achievement set "confirmedAt" = now() - interval '100 days' where id = $1`, [ids['again']]);
    for (const who of [operator, unit, second, firm]) {
      const { qualityBoard } = await who.client.send<Board>('{ qualityBoard { items counts { problem count } rows { organisationId items counts { problem count } } } }');
      const total = async (problem: string | null, organisationId: string | null) => {
        const query = 'query ($problem: QualityProblem, $organisationId: ID) { qualityItems(problem: $problem, organisationId: $organisationId, page: { page: 1, size: 50 }) { total items { id problems } } }';
        const { qualityItems } = await who.client.send<{ qualityItems: { total: number; items: { problems: string[] }[] } }>(query, { problem, organisationId });
        if (problem) for (const item of qualityItems.items) expect(item.problems).toContain(problem);
        return qualityItems.total;
      };
      expect(await total(null, null)).toBe(qualityBoard.items);
      for (const { problem, count } of qualityBoard.counts) expect([problem, await total(problem, null)]).toEqual([problem, count]);
      for (const row of qualityBoard.rows) for (const { problem, count } of row.counts) if (count) expect([problem, await total(problem, row.organisationId)]).toEqual([problem, count]);
      if (who === unit) expect(Object.fromEntries(qualityBoard.counts.map((c) => [c.problem, c.count]))).toMatchObject({ DUE: 1, PATENT_ENDED: 1, PATENT_ENDING: 0 });
      if (who === operator) expect(qualityBoard.rows.map((r) => r.organisationId).sort()).toEqual([unit, second, firm].map((m) => m.organisation.id).sort());
    }
    expect((await stranger.client.send<Board>('{ qualityBoard { items rows { organisationId } counts { problem count } } }')).qualityBoard.rows).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { shanghaiDay } from '@jihui/domain';
import { declare, publishedFast, score } from '../../../test/challenge-awarded.js';
import { ChallengeScene, type Row as Item } from '../../../test/challenge-scene.js';
import { mailsTo } from '../../../test/mailbox.js';
import { codeOf, issuesOf } from '../../../test/refusals.js';
import { startApi, type Member, type TestApi } from '../../../test/start-api.js';
import { Digests } from '../alerts/digests.service.js';

type Row = { key: string | null; count: number; cash: string; fiscal: string };

describe('the board in figures, and the panel', () => {
  let api: TestApi;
  let scene: ChallengeScene;
  const figures = async (cut: string, filter: object = {}) =>
    (await api.visitor().send<{ rows: Row[] }>('query ($cut: ChallengeCut!, $filter: BoardFilterInput!) { rows: challengeFigures(cut: $cut, filter: $filter) { key count cash fiscal } }', { cut, filter })).rows;
  const total = async (args: string) => (await api.visitor().send<{ list: { total: number } }>(`{ list: challenges(${args}, page: { page: 1, size: 1 }) { total } }`)).list.total;

  beforeAll(async () => {
    api = await startApi();
    scene = await new ChallengeScene(api).prepare();
    await publishedFast(scene, { techField: 'NEW_ENERGY', title: '=1+1 电池极片切刀寿命攻关' });
    await publishedFast(scene, { techField: 'NEW_ENERGY', bidderCash: '5000000' });
    await scene.close(await publishedFast(scene, { techField: 'BIOMEDICINE' }));
    await scene.approved({ techField: 'NUCLEAR' });
  });
  afterAll(() => api.close());

  it('counts what is out, and each row is what the board shows under it', async () => {
    const rows = await figures('FIELD');
    expect(rows.filter((r) => ['NEW_ENERGY', 'BIOMEDICINE', 'NUCLEAR'].includes(r.key ?? ''))).toEqual([
      { key: 'NEW_ENERGY', count: 2, cash: '9000000', fiscal: '20000000' },
      { key: 'BIOMEDICINE', count: 1, cash: '4000000', fiscal: '10000000' },
    ]);
    const month = (await figures('MONTH'))[0]?.key ?? '';
    expect(month).toMatch(/^\d{4}-\d{2}$/);
    for (const [cut, argument] of [['FIELD', 'techField: NEW_ENERGY'], ['MONTH', `month: "${month}"`], ['KIND', 'kind: ENTERPRISE_NEED'], ['MODE', 'mode: SINGLE'], ['STAGE', 'stage: OPEN']] as const) {
      const key = argument.split(': ')[1]?.replaceAll('"', '');
      expect((await figures(cut)).find((r) => r.key === key)?.count).toBe(await total(argument));
    }
    const [place] = await figures('REGION', { techField: 'NEW_ENERGY' });
    expect(await total(`techField: NEW_ENERGY, region: "${place?.key ?? ''}"`)).toBe(place?.count);
    expect(await figures('STAGE', { techField: 'BIOMEDICINE' })).toMatchObject([{ key: 'ENDED', count: 1 }]);
    expect(await codeOf(figures('FIELD', { month: '2026-13' }))).toBe('INVALID_INPUT');
  });

  it('goes away as a draft even when its timetable was planned before it came back', async () => {
    let row = await scene.act(scene.owner, 'submitChallenge', await scene.create());
    const input = { startsOn: '2026-12-01', stages: [{ stage: 'FORM_CHECK', length: 5, unit: 'WORKING' }], bids: 3, reviewers: 5, perDay: 4 };
    row = await scene.act(scene.first, 'planChallenge', row, ', input: $input', { input }, ', $input: ChallengePlanInput!');
    row = await scene.reason(scene.first, 'returnChallenge', row, '请补充指标的测试方法。');
    const remove = { id: row.id, version: (await scene.read(scene.owner, row.id)).version };
    await scene.owner.client.send('mutation ($id: ID!, $version: Int!) { deleteChallenge(id: $id, version: $version) }', remove);
    expect(await codeOf(scene.read(scene.owner, row.id))).toBe('NOT_FOUND');
  });

  it('goes out as tables that no spreadsheet takes for formulas', async () => {
    const get = async (path: string) => {
      const response = await fetch(`${api.url}/exports/${path}`);
      return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString() };
    };
    const items = await get('challenges.csv?stage=ALL&field=NEW_ENERGY');
    expect(items.text.trim().split('\r\n')).toHaveLength(3);
    expect(items.text).toContain(`"'=1+1 电池极片切刀寿命攻关"`);
    expect(items.text).not.toContain('13800001111');
    expect((await get('challenge-figures.csv?cut=FIELD')).text).toContain('"2","90000"');
    expect((await get('challenge-figures.csv?cut=COLOUR')).status).toBe(400);
  });

  it('tells who keeps its search what is new, each item once', async () => {
    const reader = await api.member('UNIVERSITY', ['UNIT_TTO']);
    const save = (address: string) => reader.client.send('mutation ($input: SavedSearchInput!) { saveSearch(input: $input) { id } }', { input: { name: '航空刀具', address, mail: true } });
    await save('/challenges?field=AEROSPACE');
    expect(await codeOf(save('/challenges/x'))).toBe('INVALID_INPUT');
    const { id } = await publishedFast(scene, { techField: 'AEROSPACE' });
    await publishedFast(scene, { techField: 'AGRICULTURE' });
    const digests = api.app.get(Digests, { strict: false });
    for (let i = 0; i < 2; i++) await digests.checkSearches(new Date());
    const { mine } = await reader.client.send<{ mine: { found: unknown[] }[] }>('{ mine: mySavedSearches { found { id kind } } }');
    expect(mine).toEqual([{ found: [{ id, kind: 'CHALLENGE' }] }]);
  });

  describe('the panel', () => {
    type Panel = { version: number; status: string; panel: { round: number; mayRecord: boolean; scoresOpen: boolean; records: { id: string; round: number; sha256: string | null; fileId: string; correctsId: string | null; attendees: { name: string; isChair: boolean }[] }[] } | null; reviewers: { name: string; isChair: boolean }[] };
    const paper = '%PDF-1.7\n% 评审记录\n';
    const today = shanghaiDay(new Date());
    let experts: Member[];
    let bidder: Member;
    let claimId: string;
    let item: Item;
    const see = (who: { client: Member['client'] }) =>
      scene.read<Panel>(who, item.id, 'version status panel { round mayRecord scoresOpen records { id round sha256 fileId correctsId attendees { name isChair } } } reviewers { name isChair }');
    const fresh = () => scene.read(scene.first, item.id);
    const nameChair = async (who: Member, userId: string) => scene.act(who, 'nameChallengeChair', await fresh(), ', userId: $userId', { userId }, ', $userId: ID!');
    const record = async (who: Member, changed: object = {}) =>
      who.client.send('mutation ($input: PanelRecordInput!) { recordPanel(input: $input) { id } }', {
        input: { challengeId: item.id, version: (await fresh()).version, heldOn: today, manner: 'MEETING', attendeeIds: experts.map((e) => e.userId), conclusion: '一致推荐第一名为揭榜方。', dissent: '无', ...changed },
      });
    const decide = async () =>
      scene.act(scene.second, 'decideChallenge', await fresh(), ', input: $input', { input: { winners: [claimId], reasons: [{ claimId, reason: '方案可行，数据完整，团队有同类经验' }] } }, ', $input: ChallengeDecisionInput!');

    beforeAll(async () => {
      bidder = await api.member('UNIVERSITY', ['UNIT_TTO']);
      const open = await publishedFast(scene);
      claimId = (await scene.claim(bidder, open)).id;
      item = await scene.opened(open);
      await scene.first.client.send('mutation ($input: ClaimJudgementInput!) { judgeClaim(input: $input) { status } }', { input: { claimId, qualified: true } });
      item = await scene.act(scene.first, 'qualifyChallenge', item);
      const place = await api.organisation('UNIVERSITY');
      experts = [];
      for (let i = 0; i < 4; i++) experts.push(await api.member(place, ['EXPERT']));
      item = await scene.act(scene.first, 'appointReviewers', item, ', userIds: $userIds', { userIds: experts.map((e) => e.userId) }, ', $userIds: [ID!]!');
    });

    it('has one chair of its own, who is it no more when he steps back', async () => {
      const [e1, e2] = experts as [Member, Member];
      expect(await codeOf(nameChair(scene.second, e1.userId))).toBe('FORBIDDEN');
      expect(await codeOf(nameChair(await api.member('MARKET_OPERATOR', ['OPERATOR_L1']), e1.userId))).toBe('FORBIDDEN');
      expect(await issuesOf(nameChair(scene.first, bidder.userId))).toEqual(['userId not_on_panel']);
      await nameChair(scene.first, e2.userId);
      await nameChair(scene.first, e1.userId);
      const chairs = async () => (await see(scene.first)).reviewers.filter((r) => r.isChair).map((r) => r.name);
      expect(await chairs()).toEqual([e1.name]);
      await scene.act(scene.first, 'startChallengeReview', await fresh());
      await declare(e1, item.id, { ties: [], stepBack: true });
      expect(await chairs()).toEqual([]);
      experts = experts.slice(1);
    });

    it('has a record once the scores are open, of those who sit on it and with its chair', async () => {
      expect(await codeOf(record(scene.first))).toBe('STEP_NOT_READY');
      for (const e of experts) await declare(e, item.id);
      for (const e of experts) await score(e, claimId, 88);
      expect(await see(scene.second)).toMatchObject({ panel: { mayRecord: false, scoresOpen: true, records: [] } });
      expect(await issuesOf(record(scene.first))).toEqual(['attendeeIds no_chair']);
      const [chair, second] = experts as [Member, Member];
      await nameChair(scene.first, chair.userId);
      expect(await issuesOf(record(scene.first, { attendeeIds: [second.userId], heldOn: '2099-01-01' }))).toEqual(['heldOn in_future', 'attendeeIds chair_absent']);
      expect(await issuesOf(record(scene.first, { attendeeIds: [chair.userId, bidder.userId], heldOn: '2020-01-01' }))).toEqual(['heldOn before_opening', 'attendeeIds not_on_panel']);
      expect(await issuesOf(record(scene.first, { attendeeIds: [], dissent: ' ' }))).toHaveLength(2);
      expect(await codeOf(record(scene.second))).toBe('FORBIDDEN');
      const { version } = await fresh();
      await record(scene.first, { fileId: await scene.first.client.upload('评审记录.pdf', paper), version });
      expect(await codeOf(record(scene.first, { version }))).toBe('STALE');
      const [first] = (await see(scene.second)).panel?.records ?? [];
      expect(first).toMatchObject({ round: 1, sha256: createHash('sha256').update(paper).digest('hex') });
      expect(first?.attendees.filter((a) => a.isChair)).toMatchObject([{ name: chair.name }]);
      expect(await issuesOf(record(scene.first, { correctsId: first?.id }))).toEqual(['correctionReason required']);
      await record(scene.first, { correctsId: first?.id, correctionReason: '漏记一条意见。', dissent: '一名专家认为样刀数据不足。' });
      expect(await issuesOf(record(scene.first, { correctsId: first?.id, correctionReason: '再更正一次。' }))).toEqual(['correctsId paper_corrected']);
      await expect(api.pool.query(`update panel_record set dissent = 'x'`)).rejects.toThrow('append-only');
    });

    it('is read by the branch alone, before the decision and after its announcement', async () => {
      await decide();
      await scene.act(scene.first, 'announceChallenge', await fresh());
      const { panel } = await see(scene.second);
      expect(panel?.records).toHaveLength(2);
      const stranger = await api.member('MARKET_OPERATOR', ['OPERATOR_L2']);
      for (const who of [scene.owner, bidder, stranger, experts[0] as Member, { client: api.visitor() }]) expect((await see(who)).panel).toBeNull();
      const file = (client: Member['client']) => fetch(`${api.url}/files/${panel?.records[0]?.fileId}`, { headers: { cookie: client.cookie } });
      expect([(await file(scene.second.client)).status, (await file(scene.owner.client)).status, (await file(bidder.client)).status]).toEqual([200, 404, 404]);
      const events = async (who: Member) => JSON.stringify(await scene.read(who, item.id, 'history { event }'));
      expect(await events(scene.second)).toContain('challenge.panelRecorded');
      expect(await events(scene.owner)).not.toMatch(/panelRecorded|chairNamed/);
    });

    it('has another record for another round, and no decision waits for one', async () => {
      await scene.reason(scene.second, 'reconsiderChallenge', await fresh(), '异议成立：一项指标按旧标准评分。');
      await api.drain();
      const { panel } = await see(scene.first);
      expect(panel).toMatchObject({ round: 2, scoresOpen: false });
      if ((await fresh()).status === 'QUALIFIED') await scene.act(scene.first, 'startChallengeReview', await fresh());
      for (const e of experts) await score(e, claimId, 80);
      expect(await issuesOf(record(scene.first, { correctsId: panel?.records[1]?.id, correctionReason: '更正上一轮。' }))).toEqual(['correctsId earlier_round']);
      expect((await decide()).status).toBe('DECIDED');
      await record(scene.first, { manner: 'CORRESPONDENCE' });
      expect((await see(scene.first)).panel?.records.map((r) => r.round)).toEqual([1, 1, 2]);
      expect(await scene.read(scene.first, item.id, 'panel { openedOn decidedOn }')).toMatchObject({ panel: { openedOn: today, decidedOn: today } });
      const ago = (n: number) => new Date(Date.now() - n * 86_400_000);
      await api.pool.query('alter table audit_event disable trigger user');
      for (const [name, days] of [['opened', 9], ['reconsidered', 6], ['decided', 3]] as const)
        await api.pool.query('update audit_event set at = $3 where "subjectId" = $1 and event = $2', [item.id, `challenge.${name}`, ago(days)]);
      await api.pool.query('alter table audit_event enable trigger user');
      const heldOn = (n: number) => shanghaiDay(ago(n));
      expect([await issuesOf(record(scene.first, { heldOn: heldOn(7) })), await issuesOf(record(scene.first, { heldOn: heldOn(2) }))]).toEqual([['heldOn before_opening'], ['heldOn after_decision']]);
      await record(scene.first, { heldOn: heldOn(3) });
    });

    it('tells bidders and panel what became of the item, and feeds its state', async () => {
      await scene.reason(scene.second, 'terminateChallenge', await fresh(), '发榜方无法履行付款义务，终止榜单。');
      await api.drain();
      const mails = (who: Member) => mailsTo(api.dataDir, who.email).join();
      expect(mails(bidder)).toMatch(/原评审结果作废[^]*按旧标准评分[^]*榜单已终止[^]*无法履行付款义务/);
      expect(mails(experts[0] as Member)).toContain('榜单已终止');
      const judged = await api.pool.query(`select data from audit_event where event = 'claim.judged' and "subjectId" = $1`, [claimId]);
      expect(judged.rows).toEqual([{ data: { qualified: true, reason: null } }]);
      expect(await (await fetch(`${api.url}/exports/challenges.rss`)).text()).toContain('<category>已终止</category>');
      const { timetable } = await scene.read<{ timetable: { rows: { state: string }[] } }>(scene.first, item.id, 'timetable { rows { state } }');
      expect(new Set(timetable.rows.map((r) => r.state))).not.toContain('AHEAD');
    });
  });
});

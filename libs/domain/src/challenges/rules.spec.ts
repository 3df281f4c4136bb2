import { claimContent, claimFormOf, claimIssues } from './claims.js';
import { checkReadiness, challengeRuleOn, type ReadinessCheck } from './readiness.js';
import { rankClaims, scoreIssues, type Card } from './results.js';
import { heldOnIssues, panelDays } from './panel-record.js';
import { challengeComplete, challengeRewriteComplete, claimsCloseIssue, type ChallengeContent } from './rules.js';
import { isInTime, stepFault } from './steps.js';

const item: ChallengeContent = {
  kind: 'ENTERPRISE_NEED',
  mode: 'SINGLE',
  title: '精镗刀具刃口寿命攻关',
  background: '为发动机厂供缸体精镗刀，新刀头几百件孔壁很漂亮，到一千五六百件就出现微崩，客户整批停线换刀，必须翻倍。',
  indicators: [{ name: '单刃加工件数', current: '1500', op: 'GE', target: '4000', unit: '件', method: '客户产线连续两把刀', must: true }],
  deliverables: '刀具样件二十把和工艺文件一套',
  endsOn: '2028-01-31',
  ownFunds: '40000000',
  bidderCash: '4000000',
  fiscalSupport: '10000000',
  paymentPlan: [
    { name: '签约', percent: 40 },
    { name: '验收', percent: 60 },
  ],
  ipSharing: '新产生的专利双方共有',
  bidderConditions: '有同类刀具研制经验',
  acceptance: '两把刀均达到 4000 件',
  triedSelf: '换过三种牌号仍然崩刃',
  ndaAnnex: null,
  cleanRecord: true,
  teams: 1,
  gates: [],
  criteria: [
    { name: '技术方案', weight: 60 },
    { name: '团队基础', weight: 40 },
  ],
  techField: 'ADVANCED_MANUFACTURING',
  chain: null,
  keywords: [],
  contactName: null,
  contactPhone: null,
};
const failing = (change: Partial<ChallengeContent>, verified = true): string[] =>
  checkReadiness({ ...item, ...change }, verified, '2026-11-22')
    .filter((c: ReadinessCheck) => !c.ok)
    .map((c) => c.code);

describe('the readiness of an item', () => {
  it('holds at exactly four times and forty percent, and not a fen below', () => {
    expect(failing({})).toEqual([]);
    expect(failing({ ownFunds: '39999999' })).toEqual(['FISCAL_RATIO']);
    expect(failing({ bidderCash: '3999999' })).toEqual(['CASH_RATIO']);
    expect(failing({ fiscalSupport: null, bidderCash: '1' })).toEqual([]);
    expect(failing({ fiscalSupport: '9007199254740993', ownFunds: '36028797018963971', bidderCash: '9007199254740993' })).toEqual([
      'COMPLETE',
      'FISCAL_RATIO',
    ]);
  });

  it('asks for own money, a clean record, a term and measurable indicators', () => {
    expect(failing({ ownFunds: '0', bidderCash: '0', fiscalSupport: null })).toEqual(['OWN_MONEY', 'CASH_WITHIN']);
    expect(failing({ bidderCash: '40000001' })).toEqual(['CASH_WITHIN']);
    expect(failing({ cleanRecord: false }, false)).toEqual(['OWNER_VERIFIED', 'CLEAN_RECORD']);
    expect(failing({ endsOn: '2029-11-22' })).toEqual([]);
    expect(failing({ endsOn: '2029-11-23' })).toEqual(['LONGEST_TERM']);
    expect(failing({ indicators: [{ name: '外观', op: 'TEXT', target: '无缺陷', must: true }] })).toEqual(['MEASURABLE']);
    expect(failing({ mode: 'HORSE_RACE', teams: 2, gates: [{ name: '中期', day: '2028-06-01', rule: '末位淘汰' }] })).toEqual([
      'GATES_IN_TERM',
    ]);
  });

  it('takes the rule of the day', () => {
    expect(challengeRuleOn('LONGEST_TERM', '2022-12-31')).toBeNull();
    const later = [
      { enterpriseOfFiscal: 50_000, cashOfFiscal: 4_000, validFrom: '2027-01-01', validTo: null, basis: 'x', certainty: 'TO_CHECK' as const },
    ];
    expect(checkReadiness(item, true, '2027-01-01', undefined, later).find((c) => c.code === 'FISCAL_RATIO')).toMatchObject({
      ok: false,
      params: { least: '50000000' },
    });
  });

  it('refuses shares that do not make a whole, and a race without gates', () => {
    const paths = (change: Partial<ChallengeContent>) =>
      challengeComplete.safeParse({ ...item, ...change }).error?.issues.map((i) => i.path.join('.')) ?? [];
    expect(
      paths({
        criteria: [
          { name: '技术方案', weight: 60 },
          { name: '技术方案', weight: 30 },
        ],
      }),
    ).toEqual(['criteria', 'criteria.1.name']);
    expect(paths({ paymentPlan: [{ name: '签约', percent: 99 }] })).toEqual(['paymentPlan']);
    expect(paths({ mode: 'HORSE_RACE' })).toEqual(['teams', 'gates']);
    expect(paths({ teams: 2 })).toEqual(['teams']);
  });
});

describe('what goes out', () => {
  it('is whole also after the experts have shaped it', () => {
    expect(challengeRewriteComplete.safeParse(item).success).toBe(true);
    const paths = challengeRewriteComplete.safeParse({ ...item, title: '', indicators: [], criteria: [{ name: '技术方案', weight: 60 }] }).error?.issues.map((i) => i.path.join('.'));
    expect(paths).toEqual(['title', 'indicators', 'criteria', 'criteria']);
  });
  it('takes claims for ten days at least, and no longer than work and race allow', () => {
    const now = new Date('2026-11-22T04:00:00Z');
    const of = (at: string, change: { endsOn?: string; gates?: { day: string }[] } = {}, before: string | null = null) =>
      claimsCloseIssue(new Date(at), now, { endsOn: '2027-03-31', gates: [], ...change }, before === null ? null : new Date(before))?.code ?? null;
    expect([of('2026-12-02T03:59:59Z'), of('2026-12-02T04:00:00Z')]).toEqual(['claims_period', null]);
    // The day is Shanghai's.
    expect([of('2027-03-30T15:59:59Z'), of('2027-03-30T16:00:00Z')]).toEqual([null, 'before_work_ends']);
    expect(of('2027-01-05T04:00:00Z', { gates: [{ day: '2027-01-05' }, { day: '2027-02-05' }] })).toBe('before_work_ends');
    expect(of('2027-06-01T04:00:00Z', { endsOn: '2028-01-01' })).toBe('claims_period');
    const first = '2026-11-25T04:00:00Z';
    expect([of(first, {}, first), of('2026-11-25T04:00:01Z', {}, first), of('2027-06-01T04:00:00Z', { endsOn: '2028-01-01' }, first)]).toEqual(['only_later', null, 'claims_latest']);
  });
});

describe('the day of a review', () => {
  it('lies between opening and decision of its round', () => {
    const events = [
      { name: 'opened', day: '2026-11-02' },
      { name: 'decided', day: '2026-11-10' },
      { name: 'reconsidered', day: '2026-11-12' },
    ];
    expect(panelDays(events.slice(0, 1))).toEqual({ openedOn: '2026-11-02', decidedOn: null });
    expect(panelDays(events.slice(0, 2))).toEqual({ openedOn: '2026-11-02', decidedOn: '2026-11-10' });
    expect(panelDays(events)).toEqual({ openedOn: '2026-11-12', decidedOn: null });
    const days = panelDays(events.slice(0, 2));
    const of = (day: string) => heldOnIssues(day, days, '2026-11-20').map((i) => i.code);
    expect(['2026-11-01', '2026-11-02', '2026-11-10', '2026-11-11', '2026-11-21'].map(of)).toEqual([['before_opening'], [], [], ['after_decision'], ['in_future']]);
    expect(heldOnIssues('2026-11-19', { openedOn: '2026-11-02', decidedOn: null }, '2026-11-20')).toEqual([]);
  });
});

describe('a claim', () => {
  const claim = claimContent.parse({
    ...claimFormOf(item),
    summary: '以梯度涂层与刃口钝化联合提高寿命，已有样刀数据。',
    leader: '王工',
    budget: '4000000',
    targets: [{ indicator: '单刃加工件数', value: '4500' }],
    answers: item.criteria.map((c) => ({ criterion: c.name, text: '这一条我们这样做，依据和数据附在下面的说明里，共三点。' })),
    pledge: true,
  });
  it('answers every criterion and promises every must', () => {
    expect(claimIssues(claim, item)).toEqual([]);
    expect(
      claimIssues({ ...claim, pledge: false, targets: [{ indicator: '单刃加工件数', value: '' }], answers: [] }, item).map((i) => i.path),
    ).toEqual(['answers.0.text', 'answers.1.text', 'targets.0.value', 'pledge']);
    expect(claimIssues(claim, { ...item, kind: 'COMMON_TECHNOLOGY' })).toEqual([{ path: 'partners', code: 'consortium' }]);
  });
  it('is in time to the millisecond and not one later', () => {
    const deadline = new Date('2026-12-31T16:00:00.000Z');
    expect(isInTime(deadline, deadline)).toBe(true);
    expect(isInTime(new Date(deadline.getTime() + 1), deadline)).toBe(false);
  });
});

describe('the result of a review', () => {
  const card = (reviewerId: string, a: number, b: number, claimId = 'x'): Card => ({
    claimId,
    reviewerId,
    scores: [
      { criterion: '技术方案', points: a, reason: '方案可行' },
      { criterion: '团队基础', points: b, reason: '基础较好' },
    ],
  });
  const ranked = (cards: readonly Card[]) => rankClaims(cards, item.criteria, '2026-11-22');
  it('weighs, and drops the highest and the lowest from seven on', () => {
    expect(ranked([card('a', 100, 0)])).toMatchObject([{ total: 6000 }]);
    const six = [90, 80, 80, 80, 80, 0].map((p, i) => card(String(i), p, p));
    expect(ranked(six)).toMatchObject([{ total: 6833, dropped: [] }]);
    expect(ranked([...six, card('6', 80, 80)])).toMatchObject([
      { total: 8000, dropped: ['5', '0'], cards: 7, byCriterion: [{ points: 8000 }, { points: 8000 }] },
    ]);
    expect(ranked([])).toEqual([]);
  });
  it('ranks by exact means, equals together', () => {
    expect(ranked([card('1', 80, 80, 'a'), card('1', 80, 80, 'b'), card('1', 90, 90, 'c')]).map((r) => [r.id, r.rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
    ]);
    const thirds = (claimId: string, last: number) => [
      card('1', 67, 66, claimId),
      card('2', 67, 66, claimId),
      card('3', 66, last, claimId),
    ];
    expect(ranked([...thirds('p', 66), ...thirds('q', 67)]).map((r) => r.id)).toEqual(['q', 'p']);
  });
  it('wants each criterion once', () => {
    expect(scoreIssues({ scores: [...card('a', 1, 1).scores].reverse() }, item.criteria)).toHaveLength(2);
    expect(scoreIssues({ scores: [...card('a', 1, 1).scores] }, item.criteria)).toEqual([]);
  });
});

describe('a step', () => {
  it('says what it waits for', () => {
    const facts = {
      now: new Date(0),
      today: '2026-11-22',
      claimsCloseAt: null,
      ready: true,
      rewritten: true,
      agreed: false,
      sameExaminer: false,
      keyHolders: 1,
      halves: 1,
      claims: 0,
      unjudged: 0,
      qualified: 0,
      reviewers: 2,
      meetingsOpen: 0,
      meetingsHeld: 0,
      unmet: 0,
      objectionsOpen: 0,
      scoresMissing: 1,
      winners: 1,
      teams: 1,
      reasonsMissing: 0,
      noticeEndsOn: '2026-11-22',
    };
    expect(
      (['approve', 'publish', 'closeClaims', 'open', 'qualify', 'startReview', 'decide', 'conclude'] as const).map((a) =>
        stepFault(a, facts),
      ),
    ).toEqual([
      'not_agreed',
      'two_holders',
      'before_deadline',
      'half_missing',
      'none_qualified',
      'few_reviewers',
      'few_reviewers',
      'notice_runs',
    ]);
    const held = { ...facts, ready: false, agreed: true, keyHolders: 2 };
    expect([stepFault('approve', held), stepFault('publish', held)]).toEqual(['not_ready', 'not_ready']);
  });
});

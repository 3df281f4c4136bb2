import { availableActions } from '../machine.js';
import { challengeStepOf, challengeTaskMachine as machine, ChallengeTaskStatus, endedTaskStatuses } from './machine.js';
import { mostClawBack, sharingTeams, teamAmounts } from './money.js';
import { barredUntil, taskExemption, type TaskBook } from './rules.js';
import { freshMilestones, gateDays, pledgeText, taskBookIssues, taskBookText, taskChangeIssues } from './task-book.js';
import { taskFault, type TaskFacts } from './task-steps.js';

const book: TaskBook = {
  milestones: [
    { name: '样件', day: '2027-03-01', deliverable: '样件五把', kind: 'REGULAR' },
    { name: '中期', day: '2027-06-01', deliverable: '台架报告', kind: 'MIDTERM', gate: 2 },
  ],
  endsOn: '2027-12-01',
  penalty: '退还已拨付的财政资金。',
};
const plan = [40, 30, 30].map((percent, i) => ({ name: `第 ${i + 1} 笔`, percent }));
const asked = { mode: 'SINGLE' as const, gates: [], paymentPlan: plan, endsOn: '2028-01-31' };
const issues = (change: Partial<TaskBook>, item: Partial<Parameters<typeof taskBookIssues>[1]> = {}) =>
  taskBookIssues({ ...book, ...change }, { ...asked, ...item }, '2027-01-01').map((i) => i.code);

describe('the machine of a task', () => {
  it('leads from every state to an end, and out of none', () => {
    const ends = new Set<ChallengeTaskStatus>(endedTaskStatuses);
    for (let size = 0; size !== ends.size;) {
      size = ends.size;
      for (const { from, to } of Object.values(machine.actions)) if (ends.has(to)) for (const s of from) ends.add(s);
    }
    expect([...ends].sort()).toEqual([...ChallengeTaskStatus.options].sort());
    for (const end of endedTaskStatuses) expect(availableActions(machine, end, () => true)).toEqual([]);
  });

  it('moves the item with its tasks', () => {
    expect([
      challengeStepOf([]),
      challengeStepOf(['SIGNING']),
      challengeStepOf(['SIGNING', 'RUNNING']),
      challengeStepOf(['ELIMINATED', 'ACCEPTED']),
      challengeStepOf(['TERMINATED', 'EXEMPTED']),
      challengeStepOf(['DECLINED', 'TERMINATED']),
    ]).toEqual([null, null, 'run', 'complete', 'excuse', 'breakOff']);
  });
});

describe('a task book', () => {
  it('has days in order, a mid-term check and one milestone for every middle payment', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ milestones: [...book.milestones].reverse() })).toEqual(['days_ascend']);
    expect(issues({ milestones: book.milestones.slice(0, 1) })).toEqual(['midterm_missing', 'gates_opened']);
    expect(issues({ endsOn: '2028-02-01' })).toEqual(['within_item']);
    expect(issues({}, { mode: 'HORSE_RACE', gates: [{ name: '比武', day: '2027-09-01', rule: '末位淘汰' }] })).toEqual(['race_days']);
    expect(issues({}, { paymentPlan: plan.slice(0, 2) })).toEqual(['gates_opened']);
  });

  it('is changed only where nothing is checked yet', () => {
    const [first, second] = freshMilestones(book);
    if (!first || !second) throw new Error('two milestones');
    const milestones = [{ ...first, passed: true, checkedOn: '2027-02-20' }, second];
    const change = (days: string[], endsOn = book.endsOn) => taskChangeIssues({ days, endsOn, reason: '' }, milestones, asked.endsOn, '2027-02-21').map((i) => i.code);
    expect(change(['2027-03-01', '2027-08-01'])).toEqual([]);
    expect(change(['2027-03-02', '2027-06-01'])).toEqual(['already_checked']);
    expect(change(['2027-03-01', '2027-02-21'])).toEqual(['within_term', 'days_ascend']);
    expect(change(['2027-03-01', '2027-06-01'], '2028-02-01')).toEqual(['within_item']);
  });

  it('says what was promised, by when and at what price', () => {
    const texts = { number: 'JB-ZZ-2027-0001', title: '刀具寿命', owner: '甲公司', bidder: '乙大学', partners: ['丙厂'], leader: '林教授' };
    const item = { indicators: [{ name: '件数', current: null, op: 'GE' as const, target: '4000', unit: '件', method: '两把刀', must: true }], deliverables: '样件', acceptance: '上机', ipSharing: '共有', paymentPlan: plan };
    const targets = [{ indicator: '件数', value: '4200' }];
    expect(taskBookText(texts, item, targets, book)).toContain('1. 件数：4200件（必须达到）；测试方法：两把刀');
    expect(taskBookText(texts, item, targets, book)).toContain('2. 2027-06-01　中期（中期检查）：台架报告；通过后拨付第 2 笔');
    expect(pledgeText(texts, item, targets, book)).toMatch(/承诺于 2027-12-01 前[\s\S]*退还已拨付的财政资金。[\s\S]*责任人：林教授/);
  });

  it('opens payments by the start, by milestones and by the acceptance', () => {
    const milestones = [{ gate: 2, passed: true, checkedOn: '2027-06-02' }];
    expect(gateDays(3, milestones, '2027-01-10', null)).toEqual(['2027-01-10', '2027-06-02', null]);
    expect(gateDays(3, [{ gate: 2, passed: false, checkedOn: '2027-06-02' }], '2027-01-10', null)).toEqual(['2027-01-10', null, null]);
    expect(gateDays(1, [], '2027-01-10', '2027-12-01')).toEqual(['2027-12-01']);
  });
});

describe('the money of a task', () => {
  it('is shared alike at every gate, and the winner has the rest to the fen', () => {
    expect(teamAmounts('1000', [4000, 3000, 3000], [3, 2, 1])).toEqual([133n, 150n, 301n]);
    expect(3n * 133n + 2n * 150n + 301n).toBe(1000n);
    expect(teamAmounts('1000', [4000, 3000, 3000], [1, 1, 1])).toEqual([400n, 300n, 300n]);
  });

  it('is shared by the teams that ran when the first of them opened a payment, whoever opens it later', () => {
    const start = '2027-01-10';
    const teams = [
      { opened: [start, '2027-03-01', null], endedOn: '2027-04-01' },
      { opened: [start, '2027-05-01', '2027-09-01'], endedOn: null },
      { opened: [start, null, null], endedOn: '2027-02-01' },
    ];
    expect(sharingTeams(3, teams)).toEqual([3, 2, 1]);
    // Half for the one that was eliminated afterwards, half for the one that came late: not half and the whole.
    const amounts = teamAmounts('1000', [4000, 3000, 3000], sharingTeams(3, teams));
    const paid = teams.flatMap((team) => amounts.filter((_, i) => team.opened[i]));
    expect(paid.reduce((a, b) => a + b)).toBe(1000n);
    expect(sharingTeams(2, [{ opened: [null, null], endedOn: null }, { opened: [null, null], endedOn: '2027-02-01' }])).toEqual([1, 1]);
  });

  it('comes back at most as it went', () => expect(mostClawBack(['400', '300'], ['100'])).toBe(600n));
});

it('excuses only who is found diligent in everything, and bars who is to blame', () => {
  const findings = { recordsComplete: true, fundsProper: true, noFraud: true, reported: true, reason: '三条路线均验证不可行，记录完整。', clawBack: '0' };
  expect(taskExemption.safeParse(findings).success).toBe(true);
  for (const f of ['recordsComplete', 'fundsProper', 'noFraud', 'reported']) expect(taskExemption.safeParse({ ...findings, [f]: false }).success).toBe(false);
  expect(['AGREED', 'FORCE_MAJEURE', 'BREACH', 'FRAUD'].map((c) => barredUntil(c as 'BREACH', '2027-01-31'))).toEqual([null, null, '2029-01-31', '2032-01-31']);
});

it('says what a step waits for', () => {
  const facts: TaskFacts = { hasBook: false, signatures: 0, alreadySigned: false, hasContract: false, contractAgreed: false, changeOpen: false, changeAgreed: false, ownChange: false, milestonesOpen: 1, raceOpen: true, mustMissed: 1, moneyOpen: true };
  const start = (change: Partial<TaskFacts>) => taskFault('start', { ...facts, ...change });
  expect([
    start({}),
    start({ hasBook: true, signatures: 1 }),
    start({ hasBook: true, signatures: 2 }),
    start({ hasBook: true, signatures: 2, hasContract: true }),
    start({ hasBook: true, signatures: 2, hasContract: true, contractAgreed: true }),
  ]).toEqual(['no_book', 'unsigned', 'no_contract', 'contract_open', null]);
  expect((['requestFinal', 'accept', 'close', 'settleChange'] as const).map((a) => taskFault(a, facts))).toEqual(['milestones_open', 'must_missed', 'money_open', 'no_change']);
});

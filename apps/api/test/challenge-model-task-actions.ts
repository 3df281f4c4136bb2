import { addDays, shanghaiDay, type ChallengeStatus, type ChallengeTaskStatus } from '@jihui/domain';
import type { ChallengeTask } from '../src/features/challenge-performance/challenge-task.entity.js';
import { TaskEnding } from '../src/features/challenge-performance/task-ending.service.js';
import { ChallengeReceipt } from '../src/features/challenge-performance/task-money.entity.js';
import { TaskMoney } from '../src/features/challenge-performance/task-money.service.js';
import { TaskSigning } from '../src/features/challenge-performance/task-signing.service.js';
import { TaskWork } from '../src/features/challenge-performance/task-work.service.js';
import { Challenge } from '../src/features/challenges/challenge.entity.js';
import type { Tx } from '../src/platform/db/tx.js';
import { anyTask, aside, bookOf, does, firstIndicator, item, of, pass, tasksOf, words, type ModelAction, type ModelWorld, type Part } from './challenge-model-world.js';

type TaskRun = (tx: Tx, w: ModelWorld, t: ChallengeTask, random: () => number) => Promise<unknown>;
type Make = typeof does;
type When = { item: readonly ChallengeStatus[]; task: readonly ChallengeTaskStatus[] };
const on = (make: Make, name: string, by: Part, { item: when, task }: When, run: TaskRun): ModelAction => ({
  ...make(name, by, when, async (tx, w, random) => run(tx, w, await anyTask(tx, w, random), random)),
  task,
});
/** Both winners of a race do what a bidder does. */
const bidders = (make: Make, name: string, when: When, run: TaskRun): ModelAction[] =>
  (['bidder', 'rival'] as const).map((by) => on(make, `${name} ${by}`, by, when, run));
/** Mostly the milestone whose turn it is, sometimes any. */
const indexOf = (t: ChallengeTask, isNext: (m: ChallengeTask['milestones'][number]) => boolean, random: () => number): number => {
  const found = t.milestones.findIndex(isNext);
  return found >= 0 && random() < 0.85 ? found : Math.floor(random() * Math.max(1, t.milestones.length));
};
const paymentsOf = async (tx: Tx, w: ModelWorld, t: ChallengeTask) => of(w, TaskMoney).gates(tx.em, t, await tx.em.findOneByOrFail(Challenge, item(w)));
const signing: When = { item: ['AWARDED', 'RUNNING'], task: ['SIGNING'] };
const working: When = { item: ['RUNNING'], task: ['RUNNING'] };
const ending: When = { item: ['RUNNING'], task: ['FINAL_CHECK'] };
const leaving: When = { item: ['RUNNING'], task: ['RUNNING', 'FINAL_CHECK'] };
const paying: When = { item: ['RUNNING', 'ACCEPTED'], task: ['RUNNING', 'FINAL_CHECK', 'ACCEPTED'] };

export const taskActions: readonly ModelAction[] = [
  on(does, 'draftContract', 'owner', signing, (tx, w, t) => of(w, TaskSigning).draftContract(tx, t)),
  // Both parties confirm on the contract's own page; its lifecycle has a model of its own.
  on(does, 'agreeContract', 'clock', signing, (tx, w, t) =>
    tx.em.query(`update technology_contract set status = 'CONFIRMED', "signedOn" = $2 where id = $1 and status = 'DRAFT'`, [t.contractId, shanghaiDay(w.now)])),
  ...bidders(does, 'writeBook', signing, (tx, w, t, random) =>
    t.book && random() < 0.9 ? pass() : of(w, TaskSigning).writeBook(tx, t, bookOf(w))),
  ...bidders(does, 'sign', signing, (tx, w, t) => of(w, TaskSigning).sign(tx, t)),
  on(does, 'sign owner', 'owner', signing, (tx, w, t) => of(w, TaskSigning).sign(tx, t)),
  on(does, 'start', 'first', signing, (tx, w, t) => of(w, TaskSigning).start(tx, t)),
  on(aside, 'decline', 'second', signing, (tx, w, t, random) => (random() < 0.3 ? of(w, TaskSigning).decline(tx, t, words) : pass())),
  ...bidders(does, 'hand', working, (tx, w, t, random) => of(w, TaskWork).hand(tx, t, { index: indexOf(t, (m) => !m.passed && (!m.evidence || m.passed === false), random), text: words })),
  on(does, 'check', 'first', working, (tx, w, t, random) =>
    of(w, TaskWork).check(tx, t, { index: indexOf(t, (m) => m.passed === null && m.evidence !== null, random), passed: random() < 0.85, comment: words })),
  ...bidders(aside, 'proposeChange', working, (tx, w, t) =>
    of(w, TaskWork).proposeChange(tx, t, { days: t.milestones.map((m) => (m.passed === null && m.kind !== 'RACE_GATE' ? addDays(m.day, 5) : m.day)), endsOn: t.endsOn ?? '', reason: words })),
  on(aside, 'agreeChange', 'owner', working, (tx, w, t) => of(w, TaskWork).agreeChange(tx, t)),
  on(aside, 'settleChange', 'second', working, (tx, w, t, random) => of(w, TaskWork).settleChange(tx, t, random() < 0.7)),
  does('decideGate', 'second', working.item, async (tx, w, random) => {
    const running = (await tasksOf(tx, w)).filter((t) => t.status === 'RUNNING');
    const gate = (running[0]?.gatesPassed ?? 0) + 1;
    const through = running.filter((t) => t.milestones.filter((m) => m.kind === 'RACE_GATE')[gate - 1]?.passed === true);
    const staying = (random() < 0.5 || gate === w.content.gates.length ? through.slice(0, 1) : through).map((t) => t.id);
    if (!staying.length) return pass();
    return of(w, TaskWork).decideGate(tx, item(w), { gate, staying, reasons: running.map((t) => ({ taskId: t.id, reason: words })) });
  }),
  ...bidders(does, 'requestFinal', working, (tx, w, t) => of(w, TaskEnding).requestFinal(tx, t)),
  on(aside, 'returnFinal', 'first', ending, (tx, w, t) => of(w, TaskEnding).returnFinal(tx, t, words)),
  on(does, 'accept', 'second', ending, (tx, w, t, random) =>
    of(w, TaskEnding).accept(tx, t, { results: [{ indicator: firstIndicator, measured: '4100', met: random() < 0.8 }], opinion: words })),
  on(aside, 'exempt', 'second', leaving, (tx, w, t, random) =>
    t.status === 'FINAL_CHECK' || random() < 0.3 ? of(w, TaskEnding).exempt(tx, t, { recordsComplete: true, fundsProper: true, noFraud: true, reported: true, reason: words, clawBack: '0' }) : pass()),
  on(aside, 'terminateTask', 'second', leaving, async (tx, w, t, random) => {
    if (t.status !== 'FINAL_CHECK' && random() > 0.3) return pass();
    const released = (await paymentsOf(tx, w, t)).reduce((all, p) => all + BigInt(p.released), 0n);
    // Agreed: a bar would keep the bidder out of every later item of the run.
    return of(w, TaskEnding).terminate(tx, t, { cause: 'AGREED', reason: words, clawBack: String(released + (random() < 0.2 ? 1n : 0n)) });
  }),
  on(aside, 'repay', 'second', { item: ['TERMINATED', 'RUNNING'], task: ['TERMINATED'] }, (tx, w, t) => of(w, TaskMoney).repay(tx, t, t.clawBack)),
  on(does, 'closeTask', 'first', { item: ['ACCEPTED'], task: ['ACCEPTED'] }, (tx, w, t) => of(w, TaskEnding).close(tx, t)),
  on(does, 'pay', 'owner', paying, async (tx, w, t, random) => {
    const next = (await paymentsOf(tx, w, t))[Math.floor(random() * w.content.paymentPlan.length)];
    const amount = random() < 0.8 ? (next?.cash ?? '1') : String(1 + Math.floor(random() * 2_000_000));
    return of(w, TaskMoney).recordReceipt(tx, t, { kind: random() < 0.8 ? 'CASH' : 'GOODS', amount, receivedOn: shanghaiDay(w.now), note: '' });
  }),
  ...bidders(does, 'confirm', paying, async (tx, w, t) => {
    const open = (await tx.em.findBy(ChallengeReceipt, { taskId: t.id })).find((r) => !r.confirmedOn);
    return open ? of(w, TaskMoney).confirmReceipt(tx, open.id) : pass();
  }),
  on(does, 'release', 'second', paying, async (tx, w, t, random) => {
    const payments = await paymentsOf(tx, w, t);
    const open = payments.find((p) => BigInt(p.released) < BigInt(p.fiscal));
    const gate = open && random() < 0.8 ? open.gate : 1 + Math.floor(random() * payments.length);
    const left = BigInt(payments[gate - 1]?.fiscal ?? 0) - BigInt(payments[gate - 1]?.released ?? 0);
    const amount = random() < 0.6 && left > 0n ? left : BigInt(1 + Math.floor(random() * 6_000_000));
    return of(w, TaskMoney).release(tx, t, { gate, amount: String(amount) });
  }),
];

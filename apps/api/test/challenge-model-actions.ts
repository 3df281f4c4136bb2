import { addDays, DomainError, rewritableFields, shanghaiDay, type ChallengeContent, type ChallengeRewrite, type ChallengeStatus, type ClaimContent } from '@jihui/domain';
import { ChallengeObjection } from '../src/features/challenge-performance/challenge-objection.entity.js';
import { ChallengeObjections } from '../src/features/challenge-performance/challenge-objections.service.js';
import { ChallengeTask } from '../src/features/challenge-performance/challenge-task.entity.js';
import { TaskEnding } from '../src/features/challenge-performance/task-ending.service.js';
import { ChallengeReceipt } from '../src/features/challenge-performance/task-money.entity.js';
import { TaskMoney } from '../src/features/challenge-performance/task-money.service.js';
import { TaskSigning } from '../src/features/challenge-performance/task-signing.service.js';
import { TaskWork } from '../src/features/challenge-performance/task-work.service.js';
import { ChallengeDecisions } from '../src/features/challenges/challenge-decision.service.js';
import { ChallengeExamination } from '../src/features/challenges/challenge-examination.service.js';
import { ChallengePublication } from '../src/features/challenges/challenge-publication.service.js';
import { Claim } from '../src/features/challenges/claim.entity.js';
import { ClaimReview } from '../src/features/challenges/claim-review.service.js';
import { ClaimSealing } from '../src/features/challenges/claim-sealing.service.js';
import { KeyHolding } from '../src/features/challenges/key-holding.service.js';
import type { Actor } from '../src/platform/auth/actor.js';
import type { Tx } from '../src/platform/db/tx.js';
import { challengeInput, claimInput, passPhrases } from './challenge-scene.js';
import type { TestApi } from './start-api.js';

export type Part = 'owner' | 'bidder' | 'rival' | 'first' | 'second' | 'head' | 'e1' | 'e2' | 'e3' | 'visitor' | 'clock';
export type ModelWorld = { api: TestApi; item: string; now: Date; people: Record<Part, Actor>; content: ChallengeContent; create: () => Promise<string> };
export type ModelAction = { name: string; by: Part; when: readonly ChallengeStatus[]; run: (tx: Tx, world: ModelWorld, random: () => number) => Promise<unknown> };

const lowCost = 10;
const words = '随机测试写下的理由，至少十个字。';
const of = <T>(w: ModelWorld, service: abstract new (...args: never[]) => T): T => w.api.app.get<T>(service as never, { strict: false });
const does = (name: string, by: Part, when: readonly ChallengeStatus[], run: ModelAction['run']): ModelAction => ({ name, by, when, run });
const one = async (tx: Tx, w: ModelWorld, random: () => number): Promise<ChallengeTask> => {
  const tasks = await tx.em.findBy(ChallengeTask, { challengeId: w.item });
  const found = tasks[Math.floor(random() * tasks.length)];
  if (!found) throw new DomainError('NOT_FOUND');
  return found;
};
/** An action on one of the item's tasks. */
const task = (name: string, by: Part, run: (tx: Tx, w: ModelWorld, t: ChallengeTask, random: () => number) => Promise<unknown>, when: readonly ChallengeStatus[] = ['RUNNING']): ModelAction =>
  does(name, by, when, async (tx, w, random) => run(tx, w, await one(tx, w, random), random));
const item = (w: ModelWorld) => ({ id: w.item });
const claims = (tx: Tx, w: ModelWorld) => tx.em.find(Claim, { where: { challengeId: w.item }, order: { id: 'ASC' } });
const book = (w: ModelWorld) => {
  const day = shanghaiDay(w.now);
  const at = (days: number) => addDays(day, days);
  return {
    milestones: [
      { name: '样件试制', day: at(20), deliverable: '样件和检测报告', kind: 'REGULAR' as const, gate: null },
      { name: '中期检查', day: at(40), deliverable: '台架试验报告', kind: 'MIDTERM' as const, gate: null },
    ],
    endsOn: at(90),
    penalty: '退还已拨付的财政资金，不再申报。',
  };
};
const rewrite = (w: ModelWorld) => Object.fromEntries(rewritableFields.map((f) => [f, w.content[f]])) as ChallengeRewrite;

/** Everything that anybody may try, with who usually does it and when. */
export const modelActions: readonly ModelAction[] = [
  does('submit', 'owner', ['DRAFT'], (tx, w) => of(w, ChallengeExamination).submit(tx, item(w))),
  does('screen', 'first', ['COLLECTING'], (tx, w) => of(w, ChallengeExamination).screen(tx, item(w))),
  does('return', 'first', ['SCREENED'], (tx, w, random) => (random() < 0.2 ? of(w, ChallengeExamination).returnToOwner(tx, item(w), words) : of(w, ChallengeExamination).argue(tx, item(w), rewrite(w), words))),
  does('argue', 'first', ['SCREENED'], (tx, w) => of(w, ChallengeExamination).argue(tx, item(w), rewrite(w), words)),
  does('agree', 'owner', ['ARGUED'], (tx, w) => of(w, ChallengeExamination).agree(tx, item(w))),
  does('approve', 'second', ['ARGUED'], (tx, w) => of(w, ChallengeExamination).approve(tx, item(w))),
  does('takeKey', 'second', ['APPROVED'], (tx, w) => of(w, KeyHolding).take(tx, item(w), passPhrases[0], lowCost)),
  does('takeSecondKey', 'head', ['APPROVED'], (tx, w) => of(w, KeyHolding).take(tx, item(w), passPhrases[1], lowCost)),
  does('publish', 'first', ['APPROVED'], (tx, w) => of(w, ChallengePublication).publish(tx, item(w), new Date(w.now.getTime() + 11 * 86_400_000))),
  does('claim', 'bidder', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).submit(tx, w.item, claimInput() as ClaimContent)),
  does('claimToo', 'rival', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).submit(tx, w.item, claimInput({ leader: '钱工' }) as ClaimContent)),
  does('retract', 'rival', ['CLAIM_OPEN'], (tx, w) => of(w, ClaimSealing).retract(tx, w.item)),
  does('close', 'clock', ['CLAIM_OPEN'], (tx, w) => of(w, ChallengePublication).close(tx, w.item)),
  does('giveKey', 'second', ['CLAIM_CLOSED'], (tx, w) => of(w, KeyHolding).give(tx, item(w), passPhrases[0])),
  does('giveSecondKey', 'head', ['CLAIM_CLOSED'], (tx, w) => of(w, KeyHolding).give(tx, item(w), passPhrases[1])),
  does('judge', 'first', ['OPENED'], async (tx, w, random) => {
    for (const { id } of await claims(tx, w)) await of(w, ClaimReview).judge(tx, { claimId: id, qualified: random() < 0.85, reason: words });
  }),
  does('qualify', 'first', ['OPENED'], (tx, w) => of(w, ClaimReview).qualify(tx, item(w))),
  does('appoint', 'first', ['QUALIFIED'], (tx, w, random) => of(w, ClaimReview).appoint(tx, item(w), (['e1', 'e2', 'e3'] as const).slice(0, random() < 0.8 ? 3 : 2).map((e) => w.people[e].userId ?? ''))),
  does('startReview', 'first', ['QUALIFIED'], (tx, w) => of(w, ClaimReview).start(tx, item(w))),
  ...(['e1', 'e2', 'e3'] as const).flatMap((by) => [
    does(`declare ${by}`, by, ['QUALIFIED', 'REVIEW'], (tx, w) => of(w, ClaimReview).declare(tx, w.item, { ties: [], stepBack: false })),
    does(`score ${by}`, by, ['REVIEW'], async (tx, w, random) => {
      for (const { id } of (await claims(tx, w)).filter((c) => c.status === 'QUALIFIED'))
        await of(w, ClaimReview).score(tx, id, { scores: w.content.criteria.map((c) => ({ criterion: c.name, points: Math.floor(random() * 101), reason: words })) });
    }),
  ]),
  does('stepBack', 'e3', [], (tx, w) => of(w, ClaimReview).declare(tx, w.item, { ties: [], stepBack: true })),
  does('decide', 'second', ['REVIEW'], async (tx, w) => {
    const all = (await claims(tx, w)).filter((c) => c.status === 'QUALIFIED');
    return of(w, ChallengeDecisions).decide(tx, item(w), { winners: all.slice(0, 1).map((c) => c.id), reasons: all.map((c) => ({ claimId: c.id, reason: words })) });
  }),
  does('announce', 'first', ['DECIDED'], (tx, w) => of(w, ChallengeDecisions).announce(tx, item(w))),
  does('object', 'visitor', ['NOTICE'], (tx, w, random) => (random() < 0.3 ? of(w, ChallengeObjections).object(tx, { challengeId: w.item, name: '路人', contact: '13700000000', text: words }) : Promise.resolve())),
  does('answer', 'second', ['NOTICE'], async (tx, w, random) => {
    const open = (await tx.em.findBy(ChallengeObjection, { challengeId: w.item })).find((o) => o.answeredAt === null);
    if (open) await of(w, ChallengeObjections).answer(tx, { id: open.id, version: open.version, upheld: random() < 0.2, answer: words });
  }),
  does('conclude', 'second', ['NOTICE'], (tx, w) => of(w, ChallengeDecisions).conclude(tx, item(w))),
  does('terminate', 'second', [], (tx, w) => of(w, ChallengeDecisions).terminate(tx, item(w), words)),
  does('makeTasks', 'clock', ['AWARDED'], (tx, w) => of(w, TaskSigning).make(tx, w.item)),
  task('draftContract', 'owner', (tx, w, t) => of(w, TaskSigning).draftContract(tx, t), ['AWARDED']),
  // Both parties confirm on the contract's own page; its lifecycle has a model of its own.
  task('agreeContract', 'clock', (tx, w, t) => tx.em.query(`update technology_contract set status = 'CONFIRMED', "signedOn" = $2 where id = $1 and status = 'DRAFT'`, [t.contractId, shanghaiDay(w.now)]), ['AWARDED']),
  task('writeBook', 'bidder', (tx, w, t) => of(w, TaskSigning).writeBook(tx, t, book(w)), ['AWARDED']),
  task('signBidder', 'bidder', (tx, w, t) => of(w, TaskSigning).sign(tx, t), ['AWARDED']),
  task('signOwner', 'owner', (tx, w, t) => of(w, TaskSigning).sign(tx, t), ['AWARDED']),
  task('start', 'first', (tx, w, t) => of(w, TaskSigning).start(tx, t), ['AWARDED']),
  task('decline', 'second', (tx, w, t) => of(w, TaskSigning).decline(tx, t, words), []),
  task('hand', 'bidder', (tx, w, t, random) => of(w, TaskWork).hand(tx, t, { index: random() < 0.5 ? 0 : 1, text: words })),
  task('check', 'first', (tx, w, t, random) => of(w, TaskWork).check(tx, t, { index: random() < 0.5 ? 0 : 1, passed: random() < 0.8, comment: words })),
  task('proposeChange', 'bidder', (tx, w, t) => of(w, TaskWork).proposeChange(tx, t, { days: t.milestones.map((m) => (m.passed === null ? addDays(m.day, 5) : m.day)), endsOn: t.endsOn ?? '', reason: words })),
  task('agreeChange', 'owner', (tx, w, t) => of(w, TaskWork).agreeChange(tx, t)),
  task('settleChange', 'second', (tx, w, t, random) => of(w, TaskWork).settleChange(tx, t, random() < 0.7)),
  task('requestFinal', 'bidder', (tx, w, t) => of(w, TaskEnding).requestFinal(tx, t)),
  task('returnFinal', 'first', (tx, w, t, random) => (random() < 0.2 ? of(w, TaskEnding).returnFinal(tx, t, words) : Promise.resolve())),
  task('accept', 'second', (tx, w, t, random) => of(w, TaskEnding).accept(tx, t, { results: [{ indicator: challengeInput.indicators[0]?.name ?? '', measured: '4100', met: random() < 0.7 }], opinion: words })),
  task('exempt', 'second', (tx, w, t, random) => (random() < 0.15 ? of(w, TaskEnding).exempt(tx, t, { recordsComplete: true, fundsProper: true, noFraud: true, reported: true, reason: words, clawBack: '0' }) : Promise.resolve())),
  task('terminateTask', 'second', (tx, w, t, random) => (random() < 0.1 ? of(w, TaskEnding).terminate(tx, t, { cause: 'AGREED', reason: words, clawBack: '0' }) : Promise.resolve())),
  task('closeTask', 'first', (tx, w, t) => of(w, TaskEnding).close(tx, t), ['ACCEPTED']),
  task('pay', 'owner', (tx, w, t, random) => of(w, TaskMoney).recordReceipt(tx, t, { kind: random() < 0.8 ? 'CASH' : 'GOODS', amount: random() < 0.5 ? '1600000' : '2400000', receivedOn: shanghaiDay(w.now), note: '' }), ['RUNNING', 'ACCEPTED']),
  task('confirm', 'bidder', async (tx, w, t) => {
    for (const r of await tx.em.findBy(ChallengeReceipt, { taskId: t.id })) if (!r.confirmedOn) await of(w, TaskMoney).confirmReceipt(tx, r.id);
  }, ['RUNNING', 'ACCEPTED']),
  task('release', 'second', (tx, w, t, random) => of(w, TaskMoney).release(tx, t, random() < 0.6 ? { gate: 1, amount: '4000000' } : { gate: 2, amount: '6000000' }), ['RUNNING', 'ACCEPTED']),
];

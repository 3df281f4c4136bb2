import { addDays, DomainError, rewritableFields, shanghaiDay, type ChallengeContent, type ChallengeMode, type ChallengeRewrite, type ChallengeStatus, type ChallengeTaskStatus } from '@jihui/domain';
import type { ApiClient } from '@jihui/testing';
import { ChallengeTask } from '../src/features/challenge-performance/challenge-task.entity.js';
import { Claim } from '../src/features/challenges/claim.entity.js';
import type { Actor } from '../src/platform/auth/actor.js';
import type { Tx } from '../src/platform/db/tx.js';
import { challengeInput } from './challenge-scene.js';
import type { TestApi } from './start-api.js';

export type Part = 'owner' | 'bidder' | 'rival' | 'first' | 'second' | 'head' | 'e1' | 'e2' | 'e3' | 'e4' | 'visitor' | 'clock';
export type ModelWorld = {
  api: TestApi;
  item: string;
  now: Date;
  people: Record<Part, Actor>;
  /** Who reads the item through the API, to see what he must not. */
  readers: Record<'visitor' | 'bidder' | 'rival' | 'owner', ApiClient>;
  /** What the item in hand was written as. */
  content: ChallengeContent;
  create: (mode: ChallengeMode) => Promise<string>;
};
type Run = (tx: Tx, world: ModelWorld, random: () => number) => Promise<unknown>;
/** `by`: whose step it usually is; `when`: in which states it makes sense, and with which task; `aside`: it leads away from the acceptance, so it is taken seldom. */
export type ModelAction = { name: string; by: Part; when: readonly ChallengeStatus[]; task?: readonly ChallengeTaskStatus[]; aside: boolean; run: Run };

export const words = '随机测试写下的理由，至少十个字。';
export const of = <T>(w: ModelWorld, service: abstract new (...args: never[]) => T): T => w.api.app.get<T>(service as never, { strict: false });
export const does = (name: string, by: Part, when: readonly ChallengeStatus[], run: Run): ModelAction => ({ name, by, when, run, aside: false });
export const aside = (name: string, by: Part, when: readonly ChallengeStatus[], run: Run): ModelAction => ({ name, by, when, run, aside: true });
export const item = (w: ModelWorld) => ({ id: w.item });
export const claims = (tx: Tx, w: ModelWorld) => tx.em.find(Claim, { where: { challengeId: w.item }, order: { submittedAt: 'ASC' } });
export const rewrite = (w: ModelWorld) => Object.fromEntries(rewritableFields.map((f) => [f, w.content[f]])) as ChallengeRewrite;

/** What was not tried after all: it counts as refused. */
export const pass = (): Promise<never> => Promise.reject(new DomainError('NOT_FOUND'));
/** The item's tasks in an order that is the same in every run. */
export async function tasksOf(tx: Tx, w: ModelWorld): Promise<ChallengeTask[]> {
  const tasks = await tx.em.findBy(ChallengeTask, { challengeId: w.item });
  return tasks.sort((a, b) => Number(b.organisationId === w.people.bidder.organisationId) - Number(a.organisationId === w.people.bidder.organisationId));
}
/** One of the item's tasks; a bidder mostly picks his own. */
export async function anyTask(tx: Tx, w: ModelWorld, random: () => number): Promise<ChallengeTask> {
  const tasks = await tasksOf(tx, w);
  const own = tasks.filter((t) => t.organisationId === tx.actor.organisationId);
  const pool = own.length && random() < 0.9 ? own : tasks;
  const found = pool[Math.floor(random() * pool.length)];
  if (!found) throw new DomainError('NOT_FOUND');
  return found;
}

const ms = 86_400_000;
/** What an item of that kind says: a race has two gates, far enough away for all that comes before them. */
export function contentOf(mode: ChallengeMode, from: Date): Partial<ChallengeContent> {
  const day = (days: number) => shanghaiDay(new Date(from.getTime() + days * ms));
  if (mode !== 'HORSE_RACE') return { mode, teams: 1, gates: [] };
  const gates = [300, 340].map((days, i) => ({ name: `第 ${i + 1} 道门`, day: day(days), rule: '寿命短者淘汰' }));
  const paymentPlan = [{ name: '签约后', percent: 40 }, { name: '中期检查通过后', percent: 30 }, { name: '验收通过后', percent: 30 }];
  return { mode, teams: 2, gates, paymentPlan };
}

/** The book that the item asks for. */
export function bookOf(w: ModelWorld) {
  const at = (days: number) => addDays(shanghaiDay(w.now), days);
  const plain = [
    { name: '样件试制', day: at(20), deliverable: '样件和检测报告', kind: 'REGULAR' as const, gate: null },
    { name: '中期检查', day: at(40), deliverable: '台架试验报告', kind: 'MIDTERM' as const, gate: w.content.paymentPlan.length > 2 ? 2 : null },
  ];
  const races = w.content.gates.map((g) => ({ name: g.name, day: g.day, deliverable: '同台比武的样件', kind: 'RACE_GATE' as const, gate: null }));
  const last = races.at(-1)?.day ?? at(40);
  return { milestones: [...plain, ...races], endsOn: addDays(last, 60), penalty: '退还已拨付的财政资金，不再申报。' };
}
export const firstIndicator = challengeInput.indicators[0]?.name ?? '';

import { Injectable } from '@nestjs/common';
import {
  actualStages,
  addMonths,
  challengeRulesOn,
  DomainError,
  finalChallengeStatuses,
  icsCalendar,
  isWorkingDay,
  progressOfEnded,
  shanghaiDay,
  workingDaysKnownUntil,
  simulateTimetable,
  stageRules,
  stagesBefore,
  stageUid,
  timetableProgress,
  stageWords,
  TimetableStage,
  type ChallengePlanInput,
  type PlannedStage,
  type ReviewLoad,
  type Timetable,
  type TimetableProgress,
} from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ChallengePlan } from './challenge-plan.entity.js';
import { Challenge } from './challenge.entity.js';

const leastPerBid = 3;
const unpublished: readonly string[] = ['COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'];
const ends: readonly AuditEvent['event'][] = ['challenge.noClaim', 'challenge.terminated', 'challenge.brokenOff', 'challenge.excused', 'challenge.accepted'];
export type ChallengeTimes = { plan: ChallengePlanInput; isStored: boolean; timetable: Timetable; progress: TimetableProgress };

/** The timetable of an item: simulated before it is published, held against what happens afterwards. */
@Injectable()
export class ChallengeTimetables {
  constructor(private readonly config: Config) {}

  /** A plan is made while the item is examined, and stays as it is from the publication on. */
  async plan(tx: Tx, ref: Ref, content: ChallengePlanInput): Promise<Challenge> {
    const row = await tx.lock(Challenge, ref, 'challenge.screen');
    if (!unpublished.includes(row.status)) throw new DomainError('ILLEGAL_TRANSITION');
    simulate(content, shanghaiDay(tx.now), row.endsOn);
    const known = await tx.em.findOneBy(ChallengePlan, { challengeId: row.id });
    if (known) await tx.save(Object.assign(known, { content }));
    else await tx.insert(ChallengePlan, { challengeId: row.id, content });
    await tx.save(row);
    await tx.record('challenge.planned', row.id, {});
    return row;
  }

  async of(em: EntityManager, row: Challenge, now: Date): Promise<ChallengeTimes> {
    const today = shanghaiDay(now);
    const stored = await em.findOneBy(ChallengePlan, { challengeId: row.id });
    const events = await em.find(AuditEvent, { where: { subjectId: row.id }, order: { at: 'ASC', id: 'ASC' } });
    const plan = stored?.content ?? usualPlan(row, today);
    const happened = actualStages(events.map((e) => ({ name: e.event.replace('challenge.', ''), day: shanghaiDay(e.at) })));
    const announced: Partial<Record<TimetableStage, string | null>> = { CLAIM_WINDOW: row.claimsCloseAt && shanghaiDay(row.claimsCloseAt), NOTICE: row.noticeEndsOn };
    const actual = happened.map((a) => ({ ...a, endsOn: announced[a.stage] ?? null }));
    const progress = timetableProgress(plan.startsOn, stagesOf(plan), actual, today, isWorkingDay);
    const last = events.findLast((e) => ends.includes(e.event));
    const isOver = finalChallengeStatuses.includes(row.status) && last;
    return {
      plan,
      isStored: stored !== null,
      timetable: simulate(plan, today, row.endsOn),
      progress: isOver ? progressOfEnded(progress, actual, shanghaiDay(last.at), isWorkingDay) : progress,
    };
  }

  /** The plan as a file for calendar programs; the summary is in the language of the platform's notices. */
  async ics(em: EntityManager, row: Challenge, now: Date): Promise<string> {
    const { progress } = await this.of(em, row, now);
    const { host } = new URL(this.config.publicUrl);
    return icsCalendar({
      name: row.title,
      at: now,
      events: progress.stages.map(({ stage, forecast }) => ({
        uid: stageUid(row.id, stage, host),
        startsOn: forecast.startsOn,
        endsOn: forecast.endsOn,
        summary: `${stageWords[stage]}：${row.title}`,
        url: `${this.config.publicUrl}/challenges/${row.id}`,
        sequence: row.version,
      })),
    });
  }
}

/** Until a branch has planned: every stage as long as it usually is, from the day of submission; the work as long as the item leaves it. */
function usualPlan(row: Challenge, today: string): ChallengePlanInput {
  const startsOn = row.submittedAt ? shanghaiDay(row.submittedAt) : today;
  const rules = challengeRulesOn(stageRules, startsOn);
  const stages = TimetableStage.options
    .filter((s) => s !== 'CALL_FOR_NEEDS')
    .map((stage) => {
      const rule = rules.find((r) => r.stage === stage);
      return { stage, length: rule?.likely ?? 0, unit: rule?.unit ?? ('WORKING' as const), endsOn: null };
    });
  const plan = { startsOn, stages, bids: 8, reviewers: 5, perDay: 4, targetEnd: null };
  const signed = simulate(plan, today, null).planned.find((s) => s.stage === 'SIGNING')?.endsOn;
  if (!signed || !row.endsOn) return plan;
  const months = monthsBetween(signed, row.endsOn);
  return { ...plan, stages: stages.map((s) => (s.stage === 'RUNNING' ? { ...s, length: Math.max(1, months) } : s)) };
}

/** Whole months from one day to another. */
function monthsBetween(from: string, to: string): number {
  let months = 0;
  while (months < 120 && addMonths(from, months + 1) <= to) months++;
  return months;
}

/** Each stage after those that it waits for; where one is left out its followers wait for what it would have waited for. */
function stagesOf({ stages }: ChallengePlanInput): PlannedStage[] {
  const given = new Set(stages.map((s) => s.stage));
  const before = (stage: TimetableStage): TimetableStage[] => stagesBefore[stage].flatMap((b) => (given.has(b) ? [b] : before(b)));
  return stages.map((s) => ({ ...s, endsOn: s.endsOn ?? null, after: [...new Set(before(s.stage))] }));
}

function simulate(plan: ChallengePlanInput, today: string, deadline: string | null): Timetable {
  const review: ReviewLoad = {
    bids: plan.bids,
    perBid: Math.max(leastPerBid, plan.reviewers),
    panel: Array.from({ length: plan.reviewers }, () => ({ capacity: plan.perDay })),
  };
  return simulateTimetable({
    startsOn: plan.startsOn,
    stages: stagesOf(plan),
    done: ['CALL_FOR_NEEDS'],
    review,
    today,
    targetEnd: plan.targetEnd ?? null,
    deadline,
    calendarKnownUntil: workingDaysKnownUntil(),
    isWorkingDay: (day) => isWorkingDay(day),
  });
}

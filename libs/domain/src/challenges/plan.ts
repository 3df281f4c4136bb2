import { z } from 'zod';
import { rule } from '../issues.js';
import { TimetableStage } from './timetable/stages.js';
import type { ActualStage } from './timetable/actual.js';

const day = () => z.iso.date().meta({ scalar: 'String' });
/** A stage of an item's plan: its length, or the day on which it ends. Its order follows from the stages before it. */
const plannedStage = z
  .object({
    stage: TimetableStage,
    length: z.number().int().min(0).max(999),
    unit: z.enum(['WORKING', 'CALENDAR', 'MONTH']).meta({ id: 'PeriodUnit' }),
    endsOn: day().nullish(),
  })
  .meta({ id: 'PlannedStageInput' });

/** The plan of an item's timetable, with the review's expected load. */
export const challengePlan = z
  .object({
    startsOn: day(),
    stages: z.array(plannedStage).min(1).max(TimetableStage.options.length),
    bids: z.number().int().min(0).max(500),
    reviewers: z.number().int().min(0).max(50),
    perDay: z.number().int().min(1).max(50),
    targetEnd: day().nullish(),
  })
  .superRefine((p, ctx) => {
    if (new Set(p.stages.map((s) => s.stage)).size < p.stages.length) ctx.addIssue({ code: 'custom', path: ['stages'], ...rule('names_differ') });
  })
  .meta({ id: 'ChallengePlanInput' });
export type ChallengePlanInput = z.output<typeof challengePlan>;

/** The relations that a branch records by hand: the others follow from accounts and claims. */
export const StoredRelation = z
  .enum(['CONTROLS', 'SUPERIOR_OF', 'SAME_LEGAL_REPRESENTATIVE', 'LEGAL_REPRESENTATIVE', 'EMPLOYER', 'CO_INVENTOR', 'CO_AUTHOR', 'CO_PROJECT', 'SUPERVISOR', 'KIN'])
  .meta({ id: 'StoredRelation' });
const end = z.object({ id: z.uuid().nullish(), name: z.string().trim().min(2).max(100) }).meta({ id: 'RelationEndInput' });
export const conflictRelation = z
  .object({ relation: StoredRelation, from: end, to: end, since: day().nullish(), until: day().nullish(), source: z.string().trim().min(2).max(200) })
  .superRefine((r, ctx) => {
    if (r.since && r.until && r.until < r.since) ctx.addIssue({ code: 'custom', path: ['until'], ...rule('date_order') });
    if (r.from.name === r.to.name && r.from.id === r.to.id) ctx.addIssue({ code: 'custom', path: ['to', 'name'], ...rule('names_differ') });
  })
  .meta({ id: 'ConflictRelationInput' });
export type ConflictRelationInput = z.output<typeof conflictRelation>;

/** 利益声明 of a reviewer: what ties him to which claim, and whether he steps back for it. */
export const interestDeclaration = z
  .object({
    ties: z.array(z.object({ claimId: z.uuid(), nature: z.string().trim().min(2).max(300) }).meta({ id: 'InterestTieInput' })).max(50),
    stepBack: z.boolean(),
  })
  .meta({ id: 'InterestDeclarationInput' });
export type InterestDeclaration = z.output<typeof interestDeclaration>;

/** The events between which each stage of the timetable lies: the first that begins it, the last that ends it. */
const stageEvents: readonly (readonly [TimetableStage, readonly string[], readonly string[]])[] = [
  ['FORM_CHECK', ['submitted'], ['screened']],
  ['ARGUMENTATION', ['screened'], ['argued']],
  ['APPROVAL', ['argued'], ['approved']],
  ['CLAIM_WINDOW', ['published'], ['claimsClosed', 'noClaim']],
  ['QUESTIONS', ['published'], ['claimsClosed', 'noClaim']],
  ['QUALIFICATION', ['opened'], ['qualified']],
  ['REVIEWER_CHOICE', ['opened'], ['panelAppointed']],
  ['MEETINGS', ['meetingPlanned'], ['meetingHeld']],
  ['REVIEW', ['reviewStarted'], ['decided']],
  ['DECISION', ['decided'], ['announced']],
  ['NOTICE', ['announced'], ['awarded']],
  ['SIGNING', ['awarded'], ['started']],
  ['RUNNING', ['started'], ['accepted', 'excused', 'brokenOff']],
];

/** What has happened of a timetable, from the item's events in their order; a step that was taken again counts from its last time. */
export function actualStages(events: readonly { name: string; day: string }[]): ActualStage[] {
  return stageEvents.flatMap(([stage, from, to]): ActualStage[] => {
    // Of several meetings the first begins the stage.
    const isFrom = (e: { name: string }) => from.includes(e.name);
    const started = stage === 'MEETINGS' ? events.find(isFrom) : events.findLast(isFrom);
    if (!started) return [];
    const ended = events.findLast((e) => to.includes(e.name) && e.day >= started.day);
    return [{ stage, startedOn: started.day, endedOn: ended?.day ?? null }];
  });
}

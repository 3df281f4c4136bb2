import { worked } from './arranged-days.fixture.js';
import type { PlannedStage } from './forward.js';
import { simulateTimetable, standardPlan, type TimetableInput } from './simulate.js';
import type { TimetableStage } from './stages.js';
import type { TimetableWarningCode } from './warnings.js';

const stages = standardPlan([
  'CLAIM_WINDOW',
  'QUESTIONS',
  'REVIEWER_CHOICE',
  'QUALIFICATION',
  'MEETINGS',
  'REVIEW',
  'DEFENCE',
  'SITE_VISIT',
  'DECISION',
  'NOTICE',
  'SIGNING',
]);
const review = { bids: 12, perBid: 5, panel: Array.from({ length: 7 }, () => ({ capacity: 4 })) };
const input: TimetableInput = {
  startsOn: '2026-08-03',
  stages,
  done: ['CALL_FOR_NEEDS', 'FORM_CHECK', 'ARGUMENTATION', 'APPROVAL'],
  review,
  today: '2026-08-03',
  isWorkingDay: worked,
};
const change = (stage: TimetableStage, to: Partial<PlannedStage>) => stages.map((s) => (s.stage === stage ? { ...s, ...to } : s));
const withWork = (months: number) => standardPlan([...stages.map((s) => s.stage), 'RUNNING']).map((s) => (s.stage === 'RUNNING' ? { ...s, length: months } : s));
const ends = (spans: readonly { stage: TimetableStage; endsOn: string }[]) => Object.fromEntries(spans.map((s) => [s.stage, s.endsOn]));

describe('a challenge published on the last of August 2026, counted on the calendar', () => {
  const timetable = simulateTimetable({ ...input, startsOn: '2026-08-31', today: '2026-08-31' });
  it('goes as planned', () =>
    expect(ends(timetable.planned)).toEqual({
      CLAIM_WINDOW: '2026-09-30',
      QUESTIONS: '2026-09-10',
      REVIEWER_CHOICE: '2026-10-13',
      QUALIFICATION: '2026-10-13',
      MEETINGS: '2026-10-27',
      REVIEW: '2026-11-03',
      DEFENCE: '2026-11-05',
      SITE_VISIT: '2026-11-10',
      DECISION: '2026-11-17',
      NOTICE: '2026-11-26',
      SIGNING: '2026-12-11',
    }));
  it('can be over earlier, though not before the reviewers have read', () =>
    expect(ends(timetable.earliest)).toEqual({
      CLAIM_WINDOW: '2026-09-20',
      QUESTIONS: '2026-09-03',
      REVIEWER_CHOICE: '2026-09-21',
      QUALIFICATION: '2026-09-22',
      MEETINGS: '2026-09-28',
      REVIEW: '2026-10-08',
      DEFENCE: '2026-10-09',
      SITE_VISIT: '2026-10-09',
      DECISION: '2026-10-10',
      NOTICE: '2026-10-16',
      SIGNING: '2026-10-19',
    }));
  it('has its critical path and room beside it', () => {
    expect(timetable.criticalPath.join(' ')).toBe('CLAIM_WINDOW QUALIFICATION MEETINGS REVIEW SITE_VISIT DECISION NOTICE SIGNING');
    expect(timetable.criticalPath.map((s) => timetable.slack.get(s))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(['DEFENCE' as const, 'REVIEWER_CHOICE' as const, 'QUESTIONS' as const].map((s) => timetable.slack.get(s))).toEqual([3, 10, 14]);
  });
  it('is likely to last as planned, longer with a slow panel', () => {
    expect([timetable.earliestEnd, timetable.plannedEnd, timetable.likelyEnd]).toEqual(['2026-10-19', '2026-12-11', '2026-12-11']);
    // 60 readings at 5 a day: twelve working days from 28 October on end on 12 November, seven later than planned; signing then ends on 22 December.
    const slow = simulateTimetable({
      ...input,
      startsOn: '2026-08-31',
      review: { ...review, panel: review.panel.slice(0, 5).map(() => ({ capacity: 1 })) },
    });
    expect(ends(slow.likely)).toMatchObject({
      REVIEW: '2026-11-12',
      SITE_VISIT: '2026-11-19',
      DECISION: '2026-11-26',
      NOTICE: '2026-12-07',
      SIGNING: '2026-12-22',
    });
  });
});

describe('warnings', () => {
  const codes = (over: Partial<TimetableInput>) => simulateTimetable({ ...input, ...over }).warnings.map((w) => w.code);
  it('are none for a plan that is in order', () => expect(codes({})).toEqual([]));
  it.each<[TimetableWarningCode, Partial<TimetableInput>]>([
    ['STAGE_MISSING', { stages: standardPlan(stages.map((s) => s.stage).filter((s) => s !== 'NOTICE')) }],
    ['STAGE_MISSING', { done: [] }],
    ['BELOW_MINIMUM', { stages: change('NOTICE', { length: 4 }) }],
    ['BELOW_MINIMUM', { stages: change('NOTICE', { length: 6, unit: 'CALENDAR' }) }],
    ['BELOW_MINIMUM', { stages: change('CLAIM_WINDOW', { length: 18 }) }],
    ['ABOVE_MAXIMUM', { stages: change('SIGNING', { length: 33 }) }],
    ['ENDS_BEFORE_START', { stages: change('DECISION', { endsOn: '2026-09-01' }) }],
    ['ENDS_ON_DAY_OFF', { stages: change('DECISION', { endsOn: '2026-10-31' }) }],
    ['REVIEW_TOO_SHORT', { stages: change('REVIEW', { length: 2 }) }],
    ['REVIEW_IMPOSSIBLE', { review: { ...review, perBid: 8 } }],
    ['TOO_FEW_REVIEWERS', { review: { bids: 1, perBid: 3, panel: review.panel.slice(0, 3) } }],
    ['ANSWERS_TOO_LATE', { stages: change('QUESTIONS', { length: 17 }) }],
    ['LONG_PAUSE', { startsOn: '2026-09-14', today: '2026-09-14' }],
    ['BEGINS_IN_PAST', { today: '2026-08-04' }],
    ['AFTER_TARGET', { targetEnd: '2026-10-30' }],
    ['AFTER_DEADLINE', { stages: withWork(3), deadline: '2027-01-31' }],
    ['CALENDAR_UNKNOWN', { calendarKnownUntil: '2026-10-31' }],
  ])('%s', (code, over) => expect(codes(over)).toContain(code));

  it('name the figures and the row behind them', () => {
    const [found] = simulateTimetable({ ...input, stages: change('NOTICE', { length: 4 }) }).warnings;
    // The decision falls on Tuesday 20 October.
    expect(found).toMatchObject({
      code: 'BELOW_MINIMUM',
      stage: 'NOTICE',
      params: { endsOn: '2026-10-26', earliest: '2026-10-27', minimum: 5, unit: 'WORKING' },
      rule: { certainty: 'PROBABLE' },
    });
  });
  it('stay on the side of the limit', () => {
    expect(codes({ stages: change('NOTICE', { length: 5 }) })).toEqual([]);
    expect(codes({ stages: change('CLAIM_WINDOW', { length: 25 }) })).toEqual([]);
    expect(codes({ stages: change('QUESTIONS', { length: 16 }) })).toEqual(['ANSWERS_TOO_LATE']);
    // Claims end on Wednesday 2 September; fifteen days before is 18 August.
    expect(codes({ stages: change('QUESTIONS', { length: 15 }) })).toEqual([]);
    // Nineteen days end on a Saturday, twenty on the Sunday: both move to Monday 24 August.
    expect(codes({ stages: change('CLAIM_WINDOW', { length: 19 }) })).not.toContain('BELOW_MINIMUM');
  });
  it('begin just past a limit', () => {
    // The whole ends on Friday 13 November.
    expect(codes({ targetEnd: '2026-11-13', calendarKnownUntil: '2026-11-13' })).toEqual([]);
    expect(codes({ targetEnd: '2026-11-12', calendarKnownUntil: '2026-11-12' })).toEqual(['AFTER_TARGET', 'CALENDAR_UNKNOWN']);
    expect(codes({ stages: change('SIGNING', { length: 30 }) })).toEqual([]);
    // Three months of work after it end on 13 February 2027, a Saturday, hence on Monday the 15th.
    expect(codes({ stages: withWork(3), deadline: '2027-02-15' })).toEqual([]);
    expect(codes({ stages: withWork(3), deadline: '2027-02-14' })).toEqual(['AFTER_DEADLINE']);
    // 1–5 May are five days off in a row; 19–21 June are three.
    expect(codes({ startsOn: '2026-04-20', today: '2026-04-20' })).toEqual(['LONG_PAUSE']);
    expect(codes({ startsOn: '2026-06-01', today: '2026-06-01' })).toEqual([]);
  });
  it('refuse what is no plan', () => {
    expect(() => codes({ stages: change('CLAIM_WINDOW', { after: ['SIGNING'] }) })).toThrow('INVALID_INPUT');
    expect(() => codes({ stages: [...stages, ...stages] })).toThrow('INVALID_INPUT');
    expect(() => codes({ stages: change('REVIEW', { after: ['RUNNING'] }) })).toThrow('INVALID_INPUT');
  });
});

it('waits for a day that is set, and names the first of two that end together', () => {
  // From Monday 19 October on the decision takes Tu We Th Fr Mo.
  expect(ends(simulateTimetable({ ...input, stages: change('DECISION', { notBefore: '2026-10-19' }) }).planned).DECISION).toBe(
    '2026-10-26',
  );
  const together = standardPlan(stages.map((s) => s.stage).filter((s) => s !== 'MEETINGS'));
  expect(simulateTimetable({ ...input, stages: together }).criticalPath).toContain('QUALIFICATION');
});

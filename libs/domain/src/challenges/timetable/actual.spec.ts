import { progressOfEnded, timetableProgress } from './actual.js';
import { worked } from './arranged-days.fixture.js';
import { standardPlan } from './simulate.js';
import type { TimetableStage } from './stages.js';

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
describe('actual against plan', () => {
  const progress = (today: string, actuals: Parameters<typeof timetableProgress>[2]) =>
    timetableProgress('2026-08-31', stages, actuals, today, worked);
  it('is the plan before anything has happened', () => expect(progress('2026-08-31', []).delay).toBe(0));
  it('has nothing ahead once the item is over', () => {
    const happened = [
      { stage: 'CLAIM_WINDOW', startedOn: '2026-09-01', endedOn: '2026-09-30' },
      { stage: 'QUALIFICATION', startedOn: '2026-10-08', endedOn: null },
    ] as const;
    const { stages: rows, forecastEnd } = progressOfEnded(progress('2026-10-21', happened), happened, '2026-10-12', worked);
    expect(rows.map((r) => [r.stage, r.state, r.forecast.endsOn])).toEqual([
      ['CLAIM_WINDOW', 'DONE', '2026-09-30'],
      ['QUALIFICATION', 'BROKEN_OFF', '2026-10-12'],
    ]);
    expect(forecastEnd).toBe('2026-10-12');
  });
  it('carries a delay on and tells whose it is', () => {
    const { stages: rows, forecastEnd } = progress('2026-10-21', [
      { stage: 'CLAIM_WINDOW', startedOn: '2026-09-01', endedOn: '2026-09-30' },
      { stage: 'QUESTIONS', startedOn: '2026-09-01', endedOn: '2026-09-10' },
      { stage: 'REVIEWER_CHOICE', startedOn: '2026-10-08', endedOn: '2026-10-13' },
      { stage: 'QUALIFICATION', startedOn: '2026-10-08', endedOn: '2026-10-15' },
      { stage: 'MEETINGS', startedOn: '2026-10-16', endedOn: null },
    ]);
    const of = (stage: TimetableStage) => rows.find((r) => r.stage === stage);
    expect([of('QUALIFICATION')?.delay, of('QUALIFICATION')?.ownDelay, of('QUALIFICATION')?.state]).toEqual([2, 2, 'DONE']);
    expect([of('MEETINGS')?.forecast.endsOn, of('MEETINGS')?.delay, of('MEETINGS')?.ownDelay, of('MEETINGS')?.state]).toEqual([
      '2026-10-29',
      2,
      0,
      'RUNNING',
    ]);
    // Notice ends on Monday 30 November; fifteen days later is Tuesday 15 December.
    expect([of('NOTICE')?.forecast.endsOn, forecastEnd]).toEqual(['2026-11-30', '2026-12-15']);
  });
  it('takes the announced day for the end of what runs', () => {
    const { stages: rows } = progress('2026-09-02', [{ stage: 'CLAIM_WINDOW', startedOn: '2026-09-01', endedOn: null, endsOn: '2026-09-21' }]);
    // Planned for 30 September; 25–27 September are days off, the 20th is worked.
    expect(rows[0]).toMatchObject({ state: 'RUNNING', delay: -6, forecast: { endsOn: '2026-09-21' } });
  });
  it('expects nothing unfinished before today', () => {
    const { stages: rows } = progress('2026-10-05', []);
    expect(rows[0]).toMatchObject({ state: 'OVERDUE', delay: 1, ownDelay: 1, forecast: { endsOn: '2026-10-08' } });
  });
});

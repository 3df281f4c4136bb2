import { worked } from './arranged-days.fixture.js';
import { reviewNeed } from './load.js';
import { periodEnd, periodStart, workingDaysFromTo, type PeriodUnit } from './periods.js';

/** Counted by finger on the printed calendars of 2025 and 2026, not with the code. */
describe('the last day of a period', () => {
  it.each<[string, number, PeriodUnit, string, string]>([
    ['2026-01-05', 5, 'WORKING', '2026-01-12', 'an ordinary week: Tu We Th Fr, Mo'],
    ['2025-12-31', 1, 'WORKING', '2026-01-04', 'New Year off to Saturday, Sunday worked'],
    ['2025-12-30', 5, 'WORKING', '2026-01-07', 'over New Year with a Sunday worked'],
    ['2026-02-12', 3, 'WORKING', '2026-02-24', 'Fr, Saturday worked, nine days off, Tu'],
    ['2026-02-13', 7, 'WORKING', '2026-03-02', 'both Saturdays worked around Spring Festival'],
    ['2026-01-26', 20, 'CALENDAR', '2026-02-24', 'ends on the first day of Spring Festival: moves behind it'],
    ['2026-01-25', 20, 'CALENDAR', '2026-02-14', 'ends on a Saturday that is worked: stays'],
    ['2026-02-06', 30, 'CALENDAR', '2026-03-09', 'ends on a Sunday: Monday'],
    ['2026-04-03', 1, 'WORKING', '2026-04-07', '清明 from Saturday to Monday'],
    ['2026-04-27', 5, 'WORKING', '2026-05-07', 'over the five days of May'],
    ['2026-04-30', 4, 'WORKING', '2026-05-09', 'the fourth is the Saturday worked after them'],
    ['2026-06-18', 2, 'WORKING', '2026-06-23', '端午 on a Friday'],
    ['2026-09-18', 7, 'WORKING', '2026-09-29', 'Sunday worked before, 中秋 inside'],
    ['2026-09-29', 5, 'WORKING', '2026-10-12', 'National Day, then a Saturday worked'],
    ['2026-09-07', 30, 'CALENDAR', '2026-10-08', 'ends on the last day off of National Day'],
    ['2026-09-10', 30, 'CALENDAR', '2026-10-10', 'ends on a Saturday that is worked'],
    ['2026-09-11', 30, 'CALENDAR', '2026-10-12', 'ends on the Sunday after it'],
    ['2025-01-24', 5, 'WORKING', '2025-02-07', 'Sunday worked, Spring Festival 2025'],
    ['2025-01-24', 6, 'WORKING', '2025-02-08', '… and the Saturday worked after it'],
    ['2025-01-24', 7, 'WORKING', '2025-02-10', '… and the Sunday after that is off'],
    ['2025-04-25', 5, 'WORKING', '2025-05-06', 'Sunday worked before May 2025'],
    ['2025-09-26', 6, 'WORKING', '2025-10-11', 'eight days of National Day and 中秋 2025'],
    ['2025-05-30', 1, 'WORKING', '2025-06-03', '端午 2025 to Monday'],
    ['2026-11-20', 15, 'CALENDAR', '2026-12-07', 'ends on a Saturday'],
    ['2026-01-31', 1, 'MONTH', '2026-02-28', 'no thirty-first: the last day, a Saturday worked'],
    ['2024-01-31', 1, 'MONTH', '2024-02-29', 'a leap year'],
    ['2026-04-01', 1, 'MONTH', '2026-05-06', 'May Day: moves behind the holiday'],
    ['2024-11-15', 24, 'MONTH', '2026-11-16', 'two years later a Sunday'],
    ['2026-02-16', 0, 'WORKING', '2026-02-16', 'no length: the day of the event'],
  ])('%s + %i %s = %s: %s', (event, length, unit, end) => expect(periodEnd(event, length, unit, worked)).toBe(end));

  it('begins on the day after, of working days on the next worked', () => {
    expect(periodStart('2026-02-14', 3, 'WORKING', worked)).toBe('2026-02-24');
    expect(periodStart('2026-02-14', 3, 'CALENDAR', worked)).toBe('2026-02-15');
  });
  it('is never a fraction, and a calendar without working days is refused', () => {
    expect(() => periodEnd('2026-01-05', 1.5, 'WORKING', worked)).toThrow('INVALID_INPUT');
    expect(() => periodEnd('2026-01-05', -1, 'CALENDAR', worked)).toThrow('INVALID_INPUT');
    expect(() => periodEnd('2026-01-05', 1, 'WORKING', () => false)).toThrow('INVALID_INPUT');
  });
  it('counts back what it has counted forth', () => {
    expect(workingDaysFromTo('2026-09-29', '2026-10-12', worked)).toBe(5);
    expect(workingDaysFromTo('2026-10-12', '2026-09-29', worked)).toBe(-5);
  });
});

describe('the days that reviewers need', () => {
  const panel = (n: number, capacity: number) => Array.from({ length: n }, () => ({ capacity }));
  it('are bids × readers / capacity a day', () => {
    // 12 × 5 = 60 readings; 7 × 4 = 28 a day: 28, 56, 84.
    expect(reviewNeed('2026-09-28', { bids: 12, perBid: 5, panel: panel(7, 4) }, worked)).toEqual({
      readings: 60,
      workingDays: 3,
      endsOn: '2026-10-08',
    });
    // Everybody reads everything: 5 × 12 at 6 a day.
    expect(reviewNeed('2026-09-28', { bids: 12, perBid: 5, panel: panel(5, 6) }, worked)?.endsOn).toBe('2026-09-30');
  });
  it('grow when somebody is away', () => {
    const away = new Set(['2026-09-29', '2026-09-30']);
    expect(reviewNeed('2026-09-28', { bids: 4, perBid: 2, panel: [{ capacity: 4 }, { capacity: 4, away }] }, worked)?.endsOn).toBe(
      '2026-10-08',
    );
  });
  it('do not help when a bid wants more readers than there are', () => {
    expect(reviewNeed('2026-09-28', { bids: 3, perBid: 5, panel: panel(4, 100) }, worked)).toBeNull();
    expect(reviewNeed('2026-09-28', { bids: 3, perBid: 2, panel: [{ capacity: 9 }, { capacity: 0 }] }, worked)).toBeNull();
    // One quick reader can't stand in for a second one: he reads each bid once.
    expect(reviewNeed('2026-09-28', { bids: 3, perBid: 2, panel: [{ capacity: 100 }, { capacity: 1 }] }, worked)?.workingDays).toBe(3);
  });
  it('are none without bids', () => expect(reviewNeed('2026-09-28', { bids: 0, perBid: 5, panel: [] }, worked)?.workingDays).toBe(0));
});

import { Cast } from './cast.js';

const never = () => {
  throw new Error('nobody acts here');
};

describe('a day of the past', () => {
  it.each([
    ['in the afternoon', '2026-11-22T16:30:00+08:00'],
    ['after midnight in Shanghai, when it is still yesterday in Greenwich', '2026-11-22T00:30:00+08:00'],
  ])('is one of Shanghai: %s', (_when, now) => {
    const cast = new Cast(never, Date.parse(now));
    expect(cast.daysAgo(1)).toEqual(new Date('2026-11-21T09:00:00+08:00'));
    expect(cast.daysAgo(30, 14)).toEqual(new Date('2026-10-23T14:00:00+08:00'));
  });

  it('is never later than a minute ago', () => {
    const now = Date.parse('2026-11-22T00:30:00+08:00');
    expect(new Cast(never, now).daysAgo(0).getTime()).toBe(now - 60_000);
  });
});

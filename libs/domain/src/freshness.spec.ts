import { freshnessOf } from './freshness.js';

it.each([
  ['2026-11-22', 'FRESH'],
  ['2026-08-25', 'FRESH'],
  ['2026-08-24', 'DUE'],
  ['2026-05-27', 'DUE'],
  ['2026-05-26', 'HIDDEN'],
])('what was confirmed on %s is %s on 2026-11-22', (day, expected) => {
  expect(freshnessOf(new Date(`${day}T00:00:00Z`), new Date('2026-11-22T00:00:00Z'))).toBe(expected);
});

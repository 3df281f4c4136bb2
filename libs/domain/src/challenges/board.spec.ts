import { boardAddress, boardFilterOf, everyItem } from './board.js';

const read = (query: string) => boardFilterOf(new URLSearchParams(query));

it('reads the board from its address, and leaves out what is no value', () => {
  expect(read('')).toEqual({ ...everyItem, stage: 'OPEN' });
  expect(read('stage=ALL&field=NEW_MATERIALS&month=2026-10&region=ZZ&kind=X&mode=HORSE_RACE&text=%20')).toEqual({ ...everyItem, techField: 'NEW_MATERIALS', month: '2026-10', region: 'ZZ', mode: 'HORSE_RACE', text: '' });
  expect(read('month=2026-13&region=zz').month).toBeNull();
});
it('comes back from the address that it gives', () => {
  const filter = { ...everyItem, techField: 'NEW_ENERGY' as const, month: '2026-02', outcome: 'TERMINATED' as const, unfilled: null, text: '刀具 & 砂轮' };
  expect(boardFilterOf(new URL(boardAddress(filter), 'http://x').searchParams)).toEqual(filter);
});

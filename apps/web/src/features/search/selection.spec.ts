import { addressOf, countChoices, inputOf, readSelection, toggled, withoutChoices, withoutWords } from './selection.js';

const read = (query: string) => readSelection(new URLSearchParams(query));

describe('a selection in the address', () => {
  it('comes back as it was written', () => {
    const address = '/search?q=%E7%A0%82%E8%BD%AE&kind=DEMAND&field=NEW_MATERIALS,AGRICULTURE&region=ZZ_GX&trl=6,7&price=UNDER_10&ind=%E5%BC%BA%E5%BA%A6%E2%89%A5900MPa%3B%E7%BA%BF%E5%BE%8440-45%CE%BCm&pending=1&sort=NEWEST&page=3';
    expect(addressOf(read(address.slice(8)))).toBe(address);
    expect(addressOf(read(''))).toBe('/search');
  });

  it('leaves out what does not belong there', () => {
    const odd = read('kind=EXPERT&field=NEW_MATERIALS,NONSENSE&region=<script>&trl=12,3&unit=1&page=-4&sort=UP');
    expect(odd).toMatchObject({ kind: null, field: ['NEW_MATERIALS'], region: [], trl: [3], unit: [], page: 1, sort: null });
  });

  it('goes back to the first page with every choice', () => {
    const chosen = toggled(read('field=AGRICULTURE&page=4'), 'field', 'NEW_MATERIALS');
    expect(chosen).toMatchObject({ field: ['NEW_MATERIALS', 'AGRICULTURE'], page: 1 });
    expect(toggled(chosen, 'field', 'AGRICULTURE').field).toEqual(['NEW_MATERIALS']);
    expect(withoutChoices(read('q=x&kind=DEMAND&trl=5'))).toMatchObject({ text: 'x', kind: null, trl: [] });
  });

  it('holds conditions on indicators, five at the most', () => {
    const selection = read('ind=a≥1;b≥2;b≥2;;c≥3;d≥4;e≥5;f≥6&pending=1');
    expect(selection.indicators).toEqual(['a≥1', 'b≥2', 'c≥3', 'd≥4', 'e≥5']);
    expect(countChoices(selection)).toBe(6);
    expect(withoutWords('碳纤维 强度≥3GPa 织物', '强度≥3GPa')).toBe('碳纤维 织物');
  });

  it('holds limits as they were typed, asks for them in fen, and leaves out what cannot be', () => {
    const address = '/search?cost=10..99.5&level=6..&date=..2026-03-31';
    expect(addressOf(read(address.slice(8)))).toBe(address);
    expect(inputOf(read(address.slice(8)))).toMatchObject({ priceFrom: '10000000', priceTo: '99500000', trlFrom: 6, trlTo: null, publishedFrom: null, publishedTo: '2026-03-31' });
    expect(countChoices(read(address.slice(8)))).toBe(3);
    for (const odd of ['cost=100..10', 'cost=..abc', 'level=0..12', 'date=2026-02-31..']) expect(countChoices(read(odd))).toBe(0);
  });

  it('asks the server for exactly this', () => {
    expect(inputOf(read('q=x&kind=ACHIEVEMENT&mode=EQUITY'))).toMatchObject({ text: 'x', kinds: ['ACHIEVEMENT'], transferModes: ['EQUITY'], page: 1, size: 20 });
  });
});

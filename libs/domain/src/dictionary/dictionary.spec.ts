import { dictionaryChange, partnersOf, tidyGroups } from './dictionary.js';

const of = (...groups: string[]) => groups.map((words) => ({ words: words.split(' ') }));

describe('a dictionary', () => {
  it('gives each word what means the same, in every group that it stands in, and no further', () => {
    const partners = partnersOf(of('小麦 冬小麦', '小麦 wheat'));
    expect(partners.get('小麦')).toEqual(['冬小麦', 'wheat']);
    expect(partners.get('wheat')).toEqual(['小麦']);
  });

  it('is tidied: folded, no word twice, nothing that says nothing', () => {
    const tidy = tidyGroups(of('CBN cbn 立方氮化硼', '立方氮化硼 CBN', 'pcd PCD', 'X xx'), (word) => word.toLowerCase());
    expect(tidy).toEqual(of('立方氮化硼 cbn').map(({ words }) => ({ words: expect.arrayContaining(words) })));
  });

  it('says what another edition changes', () => {
    const change = dictionaryChange(of('cbn 立方氮化硼', 'pcd 复合片'), of('cbn 立方氮化硼 氮化硼', 'pcd 复合片'));
    expect(change.added).toEqual(of('cbn 立方氮化硼 氮化硼'));
    expect(change.removed).toEqual(of('cbn 立方氮化硼'));
    expect(change.words.sort()).toEqual(['cbn', '氮化硼', '立方氮化硼']);
    expect(dictionaryChange(of('a1 b1'), of('b1 a1'))).toEqual({ added: [], removed: [], words: [] });
  });
});

import { groupsOf, isChanged, isGroup, linesOf, without, withWords, wordsTyped } from './draft.js';

describe('a draft of the dictionary', () => {
  const lines = linesOf([{ words: ['立方氮化硼', 'cbn'] }, { words: ['储能', '储能系统'] }]);

  it('reads words between signs', () => {
    expect(wordsTyped('CBN = 立方氮化硼、 cubic boron nitride，')).toEqual(['CBN', '立方氮化硼', 'cubic boron nitride']);
    expect(isGroup(['一个词'])).toBe(false);
  });

  it('keeps what is taken away in sight until it is published, and forgets what was new', () => {
    const added = withWords(lines, null, ['mna', '微针']);
    expect(added[0]).toEqual({ id: 2, was: null, words: ['mna', '微针'] });
    expect(without(added, 2)).toEqual(lines);
    const gone = without(lines, 0);
    expect(gone[0]).toEqual({ id: 0, was: ['立方氮化硼', 'cbn'], words: [] });
    expect(gone.filter(isChanged)).toHaveLength(1);
    expect(groupsOf(gone)).toEqual([{ words: ['储能', '储能系统'] }]);
  });
});

import { achievementFields } from './documents.js';
import { InvertedIndex, type IndexDocument } from './inverted-index.js';
import { randomAchievement, randomText, seededRandom } from './random-documents.js';

function document(random: () => number, id: string): IndexDocument {
  return { id, fields: achievementFields(randomAchievement(random, id)) };
}

function rebuilt(documents: Iterable<IndexDocument>): InvertedIndex {
  const index = new InvertedIndex();
  for (const each of documents) index.add(each);
  return index;
}

describe('InvertedIndex', () => {
  it('gives the same lists and scores, to the last bit, as a rebuild, after any changes', () => {
    const random = seededRandom(11);
    const index = new InvertedIndex();
    const living = new Map<string, IndexDocument>();
    for (let step = 0; step < 1600; step++) {
      const id = `d${Math.floor(random() * 900)}`;
      if (random() < 0.3) {
        expect(index.remove(id)).toBe(living.delete(id));
      } else {
        living.set(id, document(random, id));
        index.replace(living.get(id) ?? { id, fields: [] });
      }
      if (step % 400 !== 399 && step % 97 !== 0) continue;
      const query = [{ text: randomText(random, 10), weight: 1 }];
      const hits = index.search(query, 25);
      if (step % 400 !== 399) continue;
      expect(hits).toEqual(rebuilt(living.values()).search(query, 25));
      expect(hits).toEqual(rebuilt([...living.values()].reverse()).search(query, 25));
      expect(index.size).toBe(living.size);
    }
  });

  it('scores by the mean of the two cosines, a document with itself 1', () => {
    const random = seededRandom(12);
    const documents = Array.from({ length: 40 }, (_, i) => document(random, `d${i}`));
    const index = rebuilt(documents);
    for (const { id, fields } of documents) {
      const [first] = index.search(fields, 1);
      expect(first?.score).toBeCloseTo(1, 12);
      expect(index.search(index.vectorOf(id) ?? fields, 5)).toEqual(index.search(fields, 5));
    }
  });

  it('orders equal scores by id, also at the end of the list', () => {
    const fields = [{ text: '石墨烯隔膜', weight: 1 }];
    const index = rebuilt(['c', 'a', 'e', 'b', 'd'].map((id) => ({ id, fields })));
    expect(index.search(fields, 3).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('filters after scoring and still fills the list', () => {
    const random = seededRandom(13);
    const index = rebuilt(Array.from({ length: 300 }, (_, i) => document(random, `d${i}`)));
    const query = [{ text: '石墨烯锂离子电池隔膜', weight: 1 }];
    const even = (id: string): boolean => Number(id.slice(1)) % 2 === 0;
    const all = index.search(query, 300).filter(({ id }) => even(id));
    expect(index.search(query, 10, even)).toEqual(all.slice(0, 10));
  });

  it('lets unknown terms of a query lower the score', () => {
    const index = rebuilt([{ id: 'a', fields: [{ text: '石墨烯隔膜', weight: 1 }] }]);
    const known = index.search([{ text: '石墨烯', weight: 1 }], 1)[0]?.score ?? 0;
    const partly = index.search([{ text: '石墨烯，高压开关', weight: 1 }], 1)[0]?.score ?? 0;
    expect(partly).toBeGreaterThan(0);
    expect(partly).toBeLessThan(known);
  });

  it('takes odd inputs', () => {
    const index = new InvertedIndex();
    expect(index.search([{ text: '石墨', weight: 1 }], 10)).toEqual([]);
    index.add({ id: 'empty', fields: [] });
    index.add({ id: 'signs', fields: [{ text: '😀 。。', weight: 3 }] });
    expect(index.search([], 10)).toEqual([]);
    expect(index.search([{ text: '石墨', weight: 1 }], 0)).toEqual([]);
    expect(() => index.add({ id: 'empty', fields: [] })).toThrow('empty');
    expect(index.remove('nowhere')).toBe(false);
  });
});

import { probabilityOf, shippedModel, type MatchModel } from './calibration.js';
import { MatchEngine, type Found } from './match.js';
import { randomAchievement, randomDemand, seededRandom } from './random-documents.js';
import { similarityOf, strengthOf } from './similarity.js';

const fitted: MatchModel = { ...shippedModel, version: 'with-1', withSimilarity: { embedder: 'ollama/test', intercept: -5, slope: 5, similarity: 4 } };
const random = seededRandom(11);
const demands = Array.from({ length: 30 }, (_, i) => randomDemand(random, `d${i}`));
const achievements = Array.from({ length: 150 }, (_, i) => randomAchievement(random, `a${i}`));

function vector(): Float32Array {
  const values = Float32Array.from({ length: 16 }, () => random() - 0.3);
  const length = Math.hypot(...values);
  return values.map((v) => v / length);
}

function engineOf(model: MatchModel): MatchEngine {
  const engine = new MatchEngine(model);
  for (const demand of demands) engine.upsertDemand(demand);
  for (const achievement of achievements) engine.upsertAchievement(achievement);
  return engine;
}
/** Half of the achievements have no vector, and every tenth demand. */
function embed(engine: MatchEngine): void {
  demands.forEach(({ id }, i) => i % 10 && engine.setVector('DEMAND', id, vector()));
  achievements.forEach(({ id }, i) => i % 2 && engine.setVector('ACHIEVEMENT', id, vector()));
}
const lists = (engine: MatchEngine): Found[][] => [
  ...demands.map(({ id }) => engine.best('DEMAND', id, 20)),
  ...achievements.map(({ id }) => engine.best('ACHIEVEMENT', id, 20)),
];

describe('the similarity of an embedder', () => {
  const plain = engineOf(shippedModel);
  const embedded = engineOf(fitted);
  embed(embedded);

  it('is worth exactly nothing while it is off: the same bits as an engine that has never heard of it', () => {
    const withVectors = engineOf(shippedModel);
    embed(withVectors);
    const withCoefficients = engineOf(fitted);
    for (const engine of [withVectors, withCoefficients]) {
      expect(lists(engine)).toEqual(lists(plain));
      expect(run(engine)).toEqual(run(plain));
      const [demand, achievement] = [demands[1], achievements[1]];
      if (demand && achievement) expect({ ...engine.explain(demand, achievement), version: '' }).toEqual({ ...plain.explain(demand, achievement), version: '' });
    }
    embedded.forgetVectors();
    expect(lists(embedded)).toEqual(lists(plain));
    embed(embedded);
  });

  it('is absent where one of the two has no vector, and then the words alone count', () => {
    const found = embedded.best('DEMAND', 'd1', 300);
    const byId = new Map(plain.best('DEMAND', 'd1', 300).map((f) => [f.id, f]));
    const without = found.filter((f) => f.similarity === null);
    expect(without.length).toBeGreaterThan(20);
    for (const f of without) expect(f).toEqual(byId.get(f.id));
    expect(found.some((f) => f.similarity !== null && f.probability !== byId.get(f.id)?.probability)).toBe(true);
    expect(embedded.best('DEMAND', 'd10', 20)).toEqual(plain.best('DEMAND', 'd10', 20));
    expect(similarityOf(vector(), undefined)).toBeNull();
    expect(similarityOf(vector(), new Float32Array(8))).toBeNull();
    expect(similarityOf(new Float32Array(2).fill(NaN), new Float32Array(2))).toBeNull();
  });

  it('orders by both, one pair alike from either side, in a list, in the pass over all and alone', () => {
    const ofPass = run(embedded);
    let compared = 0;
    for (const { id } of demands) {
      const list = embedded.best('DEMAND', id, 20);
      expect(list.map((f) => f.strength)).toEqual(list.map((f) => f.strength).sort((a, b) => b - a));
      const shown = list.filter((f) => f.band !== 'NONE');
      expect(ofPass.get(id)).toEqual(shown);
      for (const f of shown) {
        expect(embedded.pair(id, f.id)).toEqual(f);
        const theirs = embedded.best('ACHIEVEMENT', f.id, 60).find((g) => g.id === id);
        expect(theirs?.similarity).toBe(f.similarity);
        expect(theirs?.strength).toBeCloseTo(f.strength, 12);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it('is forgotten with the text that it belongs to', () => {
    const [demand] = [demands[1]];
    if (demand) embedded.upsertDemand(demand);
    expect(embedded.best('DEMAND', 'd1', 20)).toEqual(plain.best('DEMAND', 'd1', 20));
    embedded.setVector('DEMAND', 'nobody', vector());
    expect(embedded.best('DEMAND', 'nobody', 20)).toEqual([]);
  });

  it('gives the strength of that cosine which would have the same chance by words alone', () => {
    for (const [cosine, similarity] of [
      [0.1, 0.8],
      [0.2, 0.3],
      [0.4, -0.2],
    ] as const) {
      const chance = probabilityOf(cosine, fitted, similarity);
      if (chance > 0.04) expect(probabilityOf(strengthOf(cosine, similarity, fitted), fitted)).toBeCloseTo(chance, 12);
    }
    expect(strengthOf(0.123, null, fitted)).toBe(0.123);
    expect(strengthOf(0.123, 0.9, shippedModel)).toBe(0.123);
  });
});

/** What one pass puts into the demands' lists, in their order. */
function run(engine: MatchEngine): Map<string, Found[]> {
  const steps = engine.listAll(20);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const lists = new Map<string, Found[]>();
  for (const { demandId, inDemandList, inAchievementList: _, ...found } of step.value) {
    if (inDemandList) lists.set(demandId, [...(lists.get(demandId) ?? []), found]);
  }
  for (const list of lists.values()) list.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  return lists;
}

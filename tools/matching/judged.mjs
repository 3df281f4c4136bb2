import { Corpus } from './features.mjs';
import { seeded } from './measures.mjs';

export const depth = 200;
/** Any more and noise is fitted; the same folds for every variant, so that differences are paired. */
const folds = 5;

/** Every demand with its judged candidates, its first 200 and their features. */
export function judgedDemands(lib, demands, achievements, labels) {
  const corpus = new Corpus(lib, demands, achievements);
  const grades = new Map();
  for (const { demandId, achievementId, levels } of labels) {
    if (!grades.has(demandId)) grades.set(demandId, new Map());
    grades.get(demandId).set(achievementId, levels.reduce((a, b) => a + b, 0) / levels.length);
  }
  return demands
    .filter(({ id }) => grades.has(id))
    .map((demand) => {
      const own = grades.get(demand.id);
      const { hits, features } = corpus.ask(demand);
      const place = new Map(hits.map(({ id, score }, i) => [id, { i, score }]));
      const kept = new Set([...hits.slice(0, depth).map(({ id }) => id), ...own.keys()]);
      const candidates = [...kept].map((id) => {
        const { i, score } = place.get(id) ?? { i: Infinity, score: 0 };
        return { id, place: i, cosine: score, grade: own.get(id) ?? null, features: features(id, score) };
      });
      candidates.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
      return { id: demand.id, title: demand.title, candidates };
    });
}

/** The fold of every demand: demands of one title stay together, or the model would be asked what it has been told. */
export function foldsOf(demands, seed) {
  const random = seeded(seed);
  const titles = [...new Set(demands.map(({ title }) => title))].sort();
  const order = titles.map((title) => ({ title, at: random() })).sort((a, b) => a.at - b.at);
  const foldOf = new Map(order.map(({ title }, i) => [title, i % folds]));
  return demands.map(({ title }) => foldOf.get(title));
}

/** The judged pairs of these demands as cases: the chosen features, and whether experts graded ≥ 3. */
export function casesOf(demands, columns) {
  const judged = demands.flatMap(({ candidates }) => candidates.filter(({ grade }) => grade !== null));
  return { rows: judged.map((c) => columns.map((j) => c.features[j])), truths: judged.map((c) => (c.grade >= 3 ? 1 : 0)) };
}

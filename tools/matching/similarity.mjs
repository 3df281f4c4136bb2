import fs from 'node:fs';
import { crossValidate, crossValidateBy } from './cross-validate.mjs';
import { fitLogistic, probabilityBy } from './logistic.mjs';
import { interval } from './measures.mjs';

/** As in libs/matching/src/similarity.ts: pairs whose words give them less are not asked for their similarity. */
const askedFrom = 0.1;

/** The vectors that match:vectors has written, by id; null where there are none. */
export function readVectors(files) {
  const lines = files.filter((file) => fs.existsSync(file)).flatMap((file) => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));
  if (!lines.length) return null;
  const floats = (base64) => {
    const bytes = Buffer.from(base64, 'base64');
    return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
  };
  return { embedder: lines[0].embedder, of: new Map(lines.map(({ id, vector }) => [id, floats(vector)])) };
}

/** The demands with a vector, each candidate with the similarity of the two texts, null where its text has none. */
export function withSimilarities(lib, demands, vectors) {
  return demands
    .filter(({ id }) => vectors.of.has(id))
    .map((demand) => ({
      ...demand,
      candidates: demand.candidates.map((c) => ({ ...c, similarity: lib.similarityOf(vectors.of.get(demand.id), vectors.of.get(c.id)) })),
    }));
}

const judgedOf = (demands) => demands.flatMap(({ candidates }) => candidates.filter(({ grade }) => grade !== null));
const truthOf = ({ grade }) => (grade >= 3 ? 1 : 0);

/** Both sets of coefficients as the product would use them: the words alone, and both features for pairs that are asked. */
function fitBoth(demands) {
  const judged = judgedOf(demands);
  const words = fitLogistic(judged.map((c) => [c.features[0]]), judged.map(truthOf));
  const byWords = (c) => probabilityBy(words, [c.features[0]]);
  const isAsked = (c) => c.similarity !== null && byWords(c) >= askedFrom;
  const asked = judged.filter(isAsked);
  const both = fitLogistic(asked.map((c) => [c.features[0], c.similarity]), asked.map(truthOf));
  return { both, asked, probability: (c) => (isAsked(c) ? probabilityBy(both, [c.features[0], c.similarity]) : byWords(c)) };
}

/** What the second feature brings on held-out demands, by the protocol of all others, and its coefficients fitted on all; null where too few pairs have vectors. */
export function similarityWeights(lib, demands, vectors) {
  const some = withSimilarities(lib, demands, vectors);
  if (some.length < 10 || new Set(judgedOf(some).filter((c) => c.similarity !== null).map(truthOf)).size < 2) return null;
  const words = crossValidate(some, () => [0]);
  const both = crossValidateBy(some, (training) => fitBoth(training).probability);
  const counted = some.map((_, i) => i).filter((i) => words.perDemand[i] !== null);
  const gain = (measure) => rounded(interval(counted.map((i) => both.perDemand[i][measure] - words.perDemand[i][measure])));
  const {
    both: { intercept, coefficients },
    asked,
  } = fitBoth(some);
  const losses = some.map((_, i) => words.lossPerDemand[i] - both.lossPerDemand[i]).filter((x) => !Number.isNaN(x));
  return {
    embedder: vectors.embedder,
    ...{ intercept: round(intercept), slope: round(Math.max(coefficients[0], 1e-3)), similarity: round(coefficients[1]) },
    report: { pairs: asked.length, demands: some.length, ndcg10: gain('ndcg10'), recall10: gain('recall10'), recall50: gain('recall50'), logLoss: rounded(interval(losses)) },
    logLoss: both.calibration.logLoss,
  };
}

const round = (x) => Number(x.toFixed(4));
const rounded = ({ mean: m, low, high }) => ({ mean: round(m), low: round(low), high: round(high) });

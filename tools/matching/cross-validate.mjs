import { casesOf, depth, foldsOf } from './judged.mjs';
import { fitLogistic, probabilityBy } from './logistic.mjs';
import { calibrationOf, mean, measuresOf } from './measures.mjs';

const seeds = [1, 2, 3, 4, 5];
const measures = ['ndcg10', 'recall10', 'recall50'];

/** The measures of a demand when its first 200 are put in order by `scoreOf`; what stands below them stays where it is. */
function rerank(demand, scoreOf) {
  const inside = demand.candidates.filter((c) => c.place < depth);
  const scored = inside.map((c) => ({ c, score: scoreOf(c) })).sort((a, b) => b.score - a.score || a.c.place - b.c.place);
  return measuresOf([...scored.map(({ c }) => c), ...demand.candidates.filter((c) => c.place >= depth)].map((c) => c.grade));
}

/** The present order: the cosine alone, nothing fitted. */
export const byCosine = (demands) => demands.map((demand) => rerank(demand, (c) => c.cosine));

/**
 * Five-fold cross-validation, five times with other folds: per demand the mean of its held-out measures and of its log loss,
 * and all held-out probabilities. `choose` sees the training demands only and names the columns, so that choosing is validated too.
 */
export function crossValidate(demands, choose) {
  return crossValidateBy(demands, (training) => {
    const columns = choose(training);
    const { rows, truths } = casesOf(training, columns);
    const model = fitLogistic(rows, truths);
    return (c) =>
      probabilityBy(
        model,
        columns.map((j) => c.features[j]),
      );
  });
}

/** The same for any way of fitting: `fit` sees the training demands only and gives the probability of a candidate. */
export function crossValidateBy(demands, fit) {
  const runs = [];
  const points = [];
  const losses = demands.map(() => []);
  for (const seed of seeds) {
    const foldOf = foldsOf(demands, seed);
    const held = new Array(demands.length);
    for (const fold of new Set(foldOf)) {
      const probability = fit(demands.filter((_, i) => foldOf[i] !== fold));
      demands.forEach((demand, i) => {
        if (foldOf[i] !== fold) return;
        held[i] = rerank(demand, probability);
        for (const c of demand.candidates) {
          if (c.grade === null) continue;
          const point = { probability: probability(c), truth: c.grade >= 3 ? 1 : 0 };
          points.push(point);
          losses[i].push(-Math.log(point.truth ? point.probability : 1 - point.probability));
        }
      });
    }
    runs.push(held);
  }
  const perDemand = demands.map((_, i) =>
    runs[0][i] === null ? null : Object.fromEntries(measures.map((m) => [m, mean(runs.map((run) => run[i][m]))])),
  );
  return { perDemand, lossPerDemand: losses.map(mean), calibration: calibrationOf(points) };
}

/** Forward choice on the given demands alone: the feature that lowers the held-out log loss most, as long as one does. */
export function chooseForward(demands, count) {
  const foldOf = foldsOf(demands, 11);
  let columns = [0];
  let best = heldOutLoss(demands, foldOf, columns);
  while (columns.length < count) {
    const rest = Array.from({ length: count }, (_, j) => j).filter((j) => !columns.includes(j));
    const [next] = rest.map((j) => ({ j, loss: heldOutLoss(demands, foldOf, [...columns, j]) })).sort((a, b) => a.loss - b.loss);
    if (next === undefined || next.loss >= best) break;
    columns = [...columns, next.j];
    best = next.loss;
  }
  return columns;
}

function heldOutLoss(demands, foldOf, columns) {
  const losses = [];
  for (const fold of new Set(foldOf)) {
    const { rows, truths } = casesOf(
      demands.filter((_, i) => foldOf[i] !== fold),
      columns,
    );
    const model = fitLogistic(rows, truths, { steps: 8 });
    const held = casesOf(
      demands.filter((_, i) => foldOf[i] === fold),
      columns,
    );
    held.rows.forEach((row, i) => {
      const p = probabilityBy(model, row);
      losses.push(-Math.log(held.truths[i] ? p : 1 - p));
    });
  }
  return mean(losses);
}

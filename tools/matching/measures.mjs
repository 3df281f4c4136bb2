/** A seeded generator (mulberry32), the one of bench/evaluate-matching.mjs. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const mean = (xs) => (xs.length === 0 ? 0 : xs.reduce((a, b) => a + b, 0) / xs.length);

/** Mean and 95 % bootstrap interval. Of differences per demand it is the paired one. */
export function interval(xs, draws = 2000) {
  const random = seeded(7);
  const means = Array.from({ length: draws }, () => mean(xs.map(() => xs[Math.floor(random() * xs.length)]))).sort((a, b) => a - b);
  return { mean: mean(xs), low: means[Math.floor(draws * 0.025)], high: means[Math.floor(draws * 0.975)] };
}

const gain = (grade) => 2 ** (grade - 1) - 1;
const dcg = (grades) => grades.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

/** nDCG@10 of the judged, R@10 and R@50 of the strong among all: as bench/evaluate-matching.mjs; null without a strong one. */
export function measuresOf(orderedGrades) {
  const judged = orderedGrades.filter((grade) => grade !== null);
  const strong = judged.filter((grade) => grade >= 3).length;
  if (strong === 0) return null;
  const recall = (k) => orderedGrades.slice(0, k).filter((grade) => grade !== null && grade >= 3).length / strong;
  const ideal = judged.slice().sort((a, b) => b - a);
  return { ndcg10: dcg(judged) / dcg(ideal), recall10: recall(10), recall50: recall(50) };
}

/** Expected calibration error over ten equal bins, log loss, and what stands in each band. */
export function calibrationOf(points) {
  const bins = Array.from({ length: 10 }, () => []);
  for (const point of points) bins[Math.min(9, Math.floor(point.probability * 10))].push(point);
  const gap = (bin) => Math.abs(mean(bin.map((p) => p.probability)) - mean(bin.map((p) => p.truth)));
  const error = bins.filter((bin) => bin.length > 0).reduce((sum, bin) => sum + (bin.length / points.length) * gap(bin), 0);
  const logLoss = mean(points.map(({ probability, truth }) => -Math.log(truth ? probability : 1 - probability)));
  const band = (from, to) => {
    const inside = points.filter(({ probability }) => probability >= from && probability < to);
    return { pairs: inside.length, strong: mean(inside.map((p) => p.truth)) };
  };
  return { error, logLoss, bands: { strong: band(0.3, 1.01), worthALook: band(0.15, 0.3), none: band(0, 0.15) } };
}

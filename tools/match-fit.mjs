import './node-version.mjs';
import fs from 'node:fs';
import { byCosine, chooseForward, crossValidate } from './matching/cross-validate.mjs';
import { matching, readLines, runTool } from './matching/data.mjs';
import { featureNames } from './matching/features.mjs';
import { casesOf, judgedDemands } from './matching/judged.mjs';
import { fitLogistic } from './matching/logistic.mjs';
import { readVectors, similarityWeights } from './matching/similarity.mjs';
import { interval, mean } from './matching/measures.mjs';
import { inRoot } from './paths.mjs';
import { say, stopwatch } from './progress.mjs';

const usage = '用法：npm run match:fit -- --data DIR [--vectors FILE] [--write 版本]（DIR 另含 labels.jsonl；--vectors 为 match:vectors 写的文件；--write 写 libs/matching/src/model.json）';
const measures = { ndcg10: 'nDCG@10', recall10: 'R@10', recall50: 'R@50' };
const modelFile = inRoot('libs/matching/src/model.json');

/** Prints what each feature of a re-ranker brings on held-out demands, and fits the shipped model. */
async function fit({ data, write, vectors: file }) {
  const done = stopwatch();
  const lib = await matching();
  const labels = readLines(data, 'labels.jsonl');
  const demands = judgedDemands(lib, readLines(data, 'demands.jsonl'), readLines(data, 'achievements.jsonl'), labels);
  const base = byCosine(demands);
  const counted = demands.map((_, i) => i).filter((i) => base[i] !== null);
  say(`${demands.length} demands with grades, ${counted.length} with a grade ≥ 3. Held out by title, 5 × 5 folds; first 200 re-ranked.`);
  say(`Differences to the cosine alone, mean [95 % paired bootstrap over demands]; * = the interval excludes 0.\n`);
  say(line('order', ...Object.values(measures), 'log loss'));
  say(line('cosine (shipped)', ...Object.keys(measures).map((m) => mean(counted.map((i) => base[i][m])).toFixed(4)), ''));
  const all = featureNames.map((_, j) => j);
  const report = (name, choose) => {
    const { perDemand, calibration } = crossValidate(demands, choose);
    const gains = Object.keys(measures).map((m) => gain(interval(counted.map((i) => perDemand[i][m] - base[i][m]))));
    say(line(name, ...gains, calibration.logLoss.toFixed(4)));
    return calibration;
  };
  const calibration = report(featureNames[0], () => [0]);
  for (const j of all.slice(1)) report(`+ ${featureNames[j]}`, () => [0, j]);
  report('all features', () => all);
  for (const j of all.slice(1)) report(`all without ${featureNames[j]}`, () => all.filter((k) => k !== j));
  report('LR6 without LSA', () => names('rootWordCosine', 'rootBigramCosine', 'coverageOfAchievement', 'rarestShared', 'relativePosition'));
  report('chosen within the fold', (training) => chooseForward(training, all.length));
  const vectors = file ? readVectors([file]) : null;
  const weights = vectors && similarityWeights(lib, demands, vectors);
  if (weights) {
    const { report: brought, logLoss, ...coefficients } = weights;
    say(line('+ embedding', ...Object.keys(measures).map((m) => gain(brought[m])), logLoss.toFixed(4)));
    say(JSON.stringify({ ...coefficients, ...brought }));
  }

  const { rows, truths } = casesOf(demands, [0]);
  const { intercept, coefficients } = fitLogistic(rows, truths, { ridge: 0 });
  const model = modelOf({ intercept, slope: coefficients[0], rows, truths, demands, calibration, version: write ?? 'not written' });
  say(`\n${JSON.stringify(model, null, 2)}`);
  if (write) fs.writeFileSync(modelFile, `${JSON.stringify(model, null, 2)}\n`);
  done(write ? `已写入 ${modelFile}` : '已拟合');
}

const names = (...wanted) => wanted.map((name) => featureNames.indexOf(name));
const signed = (x) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(4)}`;
const gain = ({ mean: m, low, high }) => `${signed(m)} [${signed(low)} ${signed(high)}]${low > 0 || high < 0 ? '*' : ''}`;
const line = (name, ...cells) => [name.padEnd(34), ...cells.map((cell) => cell.padEnd(29))].join('').trimEnd();
const round = (x, digits) => Number(x.toFixed(digits));

function modelOf({ intercept, slope, rows, truths, demands, calibration, version }) {
  // Beyond the highest cosines that were ever graded there is no evidence for a higher chance than theirs.
  const highest = rows
    .map(([x], i) => ({ x, truth: truths[i] }))
    .sort((a, b) => b.x - a.x)
    .slice(0, 20);
  const band = ({ pairs, strong }) => ({ pairs: Math.round(pairs / 5), strongOrFairlyStrong: round(strong, 3) });
  return {
    version,
    coefficients: { rootCosine: round(slope, 3) },
    intercept: round(intercept, 3),
    ceiling: round(mean(highest.map(({ truth }) => truth)), 2),
    report: {
      fittedOn: `${rows.length} expert-graded pairs of ${demands.length} demands with achievement titles (shared data/matching)`,
      target: 'mean grade ≥ 3',
      validation: 'five-fold by demand title, five times; pairs per run',
      logLoss: round(calibration.logLoss, 4),
      calibrationError: round(calibration.error, 4),
      bands: {
        atLeast30: band(calibration.bands.strong),
        from15To30: band(calibration.bands.worthALook),
        below15: band(calibration.bands.none),
      },
      ceilingFrom: `the 20 highest cosines, from ${round(highest.at(-1).x ** 2, 3)}`,
    },
  };
}

await runTool(usage, { data: true, write: false, vectors: false }, fit);

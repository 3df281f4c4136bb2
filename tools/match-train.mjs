import './node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crossValidate } from './matching/cross-validate.mjs';
import { matching, readLines, runTool } from './matching/data.mjs';
import { casesOf, judgedDemands } from './matching/judged.mjs';
import { fitLogistic } from './matching/logistic.mjs';
import { readVectors, similarityWeights } from './matching/similarity.mjs';
import { calibrationOf, interval, mean } from './matching/measures.mjs';
import { inRoot } from './paths.mjs';
import { Problem, say, stopwatch } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const usage = '用法：npm run match:train -- --data DIR --name 版本名（DIR 为共用标注的目录；版本名为小写字母、数字、点和连字符）';

/** Fits the coefficients on the shared labels and on what people have said in this market, and puts them before the operators with their report. */
async function train({ data, name }) {
  const done = stopwatch();
  const lib = await matching();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jihui-train-'));
  try {
    await apiCommand('match-labels', folder);
    const inUse = JSON.parse(fs.readFileSync(path.join(folder, 'model.json'), 'utf8'));
    const read = (dir) =>
      judgedDemands(lib, readLines(dir, 'demands.jsonl'), readLines(dir, 'achievements.jsonl'), readLines(dir, 'labels.jsonl'));
    const shared = read(data);
    const market = read(folder);
    const vectors = await vectorsOf(folder, data);
    const proposal = proposalOf({ name, inUse, shared, market, weights: vectors && similarityWeights(lib, [...shared, ...market], vectors) });
    say(JSON.stringify(proposal, null, 2));
    const file = path.join(folder, 'proposal.json');
    fs.writeFileSync(file, JSON.stringify(proposal));
    await apiCommand('match-propose', file);
    done('已拟合');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the shared texts and of what the market has embedded already; null while no embedder is on. */
async function vectorsOf(folder, data) {
  const files = ['shared-vectors.jsonl', 'market-vectors.jsonl'].map((name) => path.join(folder, name));
  await apiCommand('match-vectors', path.resolve(data), files[0]);
  await apiCommand('match-vectors', folder, files[1], '--cached');
  return readVectors(files);
}

async function apiCommand(command, ...args) {
  const code = await runCommand(['node', inRoot('tools/api-command.mjs'), command, ...args]);
  if (code !== 0) throw new Problem(`${command} 失败`);
}

function proposalOf({ name, inUse, shared, market, weights }) {
  const demands = [...shared, ...market];
  const { rows, truths } = casesOf(demands, [0]);
  const { intercept, coefficients } = fitLogistic(rows, truths, { ridge: 0 });
  // Beyond the highest cosines that were ever graded there is no evidence for a higher chance than theirs.
  const highest = rows
    .map(([x], i) => ({ x, truth: truths[i] }))
    .sort((a, b) => b.x - a.x)
    .slice(0, 20);
  const ceiling = Math.min(0.99, Math.max(0.31, mean(highest.map(({ truth }) => truth))));
  const held = crossValidate(demands, () => [0]);
  const present = demands.map((demand) => pointsOf(demand, inUse));
  const lossOf = (points) => mean(points.map(({ probability: p, truth }) => -Math.log(truth ? p : 1 - p)));
  // What neither has seen compares fairly; the shared pairs favour a model that was fitted on all of them.
  const comparedOnMarket = market.length >= 5;
  const compared = comparedOnMarket ? demands.slice(shared.length) : demands;
  const gains = compared.map((demand) => demands.indexOf(demand)).map((i) => lossOf(present[i]) - held.lossPerDemand[i]);
  const ndcg = figure(interval(held.perDemand.filter(Boolean).map((d) => d.ndcg10)));
  const pairs = (of) => of.flatMap(({ candidates }) => candidates.filter(({ grade }) => grade !== null)).length;
  return {
    name,
    intercept: round(intercept),
    slope: round(coefficients[0]),
    ceiling: round(ceiling),
    ...(weights ? { withSimilarity: { ...weights, logLoss: undefined } } : {}),
    report: {
      ...{ sharedPairs: pairs(shared), marketPairs: pairs(market), demands: demands.length },
      validation: 'five-fold by demand title, five times; the model in use is asked on the same demands',
      // One rising feature keeps the order of every list, whatever its coefficients: both models rank alike.
      candidate: { ndcg10: ndcg, ...figuresOf(held.calibration, 5) },
      inUse: { ndcg10: ndcg, ...figuresOf(calibrationOf(present.flat()), 1) },
      inUseName: inUse.version,
      logLossGain: figure(interval(gains)),
      comparedOnMarket,
    },
  };
}

/** The judged pairs of a demand as the model in use sees them. */
function pointsOf({ candidates }, { intercept, slope, ceiling }) {
  const judged = candidates.filter(({ grade }) => grade !== null);
  return judged.map(({ features, grade }) => ({
    probability: Math.min(ceiling, 1 / (1 + Math.exp(-(intercept + slope * features[0])))),
    truth: grade >= 3 ? 1 : 0,
  }));
}

const round = (x, digits = 4) => Number(x.toFixed(digits));
const figure = ({ mean: m, low, high }) => ({ mean: round(m), low: round(low), high: round(high) });
const figuresOf = ({ logLoss, error, bands }, runs) => ({
  logLoss: round(logLoss),
  calibrationError: round(error),
  strongPairs: Math.round(bands.strong.pairs / runs),
  strongShare: round(bands.strong.strong),
});

await runTool(usage, { data: true, name: true }, train);

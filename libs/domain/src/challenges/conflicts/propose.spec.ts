import { conflictGraph } from './graph.js';
import { day, numbers, plantedWorld } from './planted.fixture.js';
import { proposalCost, proposeReviewers, severityTable, type ProposalInput, type Seat } from './propose.js';

const order = (i: ProposalInput, seats: readonly Seat[]) => {
  const { unfilled, declared, outOfField, loadSquares } = proposalCost(i, seats);
  return [unfilled, declared, outOfField, loadSquares];
};
const less = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

/** Every choice of at most `perBid` readers for every bid, tried one after the other. */
function bestByTrying(input: ProposalInput): number[] {
  const { bids, candidates, perBid, severity } = input;
  let best: number[] = [Infinity];
  const choose = (b: number, seats: readonly Seat[]) => {
    const bid = bids[b];
    if (!bid) {
      const tooMuch = candidates.some(
        (c) => seats.some((s) => s.reviewerId === c.id) && c.load + seats.filter((s) => s.reviewerId === c.id).length > c.most,
      );
      const cost = order(input, seats);
      if (!tooMuch && less(cost, best)) best = cost;
      return;
    }
    for (let set = 0; set < 1 << candidates.length; set++) {
      const chosen = candidates.filter((_, c) => set & (1 << c));
      if (chosen.length > perBid || chosen.some((c) => severity(c.id, bid.id) === 'BLOCK')) continue;
      const more = chosen.map((c): Seat => {
        return { bidId: bid.id, reviewerId: c.id, inField: c.fields.includes(bid.field), declare: severity(c.id, bid.id) === 'DECLARE' };
      });
      choose(b + 1, [...seats, ...more]);
    }
  };
  choose(0, []);
  return best;
}

it('is as good as the best that trying everything finds, in 90 small cases', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 90; seed++) {
    const pick = numbers(seed);
    const bids = Array.from({ length: 2 + pick(2) }, (_, i) => ({ id: `b${i}`, field: `f${pick(2)}` }));
    const candidates = Array.from({ length: 3 + pick(3) }, (_, i) => {
      const load = pick(3);
      return { id: `r${i}`, fields: pick(4) ? [`f${pick(2)}`] : ['f0', 'f1'], load, most: Math.max(0, load - 1 + pick(4)) };
    });
    const table = new Map(
      candidates.flatMap((c) => bids.map((b) => [`${c.id} ${b.id}`, ([null, null, null, 'BLOCK', 'DECLARE'] as const)[pick(5)] ?? null])),
    );
    const perBid = 2 + pick(2);
    const input: ProposalInput = {
      bids,
      candidates,
      perBid,
      inField: pick(perBid + 1),
      severity: (r, b) => table.get(`${r} ${b}`) ?? null,
    };
    const { seats, cost } = proposeReviewers(input);
    expect(seats.filter((s) => input.severity(s.reviewerId, s.bidId) === 'BLOCK')).toEqual([]);
    expect(order(input, seats)).toEqual(bestByTrying(input));
    seen.add(`${cost.unfilled > 0} ${cost.declared > 0} ${cost.outOfField > 0}`);
  }
  expect(seen.size).toBe(8);
});

it('seats 40 bids out of 1,800 people without a conflict, in under two seconds with the search for conflicts', () => {
  const { facts, government } = plantedWorld();
  const bids = Array.from({ length: 40 }, (_, i) => ({ id: `b${i}`, field: `f${i % 11}` }));
  const candidates = Array.from({ length: 1800 }, (_, i) => ({ id: `p${200 + i}`, fields: [`f${i % 11}`], load: i % 3, most: 6 }));
  // Of the processor's time: what other programs take meanwhile says nothing.
  const started = process.cpuUsage();
  const graph = conflictGraph(facts, government);
  const severity = severityTable(
    graph,
    candidates.map((c) => c.id),
    day,
  );
  const { seats, unfilled, cost } = proposeReviewers({ bids, candidates, perBid: 7, inField: 4, severity });
  const { user } = process.cpuUsage(started);
  expect(unfilled).toEqual([]);
  expect(seats.filter((s) => severity(s.reviewerId, s.bidId) !== null)).toEqual([]);
  expect([cost.declared, cost.outOfField]).toEqual([0, 0]);
  expect(Math.max(...candidates.map((c) => seats.filter((s) => s.reviewerId === c.id).length))).toBe(1);
  expect(user / 1000).toBeLessThan(2000);
});

it('shares the work of a small panel evenly, and counts what each has already', () => {
  const bids = Array.from({ length: 40 }, (_, i) => ({ id: `b${String(i).padStart(2, '0')}`, field: 'f' }));
  const candidates = Array.from({ length: 25 }, (_, i) => ({ id: `r${i}`, fields: ['f'], load: i < 5 ? 4 : 0, most: 12 }));
  const { seats } = proposeReviewers({ bids, candidates, perBid: 5, inField: 3, severity: () => null });
  // 200 readings and 20 old ones are 220 over 25: twenty reviewers with 9 and five with 8.
  const loads = candidates.map((c) => c.load + seats.filter((s) => s.reviewerId === c.id).length);
  expect(loads.sort((a, b) => a - b)).toEqual([...Array<number>(5).fill(8), ...Array<number>(20).fill(9)]);
});

it('says what it cannot fill, and is the same whatever the order', () => {
  const input: ProposalInput = {
    bids: [
      { id: 'b1', field: 'f' },
      { id: 'b2', field: 'f' },
    ],
    candidates: ['r1', 'r2', 'r3'].map((id) => ({ id, fields: ['f'], load: 0, most: 1 })),
    perBid: 2,
    inField: 0,
    severity: () => null,
  };
  expect(proposeReviewers(input).unfilled).toHaveLength(1);
  expect(proposeReviewers({ ...input, bids: [...input.bids].reverse(), candidates: [...input.candidates].reverse() })).toEqual(
    proposeReviewers(input),
  );
  expect(() => proposeReviewers({ ...input, perBid: 1.5 })).toThrow('INVALID_INPUT');
});

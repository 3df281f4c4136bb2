import { numbers } from '../conflicts/planted.fixture.js';
import { rankBids } from './ranking.js';
import { scoringRules, type Criterion, type Scorecard } from './rules.js';
import { bidTotal, fullTotal } from './totals.js';

const [rule] = scoringRules;
type Case = { criteria: Criterion[]; cards: Scorecard[] };

/** A review at random: few different scores, so that ties are frequent. */
function review(seed: number): Case {
  const pick = numbers(seed);
  const cuts = [...new Set([0, 10_000, ...Array.from({ length: pick(4) }, () => 1 + pick(9999))])].sort((a, b) => a - b);
  const criteria = cuts.slice(1).map((cut, i) => ({ id: `k${i}`, weight: cut - (cuts[i] ?? 0) }));
  const [bids, reviewers, scores] = [1 + pick(5), 1 + pick(10), [0, 5000, 5001, 10_000, pick(10_001)]];
  const cards = Array.from({ length: bids * reviewers }, (_, i) => ({
    bidId: `b${i % bids}`,
    reviewerId: `r${Math.floor(i / bids)}`,
    scores: Object.fromEntries(criteria.map((c) => [c.id, scores[pick(5)] ?? 0])),
  }));
  return { criteria, cards: cards.filter((c) => c.reviewerId === 'r0' || pick(8)) };
}
const cases = Array.from({ length: 400 }, (_, i) => review(i + 1));
const ranks = ({ criteria, cards }: Case) => (rule ? rankBids({ criteria, cards, rule }) : []);
const table = (c: Case) => Object.fromEntries(ranks(c).map((p) => [p.total.bidId, p.rank]));

it('does not depend on the order in which cards come in', () => {
  for (const [i, c] of cases.entries()) {
    const pick = numbers(i);
    const mixed = c.cards.map((card) => ({ card, key: pick(1e6) })).sort((a, b) => a.key - b.key);
    expect(ranks({ ...c, cards: mixed.map((m) => m.card) })).toEqual(ranks(c));
  }
});

it('never puts a bid lower for a higher score', () => {
  for (const [i, c] of cases.entries()) {
    const pick = numbers(i + 7);
    const at = pick(c.cards.length);
    const [card, id] = [c.cards[at], c.criteria[pick(c.criteria.length)]?.id ?? ''];
    if (!card) continue;
    const raised = { ...card, scores: { ...card.scores, [id]: Math.min(10_000, (card.scores[id] ?? 0) + 1 + pick(5000)) } };
    const [before, after] = [table(c), table({ ...c, cards: c.cards.map((x) => (x === card ? raised : x)) })];
    expect(after[card.bidId]).toBeLessThanOrEqual(before[card.bidId] ?? 0);
  }
});

it('agrees with fractions of big integers worked out another way', () => {
  for (const { criteria, cards } of cases) {
    const means = [...new Set(cards.map((c) => c.bidId))].map((bidId) => {
      const totals = cards
        .filter((c) => c.bidId === bidId)
        .map((c) => criteria.reduce((sum, k) => sum + BigInt(k.weight) * BigInt(c.scores[k.id] ?? 0), 0n));
      const sorted = totals.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const kept = sorted.length >= 7 ? sorted.slice(1, -1) : sorted;
      return { bidId, sum: kept.reduce((a, b) => a + b, 0n), count: BigInt(kept.length) };
    });
    const places = ranks({ criteria, cards });
    for (const a of means)
      for (const b of means)
        if (a.sum * b.count > b.sum * a.count) {
          const rankOf = (id: string) => places.find((p) => p.total.bidId === id)?.rank ?? 0;
          expect(rankOf(a.bidId)).toBeLessThan(rankOf(b.bidId));
        }
  }
});

it('keeps the mean between the lowest and the highest card, and drops exactly two from seven on', () => {
  for (const { criteria, cards } of cases)
    for (const bidId of new Set(cards.map((c) => c.bidId))) {
      const { mean, cards: own } = bidTotal(bidId, criteria, cards, { dropFrom: 7 });
      const totals = own.map((c) => c.total);
      expect(mean.sum).toBeGreaterThanOrEqual(Math.min(...totals) * mean.count);
      expect(mean.sum).toBeLessThanOrEqual(Math.min(fullTotal, Math.max(...totals)) * mean.count);
      expect(own.length - mean.count).toBe(own.length >= 7 ? 2 : 0);
    }
});

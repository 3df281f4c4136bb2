import { DomainError } from '../../errors.js';
import { conflictsOf } from './find.js';
import { cheapestFlow, type FlowEdge } from './flow.js';
import type { ConflictGraph } from './graph.js';
import { type ConflictRule, type ConflictSeverity } from './rules.js';
import { conflictRules } from './rule-rows.js';

/** `load`: readings that the reviewer has already; `most`: how many he may have in all. */
export type Candidate = { id: string; fields: readonly string[]; load: number; most: number };
export type BidToRead = { id: string; field: string };
export type SeverityTable = (reviewerId: string, bidId: string) => ConflictSeverity | null;
/** `perBid`: readers of a bid; `inField`: how many of them should be of the bid's field. */
export type ProposalInput = {
  bids: readonly BidToRead[];
  candidates: readonly Candidate[];
  perBid: number;
  inField: number;
  severity: SeverityTable;
};
export type Seat = { bidId: string; reviewerId: string; inField: boolean; declare: boolean };
/** What a proposal is judged by, in this order, less being better: seats left empty, seats that need a declaration, readers of the field that bids lack, and the sum of the squares of all loads. */
export type ProposalCost = { unfilled: number; declared: number; outOfField: number; loadSquares: number };
export type Proposal = { seats: Seat[]; unfilled: { bidId: string; missing: number }[]; cost: ProposalCost };

/** What is known of every candidate and bid on a day, for a proposal. */
export function severityTable(
  graph: ConflictGraph,
  reviewerIds: readonly string[],
  day: string,
  rules: readonly ConflictRule[] = conflictRules,
): SeverityTable {
  const known = new Map<string, ConflictSeverity>();
  for (const id of reviewerIds)
    for (const { bidId, severity } of conflictsOf(graph, { subject: 'REVIEWER', who: { kind: 'PERSON', id }, day, rules }))
      if (known.get(`${id} ${bidId}`) !== 'BLOCK') known.set(`${id} ${bidId}`, severity);
  return (reviewerId, bidId) => known.get(`${reviewerId} ${bidId}`) ?? null;
}

/** The cost of given seats, counted anew. */
export function proposalCost({ bids, candidates, perBid, inField }: ProposalInput, seats: readonly Seat[]): ProposalCost {
  const of = (bidId: string) => seats.filter((s) => s.bidId === bidId);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    unfilled: sum(bids.map((b) => perBid - of(b.id).length)),
    declared: seats.filter((s) => s.declare).length,
    outOfField: sum(bids.map((b) => Math.max(0, of(b.id).filter((s) => !s.inField).length - (perBid - inField)))),
    loadSquares: sum(candidates.map((c) => (c.load + seats.filter((s) => s.reviewerId === c.id).length) ** 2)),
  };
}

function check({ bids, candidates, perBid, inField }: ProposalInput) {
  const counts = [perBid, inField, ...candidates.flatMap((c) => [c.load, c.most])];
  const refuse = (path: string, code: string) => new DomainError('INVALID_INPUT', { issues: [{ path, code }] });
  if (counts.some((n) => !Number.isInteger(n) || n < 0) || inField > perBid) throw refuse('perBid', 'not_a_count');
  if (new Set(bids.map((b) => b.id)).size < bids.length || new Set(candidates.map((c) => c.id)).size < candidates.length)
    throw refuse('bids', 'double');
}

/**
 * Proposes readers for all bids at once, none of them blocked. The best by ProposalCost that exists, not merely a good one: seats flow from bids
 * through "of its field" or "of another" to candidates, whose n-th reading costs 2n−1 (so that the sum is the square of the load); a reader of another
 * field beyond `perBid − inField` and a declaration cost so much that no balance makes up for them. INVALID_INPUT: counts not whole, ids twice, sizes
 * beyond exact arithmetic.
 */
export function proposeReviewers(input: ProposalInput): Proposal {
  check(input);
  const { perBid, inField, severity } = input;
  const bids = [...input.bids].sort((a, b) => (a.id < b.id ? -1 : 1));
  const candidates = [...input.candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const wanted = bids.length * perBid;
  const heaviest = 2 * Math.max(0, ...candidates.map((c) => Math.max(c.load, c.most))) + 1;
  const forField = wanted * heaviest + 1;
  const forDeclaring = forField * (wanted + 1);
  if (!Number.isSafeInteger(forDeclaring * (wanted + 2)))
    throw new DomainError('INVALID_INPUT', { issues: [{ path: 'bids', code: 'too_many' }] });

  const [source, sink] = [0, 1];
  const own = (b: number) => 3 + 3 * b;
  const at = (c: number) => 2 + 3 * bids.length + c;
  const edges: FlowEdge[] = [];
  const places = new Map<number, Seat>();
  bids.forEach((bid, b) => {
    edges.push({ from: source, to: own(b) - 1, capacity: perBid, cost: 0 });
    edges.push({ from: own(b) - 1, to: own(b), capacity: perBid, cost: 0 });
    edges.push({ from: own(b) - 1, to: own(b) + 1, capacity: perBid - inField, cost: 0 });
    edges.push({ from: own(b) - 1, to: own(b) + 1, capacity: inField, cost: forField });
    candidates.forEach((candidate, c) => {
      const found = severity(candidate.id, bid.id);
      if (found === 'BLOCK') return;
      const fits = candidate.fields.includes(bid.field);
      places.set(edges.length, { bidId: bid.id, reviewerId: candidate.id, inField: fits, declare: found === 'DECLARE' });
      edges.push({ from: fits ? own(b) : own(b) + 1, to: at(c), capacity: 1, cost: found === 'DECLARE' ? forDeclaring : 0 });
    });
  });
  candidates.forEach(({ load, most }, c) => {
    const free = Math.min(Math.max(0, most - load), bids.length);
    for (let n = load + 1; n <= load + free; n++) edges.push({ from: at(c), to: sink, capacity: 1, cost: 2 * n - 1 });
  });
  const flow = cheapestFlow(2 + 3 * bids.length + candidates.length, edges, source, sink);
  const seats = [...places].filter(([edge]) => flow[edge] === 1).map(([, seat]) => seat);
  const unfilled = bids
    .map(({ id }) => ({ bidId: id, missing: perBid - seats.filter((s) => s.bidId === id).length }))
    .filter((u) => u.missing > 0);
  return { seats, unfilled, cost: proposalCost(input, seats) };
}

import { Injectable } from '@nestjs/common';
import {
  conflictGraph,
  conflictsOf,
  nodeKey,
  proposeReviewers,
  relationEnds,
  shanghaiDay,
  type Conflict,
  type ConflictFact,
  type ConflictNode,
  type ConflictSubject,
} from '@jihui/domain';
import { In, Not, type EntityManager } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import type { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';
import { ConflictRelationRow } from './conflict-relation.entity.js';
import type { ConflictShown } from './conflict-types.js';

export type Expert = { id: string; name: string; organisationId: string; organisationName: string; load: number; fields: string[]; inField: boolean; tiedTo: string | null; conflicts: ConflictShown[] };
type Account = Pick<Expert, 'id' | 'name' | 'organisationId' | 'organisationName' | 'load' | 'fields'>;
type Known = { facts: ConflictFact[]; names: Map<string, string>; bidderOf: Map<string, string>; experts: Account[] };

const accounts = `select u.id, u.name, o.id as "organisationId", o.name as "organisationName",
  (select count(*) from challenge_reviewer r join challenge c on c.id = r."challengeId" where r."userId" = u.id and r."recusedAt" is null and c.id <> $1 and c.status in ('QUALIFIED', 'REVIEW'))::int as load,
  coalesce(p."techFields", '{}') as fields
  from app_user u join organisation o on o.id = u."organisationId"
  left join person_profile p on p."userId" = u.id and p.status = 'PUBLISHED' and p.audiences ->> 'fields' in ('MEMBERS', 'PUBLIC')
  where 'EXPERT' = any(u.roles) and not u.disabled and o.status = 'VERIFIED' order by o.name, u.name limit 500`;
export const namedNode = (name: string): string => `name:${name.trim()}`;

/** Who may review an item: the conflict rules over all relations that the branch knows of, each with its path. */
@Injectable()
export class ChallengeExperts {
  async of(em: EntityManager, challenge: Challenge): Promise<Expert[]> {
    const known = await this.known(em, challenge);
    const graph = conflictGraph(known.facts);
    const day = shanghaiDay(new Date());
    return known.experts.map((expert) => {
      const who = { kind: 'PERSON' as const, id: expert.id };
      const found = conflictsOf(graph, { subject: 'REVIEWER', who, day });
      const conflicts = found.map((c) => shown(c, known, who)).sort((a, b) => Number(b.severity === 'BLOCK') - Number(a.severity === 'BLOCK'));
      return { ...expert, inField: expert.fields.includes(challenge.techField ?? ''), conflicts, tiedTo: conflicts.find(isBar)?.bidder ?? null };
    });
  }

  /** Whether the owner is free towards those who claim his item (发榜方与揭榜方). */
  async ownerConflicts(em: EntityManager, challenge: Challenge): Promise<ConflictShown[]> {
    const known = await this.known(em, challenge);
    const question = { subject: 'OWNER' as ConflictSubject, who: { kind: 'CHALLENGE' as const, id: challenge.id }, day: shanghaiDay(new Date()) };
    return conflictsOf(conflictGraph(known.facts), question).map((c) => shown(c, known, question.who));
  }

  /**
   * What would tie the owner to units that have not claimed: each as if it led a claim, by the relations that the branch has recorded.
   * Claims that lie sealed are not looked at, so the answer tells nobody who has bid.
   */
  async ownerTies(em: EntityManager, challenge: Challenge, units: readonly { id: string; name: string }[]): Promise<Map<string, ConflictShown[]>> {
    const builder = new Facts();
    const owner = await em.findOneByOrFail(Organisation, { id: challenge.organisationId });
    const item = builder.node('CHALLENGE', challenge.id, challenge.title);
    builder.add('OWNS', builder.organisation(owner.id, owner.name), item);
    for (const unit of units) {
      const bid = builder.node('BID', unit.id, unit.name);
      builder.add('FOR', bid, item);
      builder.add('LEADS', builder.organisation(unit.id, unit.name), bid);
    }
    const stored = challenge.branchId ? await em.findBy(ConflictRelationRow, { branchId: challenge.branchId, dropped: false }) : [];
    for (const row of stored) builder.stored(row, []);
    const known = { facts: builder.facts, names: builder.names, bidderOf: new Map(units.map((u) => [u.id, u.name])), experts: [] };
    const who = { kind: 'CHALLENGE' as const, id: challenge.id };
    const ties = new Map<string, ConflictShown[]>();
    for (const found of conflictsOf(conflictGraph(builder.facts), { subject: 'OWNER', who, day: shanghaiDay(new Date()) }))
      ties.set(found.bidId, [...(ties.get(found.bidId) ?? []), shown(found, known, who)]);
    for (const of of ties.values()) of.sort((a, b) => Number(isBar(b)) - Number(isBar(a)));
    return ties;
  }

  /** A panel of so many without conflicts, most of the item's field as the experts' published profiles tell it, the least loaded first; who would have to declare something only where nobody else is left. */
  propose(experts: readonly Expert[], challenge: Challenge, size: number): { reviewerIds: string[]; unfilled: number; outOfField: number } {
    const worst = (e: Expert) => (e.conflicts.some(isBar) ? ('BLOCK' as const) : e.conflicts.length ? ('DECLARE' as const) : null);
    const byId = new Map(experts.map((e) => [e.id, worst(e)]));
    const field = challenge.techField ?? '';
    const { seats, cost } = proposeReviewers({
      bids: [{ id: challenge.id, field }],
      candidates: experts.map(({ id, load, fields }) => ({ id, load, fields, most: load + 1 })),
      perBid: size,
      inField: field ? Math.ceil(size / 2) : 0,
      severity: (id) => byId.get(id) ?? null,
    });
    return { reviewerIds: seats.map((s) => s.reviewerId), unfilled: cost.unfilled, outOfField: cost.outOfField };
  }

  private async known(em: EntityManager, challenge: Challenge): Promise<Known> {
    const experts: Account[] = await em.query(accounts, [challenge.id]);
    const claims = await em.findBy(Claim, { challengeId: challenge.id, status: Not(In(['SEALED', 'RETRACTED', 'REFUSED'])) });
    const partners = [...new Set(claims.flatMap((c) => c.content?.partners.map((p) => p.name) ?? []))];
    const units = await em.findBy(Organisation, [
      { id: In([challenge.organisationId, ...claims.map((c) => c.organisationId)]) },
      { name: In(partners) },
    ]);
    const stored = challenge.branchId ? await em.findBy(ConflictRelationRow, { branchId: challenge.branchId, dropped: false }) : [];
    const panel = await em.findBy(ChallengeReviewer, { challengeId: challenge.id });
    const builder = new Facts();
    for (const e of experts) builder.add('EMPLOYER', builder.person(e.id, e.name), builder.organisation(e.organisationId, e.organisationName));
    const nameOf = (id: string) => units.find((u) => u.id === id)?.name ?? id;
    const item = builder.node('CHALLENGE', challenge.id, challenge.title);
    builder.add('OWNS', builder.organisation(challenge.organisationId, nameOf(challenge.organisationId)), item);
    if (challenge.examinedBy) builder.add('ARGUED', builder.person(challenge.examinedBy, ''), item);
    for (const claim of claims) {
      const bidder = nameOf(claim.organisationId);
      const bid = builder.node('BID', claim.id, bidder);
      builder.add('FOR', bid, item);
      builder.add('LEADS', builder.organisation(claim.organisationId, bidder), bid);
      for (const { name } of claim.content?.partners ?? [])
        builder.add('JOINS', builder.organisation(units.find((u) => u.name === name)?.id ?? namedNode(name), name), bid);
      const leader = claim.content?.leader ?? '';
      // A namesake counts as the person: the secretary sees the path and can tell.
      for (const id of [namedNode(leader), ...experts.filter((e) => e.name === leader).map((e) => e.id)])
        builder.add('NAMED_IN', builder.person(id, leader), bid);
      for (const seat of panel.filter((r) => r.ties.some((t) => t.claimId === claim.id))) builder.add('DECLARED', builder.person(seat.userId, seat.name), bid);
    }
    for (const row of stored) builder.stored(row, experts);
    return { facts: builder.facts, names: builder.names, bidderOf: new Map(claims.map((c) => [c.id, nameOf(c.organisationId)])), experts };
  }
}

/** A block; and the owner's own staff, who could only score what the item's rules do not single out (domain.md 2.4: "fit" alone). */
const isBar = (c: Pick<ConflictShown, 'severity' | 'code'>): boolean => c.severity === 'BLOCK' || c.code === 'OWNER_STAFF';
export const barsOf = (e: Pick<Expert, 'conflicts'>): ConflictShown[] => e.conflicts.filter(isBar);
/** 甲 → 乙, without words of a language; a bid goes by its bidder's name, who is said once. */
export const pathWords = ({ path }: ConflictShown): string => [path[0]?.from ?? '', ...path.filter((p) => p.to !== p.from).map((p) => p.to)].join(' → ');

/** A hop is said in its own direction ("the group controls the unit"); the path is read from who asks to the bid, whichever way each hop points. */
function shown({ bidId, code, severity, path, rule }: Conflict, { names, bidderOf }: Known, who: ConflictNode): ConflictShown {
  const name = (node: ConflictNode) => names.get(nodeKey(node)) || node.id.replace(/^name:/, '');
  let here = who;
  const steps = path.map(({ relation, from, to }) => {
    const next = nodeKey(from) === nodeKey(here) ? to : from;
    const step = { relation, from: name(here), to: name(next) };
    here = next;
    return step;
  });
  return { code, severity, claimId: bidId, bidder: bidderOf.get(bidId) ?? '', path: steps, basis: rule.basis };
}

/** Relations in the shape of the graph, each once. */
class Facts {
  readonly facts: ConflictFact[] = [];
  readonly names = new Map<string, string>();
  private readonly seen = new Set<string>();

  node(kind: ConflictNode['kind'], id: string, name: string): ConflictNode {
    const node = { kind, id };
    if (name || !this.names.has(nodeKey(node))) this.names.set(nodeKey(node), name);
    return node;
  }
  person = (id: string, name: string) => this.node('PERSON', id, name);
  organisation = (id: string, name: string) => this.node('ORGANISATION', id, name);

  add(relation: ConflictFact['relation'], from: ConflictNode, to: ConflictNode, id = `${relation} ${nodeKey(from)} ${nodeKey(to)}`, dates: Partial<ConflictFact> = {}): void {
    if (this.seen.has(id) || nodeKey(from) === nodeKey(to)) return;
    this.seen.add(id);
    this.facts.push({ id, relation, from, to, ...dates });
  }

  /** A person recorded by name stands for every expert of that name too: the secretary sees the path and can tell namesakes apart. */
  stored(row: ConflictRelationRow, experts: readonly Account[]): void {
    const [from, to] = endsOf(row.relation);
    const ids = (kind: ConflictNode['kind'], id: string, name: string) =>
      kind === 'PERSON' && id === namedNode(name) ? [id, ...experts.filter((e) => e.name === name).map((e) => e.id)] : [id];
    for (const a of ids(from, row.fromId, row.fromName))
      for (const b of ids(to, row.toId, row.toName))
        this.add(row.relation, this.node(from, a, row.fromName), this.node(to, b, row.toName), `${row.id} ${a} ${b}`, { since: row.since, until: row.until });
  }
}

/** Between what a stored relation stands. */
export function endsOf(relation: ConflictFact['relation']): [ConflictNode['kind'], ConflictNode['kind']] {
  const { from, to } = relationEnds[relation];
  return [from[0] ?? 'PERSON', to[0] ?? 'PERSON'];
}

import { Injectable } from '@nestjs/common';
import { DomainError, duplicateDecision, duplicateMachine, next, parse, reasonGiven, type DuplicateDecision, type DuplicateStatus, type SearchKind } from '@jihui/domain';
import { differingStretches } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { DuplicatePair } from './duplicate-pair.entity.js';
import type { Item } from './published-contents.js';
import type { DuplicateSide, ComparedText } from './quality-types.js';

/** What the two sides of a pair are, and what a person says of them. */
@Injectable()
export class Duplicates {
  constructor(private readonly db: Db) {}

  /** The pairs that the actor may judge or that concern him, in one state; the newest first. */
  list(actor: Actor, status: DuplicateStatus, page: PageInput): Promise<Page<DuplicatePair>> {
    const query = this.db.em.createQueryBuilder(DuplicatePair, 'p').where('p.status = :status', { status });
    return pageOf(visible(query, DuplicatePair, actor).orderBy('p.createdAt', 'DESC').addOrderBy('p.id', 'DESC'), page);
  }

  async byId(actor: Actor, id: string): Promise<DuplicatePair> {
    const pair = await visible(this.db.em.createQueryBuilder(DuplicatePair, 'p').where('p.id = :id', { id }), DuplicatePair, actor).getOne();
    if (!pair) throw new DomainError('NOT_FOUND');
    return pair;
  }

  /** 同一项 or 不同, with the reason. Nothing happens to the items: the owner withdraws one of two that are the same. */
  async decide(tx: Tx, ref: Ref, given: DuplicateDecision): Promise<DuplicatePair> {
    const pair = await tx.lock(DuplicatePair, ref, 'duplicate.decide');
    const { verdict, reason } = parse(duplicateDecision, given);
    pair.status = next(duplicateMachine, pair.status, verdict === 'SAME' ? 'callSame' : 'callDifferent');
    Object.assign(pair, { reason, decidedByOrganisation: tx.actor.organisationName, decidedAt: tx.now });
    await tx.save(pair);
    await tx.record('duplicate.decided', pair.id, { verdict, reason });
    return pair;
  }

  /** The decision was wrong: the pair is open again. */
  async reconsider(tx: Tx, ref: Ref, given: string): Promise<DuplicatePair> {
    const pair = await tx.lock(DuplicatePair, ref, 'duplicate.decide');
    pair.status = next(duplicateMachine, pair.status, 'reconsider');
    const { reason } = parse(reasonGiven, { reason: given });
    Object.assign(pair, { reason: null, decidedByOrganisation: null, decidedAt: null });
    await tx.save(pair);
    await tx.record('duplicate.reconsidered', pair.id, { reason });
    return pair;
  }

  /** Both items as the actor may see them, each with what the other does not say; null for one that he does not see any more. */
  async sides(pair: DuplicatePair, actor: Actor, loaders: Loaders): Promise<{ first: DuplicateSide | null; second: DuplicateSide | null }> {
    const [first, second] = await Promise.all([this.item(pair.kind, pair.firstId, actor), this.item(pair.kind, pair.secondId, actor)]);
    const side = async (item: Item | null, other: Item | null): Promise<DuplicateSide | null> => {
      if (!item) return null;
      const { id, title, publishedAt, status } = item;
      const isOwn = item.organisationId === actor.organisationId;
      const isNamed = !(item instanceof Demand) || !item.anonymous || accessOf(Demand).isInsider?.(actor, item) === true;
      const organisation = isNamed ? await loaders.byId(Organisation, item.organisationId) : null;
      return { id, kind: pair.kind, title, isOwn, publishedAt, isPublished: status === 'PUBLISHED', organisationName: organisation?.name ?? null, texts: compared(item, other) };
    };
    return { first: await side(first, second), second: await side(second, first) };
  }

  private item(kind: SearchKind, id: string, actor: Actor): Promise<Item | null> {
    if (kind === 'DEMAND') return visible(this.db.em.createQueryBuilder(Demand, 'i').where('i.id = :id', { id }), Demand, actor).getOne();
    return visible(this.db.em.createQueryBuilder(Achievement, 'i').where('i.id = :id', { id }), Achievement, actor).getOne();
  }
}

const publicTexts = (item: Item): Omit<ComparedText, 'differs'>[] => [
  { field: 'title', text: item.title },
  { field: 'text', text: item instanceof Demand ? item.problem : item.summary },
  { field: 'keywords', text: item.keywords.join('、') },
  { field: 'patents', text: item instanceof Demand ? '' : item.ipRights.flatMap((r) => r.number ?? []).join('、') },
];

/** Against everything that the other says, not field by field: what moved from the title into the text is no difference. */
function compared(item: Item, other: Item | null): ComparedText[] {
  const theirs = other ? publicTexts(other).map((t) => t.text).join('\n') : null;
  return publicTexts(item)
    .filter((t) => t.text)
    .map((t) => ({ ...t, differs: theirs === null ? [] : differingStretches(t.text, theirs) }));
}

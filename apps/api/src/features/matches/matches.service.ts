import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import {
  applyConstraints,
  DomainError,
  supplierKinds,
  verdictsOf,
  type ConstraintCost,
  type MatchConstraints,
  type MatchedItem,
  type MatchSide,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf, visible, type Scope } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { regionsAbove } from '../organisations/regions-above.js';
import { readersOfAchievement, readersOfDemand } from './match-readers.js';
import { synonymsUsed, type ConstraintAnswer } from './match-answers.js';
import { textsOfAchievement, textsOfDemand, type MatchExplanation } from './match-explanation.js';
import { MatchFeedbackService, type ReasonCount } from './match-feedback.service.js';
import { MatchHints } from './match-hints.service.js';
import { Match, MatchList } from './match.entity.js';
import { isPersonalised } from '../alerts/alert-setting.entity.js';

/** An item's list as its reader has narrowed it: what fits his constraints, what they cost, what he has declined himself. */
export type ItemMatches = {
  computedAt: Date | null;
  items: Match[];
  total: number;
  strong: number;
  costs: ConstraintCost[];
  declined: Match[];
  othersReasons: ReasonCount[];
};

/** Reads the stored matches for those who may: an item's matches are its owner's business, the other side's items must be visible besides. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly db: Db,
    private readonly feedback: MatchFeedbackService,
    private readonly hints: MatchHints,
    private readonly dictionary: Dictionary,
  ) {}

  /** The demand, for those who read its matches: the same refusals as its list. */
  async demandOf(actor: Actor, demandId: string): Promise<Demand> {
    await this.insidersOnly(actor, Demand, demandId, readersOfDemand('i.id', actor));
    return this.db.em.findOneByOrFail(Demand, { id: demandId });
  }

  /** The demand's list, best first. NOT_FOUND if the actor does not see the demand, FORBIDDEN if it is not his. */
  async ofDemand(actor: Actor, demandId: string, wanted: MatchConstraints = {}): Promise<ItemMatches> {
    await this.insidersOnly(actor, Demand, demandId, readersOfDemand('i.id', actor));
    return this.listOf(actor, 'DEMAND', demandId, wanted);
  }

  async ofAchievement(actor: Actor, achievementId: string, wanted: MatchConstraints = {}): Promise<ItemMatches> {
    await this.insidersOnly(actor, Achievement, achievementId, readersOfAchievement('i.id', actor));
    return this.listOf(actor, 'ACHIEVEMENT', achievementId, wanted);
  }

  /**
   * All matches of the actor's items, newest first: a unit's by achievement, everybody else's by demand. Nothing for a person who has
   * switched recommendations off: the list of one item he opens himself, this one is put before him.
   */
  async mine(actor: Actor, page: PageInput): Promise<Page<Match>> {
    if (!(await isPersonalised(this.db.em, actor.userId))) return { items: [], total: 0 };
    const supplies = actor.organisationKind !== null && supplierKinds.includes(actor.organisationKind);
    const own = supplies ? readersOfAchievement('m.achievementId', actor) : readersOfDemand('m.demandId', actor);
    const query = this.listed(actor, supplies ? 'ACHIEVEMENT' : 'DEMAND').andWhere(own.sql, own.params);
    return pageOf(query.orderBy('m.foundAt', 'DESC').addOrderBy('m.strength', 'DESC').addOrderBy('m.id'), page);
  }

  /** Both texts with what they share marked, for the reader of one side's list; NOT_FOUND where the two are not matched or are none of the actor's. */
  async explain(actor: Actor, demandId: string, achievementId: string, side: MatchSide, wanted: MatchConstraints = {}): Promise<MatchExplanation> {
    const match = await visible(
      this.db.em
        .createQueryBuilder(Match, 'm')
        .where('m.demandId = :demandId and m.achievementId = :achievementId', { demandId, achievementId }),
      Match,
      actor,
    ).getOne();
    const demand = await this.item(this.db.em, actor, Demand, demandId);
    const achievement = await this.item(this.db.em, actor, Achievement, achievementId);
    if (!match || !demand || !achievement) throw new DomainError('NOT_FOUND');
    // Where a shared string is longer than what a title repeats of it, the key word inside it is marked by itself.
    const terms = [...match.shared.map((s) => s.text), ...match.covered];
    const hint = await this.hints.of(actor, match, demand, achievement);
    const [demandTexts, achievementTexts] = [textsOfDemand(demand, terms), textsOfAchievement(achievement, terms)];
    const { groups } = await this.dictionary.current();
    const inFull = (texts: readonly { text: string }[]): string => texts.map((t) => t.text).join('\n');
    const synonyms = synonymsUsed(groups, inFull(demandTexts), inFull(achievementTexts));
    const constraints = await this.answersOf(side, wanted, side === 'DEMAND' ? achievementId : demandId);
    return { match, hint, constraints, synonyms, demandTexts, achievementTexts };
  }

  private async answersOf(side: MatchSide, wanted: MatchConstraints, otherId: string): Promise<ConstraintAnswer[]> {
    const verdicts = verdictsOf(side, wanted, (await this.otherItems(side, [otherId])).get(otherId) ?? silent);
    return Array.from(verdicts, ([constraint, said]) => ({ constraint, verdict: said === 'PASSED' ? 'MET' : said === 'FAILED' ? 'UNMET' : 'UNKNOWN' }));
  }

  /** The rows of one side's lists whose two items the actor sees now: what was withdrawn a second ago, or hidden by its age, is gone already. */
  private listed(actor: Actor, side: MatchSide): SelectQueryBuilder<Match> {
    const demand = accessOf(Demand).visibleTo('d', actor);
    const achievement = accessOf(Achievement).visibleTo('a', actor);
    return this.db.em
      .createQueryBuilder(Match, 'm')
      .innerJoin(Demand, 'd', 'd.id = m.demandId')
      .innerJoin(Achievement, 'a', 'a.id = m.achievementId')
      .where(`(${demand.sql}) and (${achievement.sql})`, { ...demand.params, ...achievement.params })
      .andWhere(`${isLive('d')} and ${isLive('a')}`)
      .andWhere(side === 'DEMAND' ? 'm.inDemandList' : 'm.inAchievementList');
  }

  private async listOf(actor: Actor, side: MatchSide, id: string, wanted: MatchConstraints): Promise<ItemMatches> {
    const list = await this.db.em.findOneBy(MatchList, { id });
    const [own, other] = side === 'DEMAND' ? (['demandId', 'achievementId'] as const) : (['achievementId', 'demandId'] as const);
    const query = this.listed(actor, side).andWhere(`m.${own} = :id`, { id });
    const all = await query.orderBy('m.strength', 'DESC').addOrderBy('m.id').getMany();
    const judged = await this.feedback.ofItem(actor, side, id);
    const isDeclined = (match: Match): boolean => judged.get(match[other])?.verdict === 'DECLINED';
    const open = all.filter((match) => !isDeclined(match));
    const items = await this.otherItems(
      side,
      open.map((match) => match[other]),
    );
    const { kept, costs } = applyConstraints(side, wanted, open, (match) => items.get(match[other]) ?? silent);
    return {
      computedAt: list?.computedAt ?? null,
      items: kept,
      total: open.length,
      strong: open.filter((match) => match.band === 'STRONG').length,
      costs,
      declined: all.filter(isDeclined),
      othersReasons: await this.feedback.reasonsFor(actor, side, id),
    };
  }

  /** What constraints are asked about, of the other side's items. */
  private async otherItems(side: MatchSide, ids: string[]): Promise<Map<string, MatchedItem>> {
    const rows: (Achievement | Demand)[] =
      side === 'DEMAND' ? await this.db.em.findBy(Achievement, { id: In(ids) }) : await this.db.em.findBy(Demand, { id: In(ids) });
    const above = await regionsAbove(this.db.em);
    return new Map(rows.map((row) => [row.id, { regions: above(row.regionCode), field: row.techField, ...figuresOf(row) }]));
  }

  private async insidersOnly<T extends ObjectLiteral & { id: string }>(
    actor: Actor,
    entity: abstract new () => T,
    id: string,
    readers: Scope,
  ): Promise<void> {
    if (!(await this.item(this.db.em, actor, entity, id))) throw new DomainError('NOT_FOUND');
    const insider = await this.db.em
      .createQueryBuilder<T>(entity, 'i')
      .where('i.id = :id', { id })
      .andWhere(readers.sql, readers.params)
      .getExists();
    if (!insider) throw new DomainError('FORBIDDEN');
  }

  private item<T extends ObjectLiteral & { id: string }>(
    em: EntityManager,
    actor: Actor,
    entity: abstract new () => T,
    id: string,
  ): Promise<T | null> {
    return visible(em.createQueryBuilder<T>(entity, 'i').where('i.id = :id', { id }), entity, actor).getOne();
  }
}

const silent: MatchedItem = { regions: [], price: null, trl: null, modes: null, field: null };

function figuresOf(row: Achievement | Demand): Pick<MatchedItem, 'price' | 'trl' | 'modes'> {
  if (row instanceof Demand) return { price: row.budgetMax ?? row.budgetMin, trl: row.minTrl, modes: null };
  return { price: row.priceMode === 'NEGOTIABLE' ? null : row.priceMin, trl: row.trl, modes: row.transferModes };
}

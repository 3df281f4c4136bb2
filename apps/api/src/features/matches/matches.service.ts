import { Injectable } from '@nestjs/common';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DomainError, supplierKinds, type MatchSide } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf, visible, type Scope } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { readersOfAchievement, readersOfDemand } from './match-readers.js';
import { textsOfAchievement, textsOfDemand, type MatchExplanation } from './match-explanation.js';
import { Match, MatchList } from './match.entity.js';

export type ItemMatches = { computedAt: Date | null; items: Match[] };

/** Reads the stored matches for those who may: an item's matches are its owner's business, the other side's items must be visible besides. */
@Injectable()
export class MatchesService {
  constructor(private readonly db: Db) {}

  /** The demand's list, best first. NOT_FOUND if the actor does not see the demand, FORBIDDEN if it is not his. */
  async ofDemand(actor: Actor, demandId: string): Promise<ItemMatches> {
    await this.insidersOnly(actor, Demand, demandId, readersOfDemand('i.id', actor));
    return this.listOf(demandId, this.listed(actor, 'DEMAND').andWhere('m.demandId = :demandId', { demandId }));
  }

  async ofAchievement(actor: Actor, achievementId: string): Promise<ItemMatches> {
    await this.insidersOnly(actor, Achievement, achievementId, readersOfAchievement('i.id', actor));
    return this.listOf(achievementId, this.listed(actor, 'ACHIEVEMENT').andWhere('m.achievementId = :achievementId', { achievementId }));
  }

  /** All matches of the actor's items, newest first: a unit's by achievement, everybody else's by demand. */
  mine(actor: Actor, page: PageInput): Promise<Page<Match>> {
    const supplies = actor.organisationKind !== null && supplierKinds.includes(actor.organisationKind);
    const own = supplies ? readersOfAchievement('m.achievementId', actor) : readersOfDemand('m.demandId', actor);
    const query = this.listed(actor, supplies ? 'ACHIEVEMENT' : 'DEMAND').andWhere(own.sql, own.params);
    return pageOf(query.orderBy('m.foundAt', 'DESC').addOrderBy('m.cosine', 'DESC').addOrderBy('m.id'), page);
  }

  /** Both texts with what they share marked; NOT_FOUND where the two are not matched or are none of the actor's. */
  async explain(actor: Actor, demandId: string, achievementId: string): Promise<MatchExplanation> {
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
    const terms = match.shared.map((s) => s.text);
    return { match, demandTexts: textsOfDemand(demand, terms), achievementTexts: textsOfAchievement(achievement, terms) };
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

  private async listOf(id: string, query: SelectQueryBuilder<Match>): Promise<ItemMatches> {
    const list = await this.db.em.findOneBy(MatchList, { id });
    return { computedAt: list?.computedAt ?? null, items: await query.orderBy('m.cosine', 'DESC').addOrderBy('m.id').getMany() };
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

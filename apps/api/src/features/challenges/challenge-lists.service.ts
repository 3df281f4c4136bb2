import { Injectable } from '@nestjs/common';
import { announcedChallengeStatuses, DomainError, type BoardFilter } from '@jihui/domain';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { onBoard } from './board-filter.js';
import { ChallengeMilestone, type ChallengeWinner } from './challenge-types.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';

const publicEvents = [
  'published',
  'amended',
  'questionAnswered',
  'claimsClosed',
  'noClaim',
  'opened',
  'qualified',
  'reviewStarted',
  'announced',
  'reconsidered',
  'objected',
  'objectionAnswered',
  'awarded',
  'started',
  'gateDecided',
  'accepted',
  'excused',
  'brokenOff',
  'terminated',
].map((e) => `challenge.${e}` as AuditEvent['event']);

/** What is read of items and claims. */
@Injectable()
export class ChallengeLists {
  constructor(private readonly db: Db) {}

  async byId(id: string, actor: Actor): Promise<Challenge> {
    const row = await this.seen(actor).andWhere('c.id = :id', { id }).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** 榜单 as everybody reads it: open ones by their deadline, the others by the last step. */
  board(actor: Actor, filter: BoardFilter, page: PageInput): Promise<Page<Challenge>> {
    const query = onBoard(this.seen(actor), filter);
    if (filter.stage === 'OPEN') query.orderBy('c.claimsCloseAt', 'ASC');
    else query.orderBy('c.publishedAt', 'DESC');
    return pageOf(query.addOrderBy('c.id', 'ASC'), page);
  }

  /** Those of the actor's enterprise. */
  mine(actor: Actor, page: PageInput): Promise<Page<Challenge>> {
    return pageOf(
      this.seen(actor)
        .andWhere('c.organisationId = :org', { org: actor.organisationId })
        .orderBy('c.updatedAt', 'DESC')
        .addOrderBy('c.id', 'DESC'),
      page,
    );
  }

  /** Those that the actor's branch carries out, with what waits on top. */
  desk(actor: Actor, page: PageInput): Promise<Page<Challenge>> {
    return pageOf(
      this.seen(actor)
        .andWhere(`c.branchId = :org and c.status not in ('DRAFT', 'WITHDRAWN')`, { org: actor.organisationId })
        .addSelect(
          `case when c.status in ('ACCEPTED', 'FAILED_WITH_DILIGENCE', 'NO_CLAIM', 'TERMINATED') then 2 when c.status = 'CLAIM_OPEN' then 1 else 0 end`,
          'waits',
        )
        .orderBy('waits', 'ASC')
        .addOrderBy('c.updatedAt', 'ASC'),
      page,
    );
  }

  /** Those that the actor has a claim for, and those that he reviews. */
  taken(actor: Actor, page: PageInput): Promise<Page<Challenge>> {
    const query = this.seen(actor).andWhere(
      `(exists (select 1 from claim k where k."challengeId" = c.id and k."organisationId" = :org) or exists (select 1 from challenge_reviewer r where r."challengeId" = c.id and r."userId" = :user))`,
      { org: actor.organisationId, user: actor.userId },
    );
    return pageOf(query.orderBy('c.updatedAt', 'DESC').addOrderBy('c.id', 'DESC'), page);
  }

  /** The claims that the actor may know of, in the order of receipt. */
  claims(challengeId: string, actor: Actor): Promise<Claim[]> {
    return visible(this.db.em.createQueryBuilder(Claim, 'k').where('k.challengeId = :challengeId', { challengeId }), Claim, actor)
      .orderBy('k.submittedAt', 'ASC')
      .getMany();
  }

  async milestones(id: string): Promise<ChallengeMilestone[]> {
    const events = await this.db.em.find(AuditEvent, {
      where: { subjectId: id, event: In(publicEvents) },
      order: { at: 'DESC', id: 'DESC' },
      take: 100,
    });
    return events.map(({ event, at }) => ({ event, at }));
  }

  /** Named from the public notice on; the others' names and points stay theirs. */
  async winners(challenge: Challenge): Promise<ChallengeWinner[] | null> {
    if (!announcedChallengeStatuses.includes(challenge.status)) return null;
    const claims = await this.db.em.findBy(Claim, { challengeId: challenge.id, status: 'WON' });
    const units = await this.db.em.findBy(Organisation, { id: In(claims.map((c) => c.organisationId)) });
    return claims
      .map((c) => ({ organisationName: units.find((u) => u.id === c.organisationId)?.name ?? '', total: c.result?.total ?? 0 }))
      .sort((a, b) => b.total - a.total);
  }

  private seen(actor: Actor): SelectQueryBuilder<Challenge> {
    return visible(this.db.em.createQueryBuilder(Challenge, 'c').where('true'), Challenge, actor);
  }
}

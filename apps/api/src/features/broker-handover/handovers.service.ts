import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  DomainError,
  handoverDueOn,
  isHandoverTerm,
  mandateMachine,
  mayRead,
  next,
  shanghaiDay,
  type HandoverOffer,
  type HandoverRefusalInput,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { system } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Demand } from '../demands/demand.entity.js';
import { Mandate } from '../negotiations/mandate.entity.js';
import { Mandates } from '../negotiations/mandates.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { PersonProfile } from '../people/person-profile.entity.js';

/** 移交: the owner of a demand lets a broker look for the other side, before there is a talk. */
@Injectable()
export class Handovers {
  constructor(
    private readonly db: Db,
    private readonly mandates: Mandates,
  ) {}

  /** Offers the demand to the firm of a broker of 人才库. One offer at a time: while one is open or stands, ALREADY_EXISTS. */
  async offer(tx: Tx, { demandId, personProfileId, scope, commissionPermille, until }: HandoverOffer): Promise<Mandate> {
    tx.demand('mandate.grant');
    const demand = await tx.lock(Demand, { id: demandId }, 'demand.write');
    if (demand.status !== 'PUBLISHED') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'demand', state: demand.status });
    const today = shanghaiDay(tx.now);
    if (!isHandoverTerm(until, today)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'until', code: 'handover_term' }] });
    const firm = await this.firmOf(tx, personProfileId);
    const standing = await tx.em
      .createQueryBuilder(Mandate, 'm')
      .where(`m.demandId = :demandId and (m.status = 'GRANTED' or (m.status = 'ACCEPTED' and m.until >= :today))`, { demandId, today })
      .getExists();
    if (standing) throw new DomainError('ALREADY_EXISTS');
    const mandate = await tx.insert(Mandate, {
      ...{ demandId, personProfileId, scope, commissionPermille, until, dueOn: handoverDueOn(today), title: demand.title },
      ...{ negotiationId: null, clientId: demand.organisationId, brokerFirmId: firm.id, status: mandateMachine.initial },
      ...{ grantedBy: tx.actor.userId, answeredBy: null, answeredAt: null, refusal: null, refusalNote: null },
    });
    await tx.record('mandate.offered', mandate.id, { broker: firm.name });
    return mandate;
  }

  /** From now on the firm works on the demand: it reads its matches and asks for introductions in its owner's name, until the last day. */
  async accept(tx: Tx, ref: Ref): Promise<Mandate> {
    const mandate = await this.answerable(tx, ref);
    const demand = await tx.em.findOneBy(Demand, { id: mandate.demandId ?? '' });
    if (demand?.status !== 'PUBLISHED') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'demand', state: demand?.status ?? '' });
    mandate.status = next(mandateMachine, mandate.status, 'accept');
    await tx.save(Object.assign(mandate, { answeredBy: tx.actor.userId, answeredAt: tx.now }));
    await tx.record('mandate.accepted', mandate.id, {});
    await this.mandates.enter(tx, mandate);
    return mandate;
  }

  async refuse(tx: Tx, ref: Ref, { refusal, note }: HandoverRefusalInput): Promise<Mandate> {
    const mandate = await this.answerable(tx, ref);
    mandate.status = next(mandateMachine, mandate.status, 'decline');
    await tx.save(Object.assign(mandate, { answeredBy: tx.actor.userId, answeredAt: tx.now, refusal, refusalNote: note || null }));
    await tx.record('mandate.refused', mandate.id, { reason: refusal });
    return mandate;
  }

  /** The owner takes back an offer that nobody has answered. */
  async withdraw(tx: Tx, ref: Ref): Promise<Mandate> {
    const mandate = await tx.lock(Mandate, ref, 'mandate.grant');
    if (!mandate.demandId) throw new DomainError('NOT_FOUND');
    mandate.status = next(mandateMachine, mandate.status, 'withdraw');
    await tx.save(mandate);
    await tx.record('mandate.withdrawn', mandate.id, {});
    return mandate;
  }

  /** The mandates for a demand that concern the actor's organisation, the newest first. */
  ofDemand(actor: Actor, demandId: string): Promise<Mandate[]> {
    return visible(this.db.em.createQueryBuilder(Mandate, 'm').where('m.demandId = :demandId', { demandId }), Mandate, actor)
      .orderBy('m.createdAt', 'DESC')
      .addOrderBy('m.id', 'DESC')
      .limit(20)
      .getMany();
  }

  /** Just after midnight in Shanghai. */
  @Cron('10 16 * * *')
  async lapseAtMidnight(): Promise<void> {
    await this.lapse(new Date());
  }

  /** Closes offers that nobody has answered by the end of their last day. */
  async lapse(now: Date): Promise<number> {
    const due = await this.db.em
      .createQueryBuilder(Mandate, 'm')
      .select(['m.id'])
      .where(`m.status = 'GRANTED' and m.dueOn < :today`, { today: shanghaiDay(now) })
      .getMany();
    let lapsed = 0;
    for (const { id } of due)
      await this.db.run(
        system,
        async (tx) => {
          const mandate = await tx.lock(Mandate, { id }, 'mandate.clock');
          // Answered while we were looking.
          if (mandate.status !== 'GRANTED') return;
          mandate.status = next(mandateMachine, mandate.status, 'lapse');
          await tx.save(mandate);
          await tx.record('mandate.lapsed', mandate.id, {});
          lapsed++;
        },
        { now },
      );
    return lapsed;
  }

  private async answerable(tx: Tx, ref: Ref): Promise<Mandate> {
    const mandate = await tx.lock(Mandate, ref, 'mandate.answer');
    if (!mandate.demandId) throw new DomainError('NOT_FOUND');
    // The clock comes round once a day; the last day ends at midnight.
    if (mandate.status === 'GRANTED' && (mandate.dueOn ?? '') < shanghaiDay(tx.now)) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'mandate', state: 'LAPSED' });
    return mandate;
  }

  /** The verified firm of a broker who shows members where he works. */
  private async firmOf(tx: Tx, personProfileId: string): Promise<Organisation> {
    const profile = await tx.see(PersonProfile, personProfileId);
    const firm = await tx.em.findOneBy(Organisation, { id: profile.organisationId });
    const shows = mayRead(audienceOf(profile.audiences, 'organisation'), 'MEMBER');
    if (profile.role !== 'BROKER' || !shows || firm?.kind !== 'BROKER_FIRM' || firm.status !== 'VERIFIED')
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'personProfileId', code: 'party_kind' }] });
    return firm;
  }
}

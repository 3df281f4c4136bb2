import { Injectable } from '@nestjs/common';
import { DomainError, mandateMachine, next, type MandateAction } from '@jihui/domain';
import type { z } from 'zod';
import type { mandateGrant } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { sha256 } from '../../platform/sha256.js';
import { Ledger } from '../ledger/ledger.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Mandate } from './mandate.entity.js';
import { Negotiation } from './negotiation.entity.js';

/** 委托 of a broker by one side of a talk. */
@Injectable()
export class Mandates {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** Asks a verified broker firm. One broker takes part in a talk: a second offer while one is open or accepted is ALREADY_EXISTS. */
  async grant(tx: Tx, { negotiationId, brokerFirmId, scope, commissionPermille }: z.output<typeof mandateGrant>): Promise<Mandate> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'mandate.grant');
    if (talk.status === 'CLOSED') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'negotiation', state: talk.status });
    const firm = await tx.see(Organisation, brokerFirmId);
    if (firm.kind !== 'BROKER_FIRM' || firm.status !== 'VERIFIED')
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'brokerFirmId', code: 'party_kind' }] });
    const others = await tx.em.countBy(Mandate, [{ negotiationId: talk.id, status: 'GRANTED' }]);
    if (talk.brokerId || others) throw new DomainError('ALREADY_EXISTS');
    const mandate = await tx.insert(Mandate, {
      negotiationId: talk.id,
      ...{ demandId: null, personProfileId: null, until: null, dueOn: null, refusal: null, refusalNote: null },
      clientId: tx.actor.organisationId ?? '',
      brokerFirmId,
      status: mandateMachine.initial,
      scope,
      commissionPermille,
      title: talk.title,
      grantedBy: tx.actor.userId,
      answeredBy: null,
      answeredAt: null,
    });
    await tx.record('mandate.granted', mandate.id, { broker: firm.name });
    return mandate;
  }

  /** By accepting the broker joins the room. */
  async answer(tx: Tx, ref: Ref, action: Extract<MandateAction, 'accept' | 'decline'>): Promise<Mandate> {
    const mandate = await tx.lock(Mandate, ref, 'mandate.answer');
    // A demand is taken over, or refused with a reason, by steps of its own.
    if (!mandate.negotiationId) throw new DomainError('NOT_FOUND');
    mandate.status = next(mandateMachine, mandate.status, action);
    Object.assign(mandate, { answeredBy: tx.actor.userId, answeredAt: tx.now });
    if (action === 'accept') await this.join(tx, mandate);
    await tx.save(mandate);
    await tx.record(action === 'accept' ? 'mandate.accepted' : 'mandate.declined', mandate.id, {});
    if (action === 'accept') await this.enter(tx, mandate);
    return mandate;
  }

  mine(actor: Actor, page: PageInput): Promise<Page<Mandate>> {
    return pageOf(
      visible(this.db.em.createQueryBuilder(Mandate, 'm'), Mandate, actor).orderBy('m.createdAt', 'DESC').addOrderBy('m.id'),
      page,
    );
  }

  /** The firms that may be mandated. */
  brokerFirms(): Promise<Organisation[]> {
    return this.db.em.find(Organisation, { where: { kind: 'BROKER_FIRM', status: 'VERIFIED' }, order: { name: 'ASC' }, take: 200 });
  }

  /** The mandate's terms in the chain of the client's branch; in public a hash only. */
  async enter(tx: Tx, { id, clientId, brokerFirmId, negotiationId, demandId, commissionPermille, scope }: Mandate): Promise<void> {
    const client = await tx.em.findOneBy(Organisation, { id: clientId });
    if (!client?.branchId) return;
    const facts = { clientId, brokerFirmId, ...(negotiationId ? { negotiationId } : { demandId }), commissionPermille, scopeHash: sha256(scope) };
    this.ledger.enter(tx, { branchId: client.branchId, event: 'mandate.accepted', subjectId: id, number: null, facts });
  }

  // The firm does not see the room before it is in it, so the room is read by its id alone.
  private async join(tx: Tx, mandate: Mandate): Promise<void> {
    const talk = await tx.em.findOneOrFail(Negotiation, { where: { id: mandate.negotiationId ?? '' }, lock: { mode: 'pessimistic_write' } });
    if (talk.status === 'CLOSED') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'negotiation', state: talk.status });
    if (talk.brokerId) throw new DomainError('ALREADY_EXISTS');
    talk.brokerId = mandate.brokerFirmId;
    await tx.save(talk);
  }
}

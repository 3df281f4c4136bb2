import { Injectable } from '@nestjs/common';
import { shanghaiDay, type NegotiationSide } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { User } from '../accounts/user.entity.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { sideOf } from './negotiation-access.js';
import { Negotiation } from './negotiation.entity.js';

export type PartyContact = { side: NegotiationSide; organisationName: string; name: string | null; phone: string | null };

/** Whom to call. Personal data: shown in the room alone, and who has read it is on record. */
@Injectable()
export class NegotiationContacts {
  /** Both sides' contacts; the reading of the other side's leaves one line in the audit trail per person and day. */
  async read(tx: Tx, negotiationId: string): Promise<PartyContact[]> {
    const talk = await tx.see(Negotiation, negotiationId);
    const achievement = talk.achievementId ? await tx.em.findOneBy(Achievement, { id: talk.achievementId }) : null;
    const demand = talk.demandId ? await tx.em.findOneBy(Demand, { id: talk.demandId }) : null;
    const contacts: PartyContact[] = [
      {
        side: 'SUPPLIER',
        organisationName: await this.nameOf(tx, talk.supplierId),
        ...(await this.contactOf(tx, achievement, talk.supplierUserId)),
      },
      {
        side: 'DEMANDER',
        organisationName: await this.nameOf(tx, talk.demanderId),
        ...(await this.contactOf(tx, demand, talk.demanderUserId)),
      },
    ];
    const own = sideOf(tx.actor, talk);
    await this.note(
      tx,
      talk.id,
      contacts.filter((c) => c.side !== own).map((c) => c.organisationName),
    );
    return contacts;
  }

  private async contactOf(
    tx: Tx,
    item: Achievement | Demand | null,
    userId: string | null,
  ): Promise<{ name: string | null; phone: string | null }> {
    if (item?.contactName && item.contactPhone) return { name: item.contactName, phone: item.contactPhone };
    const person = userId ? await tx.em.findOneBy(User, { id: userId }) : null;
    return { name: person?.name ?? null, phone: person?.phone ?? null };
  }

  private async nameOf(tx: Tx, organisationId: string): Promise<string> {
    return (await tx.em.findOneByOrFail(Organisation, { id: organisationId })).name;
  }

  private async note(tx: Tx, negotiationId: string, names: string[]): Promise<void> {
    const { userId } = tx.actor;
    // Two tabs that open at once are one reading.
    await tx.em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contact.read ${negotiationId} ${userId}`]);
    const today = new Date(`${shanghaiDay(tx.now)}T00:00:00+08:00`);
    const [known]: unknown[] = await tx.em.query(
      `select 1 from audit_event where event = 'contact.read' and "subjectId" = $1 and "userId" = $2 and at >= $3 limit 1`,
      [negotiationId, userId, today],
    );
    if (!known) await tx.record('contact.read', negotiationId, { of: names.join('、') });
  }
}

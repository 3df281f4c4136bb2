import { Injectable } from '@nestjs/common';
import { negotiationMachine } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { Negotiation } from './negotiation.entity.js';

export type Opening = Pick<
  Negotiation,
  'introductionId' | 'demandId' | 'achievementId' | 'title' | 'supplierId' | 'demanderId' | 'brokerId' | 'supplierUserId' | 'demanderUserId'
>;

/** Opens the room that follows from an accepted introduction, in the transaction that accepts it. */
@Injectable()
export class NegotiationOpening {
  async open(tx: Tx, opening: Opening): Promise<Negotiation> {
    const talk = await tx.insert(Negotiation, { ...opening, status: negotiationMachine.initial, agreedNumber: null, contractId: null });
    await tx.record('negotiation.opened', talk.id, {});
    return talk;
  }

  /** The talk about exactly these that is still going on. */
  async findOpen(tx: Tx, pair: Pick<Opening, 'demandId' | 'achievementId' | 'supplierId' | 'demanderId'>): Promise<Negotiation | null> {
    return tx.em
      .createQueryBuilder(Negotiation, 'n')
      .where('n.supplierId = :supplierId and n.demanderId = :demanderId', pair)
      .andWhere('n.demandId is not distinct from :demandId and n.achievementId is not distinct from :achievementId', pair)
      .andWhere(`n.status <> 'CLOSED'`)
      .getOne();
  }
}

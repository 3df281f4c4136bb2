import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { readEntriesAbout, type WholeEntry } from '../ledger/ledger-reading.js';
import { Mandate } from '../negotiations/mandate.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { IntroductionLists } from './introduction-lists.service.js';
import type { Introduction } from './introduction.entity.js';

/** What both sides, and the broker, hold in hand of an introduction. */
export type IntroductionReceipt = {
  madeAt: Date;
  introduction: Introduction;
  supplier: string;
  demander: string;
  broker: string | null;
  /** With its terms to the client and the broker only. */
  mandate: Pick<Mandate, 'scope' | 'commissionPermille' | 'answeredAt'> | null;
  entries: WholeEntry[];
};

@Injectable()
export class IntroductionReceipts {
  constructor(
    private readonly db: Db,
    private readonly lists: IntroductionLists,
  ) {}

  /** Of an accepted introduction, for those who take part in it. */
  async of(actor: Actor, id: string): Promise<IntroductionReceipt> {
    const introduction = await this.lists.byId(actor, id);
    if (introduction.status !== 'ACCEPTED')
      throw new DomainError('ILLEGAL_TRANSITION', { machine: 'introduction', state: introduction.status });
    const { em } = this.db;
    const nameOf = async (organisationId: string | null): Promise<string | null> =>
      organisationId && ((await em.findOneBy(Organisation, { id: organisationId }))?.name ?? null);
    const mandates = em.createQueryBuilder(Mandate, 'm').where('m.negotiationId = :talk', { talk: introduction.negotiationId });
    const mandate = await visible(mandates.andWhere(`m.status = 'ACCEPTED'`), Mandate, actor).getOne();
    return {
      madeAt: new Date(),
      introduction,
      supplier: (await nameOf(introduction.supplierId)) ?? '',
      demander: (await nameOf(introduction.demanderId)) ?? '',
      broker: (await nameOf(introduction.brokerId)) ?? (await nameOf(mandate?.brokerFirmId ?? null)),
      mandate,
      entries: [...(await readEntriesAbout(em, id)), ...(mandate ? await readEntriesAbout(em, mandate.id) : [])],
    };
  }
}

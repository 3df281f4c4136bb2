import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BrokerOmission } from './broker-omission.entity.js';
import { BrokerQuestion } from './broker-question.js';

type Contract = { id: string; sellerId: string; buyerId: string; brokerId: string | null };
type Introducer = { brokerId: string; brokerName: string; since: Date; about: string | null };

/** Who has brought the parties of a contract together, by the records of introductions and of accepted mandates (中介, 民法典 Art 963–965). */
@Injectable()
export class BrokerQuestions {
  /** Every broker firm that did, with the day it first did so, whether the contract names it, and otherwise why not. */
  async of(em: EntityManager, { id, sellerId, buyerId, brokerId }: Contract): Promise<BrokerQuestion[]> {
    const introducers: Introducer[] = await em.query(
      `with brought as (
         select i."brokerId", i."answeredAt" as since, coalesce(i."achievementTitle", i."demandTitle") as about from introduction i
          where i.status = 'ACCEPTED' and i."brokerId" is not null and (i."supplierId", i."demanderId") in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))
         union all
         select m."brokerFirmId", m."answeredAt", n.title from mandate m join negotiation n on n.id = m."negotiationId"
          where m.status = 'ACCEPTED' and (n."supplierId", n."demanderId") in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid)))
       select distinct on (b."brokerId") b."brokerId", o.name as "brokerName", b.since, b.about
         from brought b join organisation o on o.id = b."brokerId"
        where b."brokerId" not in ($1, $2) order by b."brokerId", b.since`,
      [sellerId, buyerId],
    );
    if (!introducers.length) return [];
    const omissions = await em.findBy(BrokerOmission, { contractId: id });
    return introducers.map((introducer) => {
      const omission = omissions.find((o) => o.brokerId === introducer.brokerId) ?? null;
      return Object.assign(new BrokerQuestion(), { ...introducer, isNamed: introducer.brokerId === brokerId, omission });
    });
  }

  /** Those that still ask for an answer. */
  async open(em: EntityManager, contract: Contract): Promise<BrokerQuestion[]> {
    return (await this.of(em, contract)).filter((q) => !q.isNamed && !q.omission);
  }
}

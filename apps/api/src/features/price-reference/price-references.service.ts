import { Injectable } from '@nestjs/common';
import { civilClassOf, priceAnswer, registeredStatuses, trlStepOf, type ContractType, type PriceAnswer, type PriceQuestion } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';

type Row = { amount: string; sellerId: string; type: ContractType; trl: number | null };

/** What registered contracts were worth: the same rows and the same amount as the public register. */
@Injectable()
export class PriceReferences {
  constructor(private readonly db: Db) {}

  async answer(question: PriceQuestion): Promise<PriceAnswer | null> {
    const rows: Row[] = await this.db.em.query(
      `select c."totalAmount"::text as amount, c."sellerId", c.type, a.trl
         from technology_contract c left join achievement a on a.id = c."achievementId"
        where c.status = any($1) and c."techField" = $2 and c."totalAmount" > 0`,
      [registeredStatuses, question.techField],
    );
    const contracts = rows.map(({ type, trl, ...row }) => ({ ...row, contractClass: civilClassOf(type), trlStep: trl === null ? null : trlStepOf(trl) }));
    return priceAnswer(question, contracts);
  }
}

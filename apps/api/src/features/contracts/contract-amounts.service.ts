import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { amountsOf, citationOf, shanghaiDay, type Amounts, type AmountLine, type RuleUse } from '@jihui/domain';
import { RuleBooks } from '../rules/rule-books.service.js';
import type { ContractAmountLine } from './contract-amount-line.js';
import type { TechnologyContract } from './technology-contract.entity.js';

type Priced = Pick<TechnologyContract, 'signedOn'> & { amountLines: readonly AmountLine[] };

/** 成交总额 and 技术交易额 of a contract that lists what its price is made of. */
@Injectable()
export class ContractAmounts {
  constructor(private readonly books: RuleBooks) {}

  /** The amounts by the rules of the day of signing (until then: of today), step by step; null without lines. */
  async of(contract: Priced, now: Date = new Date(), em?: EntityManager): Promise<(Amounts & { rules: RuleUse[] }) | null> {
    if (!contract.amountLines.length) return null;
    const carriers = (await this.books.current(em)).on('CARRIER_SETS', contract.signedOn ?? shanghaiDay(now));
    return { ...amountsOf(contract.amountLines, carriers), rules: carriers ? [citationOf(carriers)] : [] };
  }

  /** Puts the amounts into the content when they follow from its lines. Nothing of technology is no amount: such a contract cannot be confirmed. */
  async settle(content: Partial<TechnologyContract>, now: Date, em: EntityManager): Promise<Partial<TechnologyContract>> {
    const { amountLines = [], signedOn = null } = content;
    const amounts = await this.of({ amountLines, signedOn }, now, em);
    if (!amounts) return content;
    return { ...content, totalAmount: amounts.totalAmount, techAmount: amounts.techAmount === '0' ? null : amounts.techAmount };
  }
}

/** Lines as the column holds them: nothing given is null. */
export function storedLines(lines: readonly AmountLine[]): ContractAmountLine[] {
  return lines.map(({ category, name, quantity, unitPrice, carrier, needed, reason }) => ({
    ...{ category, name, quantity, unitPrice, carrier },
    needed: needed ?? null,
    reason: reason || null,
  }));
}

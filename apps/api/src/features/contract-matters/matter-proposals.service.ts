import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { amountLinesText, contractComplete, contractFields, DomainError, parse, type ContractChange, type Issue } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { ContractAmounts } from '../contracts/contract-amounts.service.js';
import { issuesOfParties, valuesOf } from '../contracts/contract-drafting.service.js';
import type { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';

type Parties = Pick<TechnologyContract, 'sellerId' | 'buyerId' | 'brokerId'>;
export type Proposal = { proposal: Record<string, unknown>; before: Record<string, string | null>; after: Record<string, string | null> };

/** What a change would make of a contract. */
@Injectable()
export class MatterProposals {
  constructor(private readonly amounts: ContractAmounts) {}

  /** The new content with its amounts computed again, beside the old one. It must be complete, differ, and stay a contract of its kind. */
  async of(tx: Tx, contract: TechnologyContract, input: ContractChange): Promise<Proposal> {
    const given = valuesOf(input.content);
    const content = await this.amounts.settle({ amountLines: contract.amountLines, ...given }, tx.now, tx.em);
    const parties: Parties = {
      sellerId: input.sellerId ?? contract.sellerId,
      buyerId: input.buyerId ?? contract.buyerId,
      brokerId: input.brokerId === undefined ? contract.brokerId : input.brokerId,
    };
    const next = { ...contract, ...content, ...parties };
    parse(contractComplete, next);
    const issues: Issue[] = next.type === contract.type ? [] : [{ path: 'content.type', code: 'type_fixed' }];
    const newParties = (Object.keys(parties) as (keyof Parties)[]).filter((side) => parties[side] !== contract[side]);
    if (newParties.length) {
      const { achievementId, demandId } = contract;
      const own = { ...parties, achievementId: newParties.includes('sellerId') ? null : achievementId, demandId: newParties.includes('buyerId') ? null : demandId };
      issues.push(...(await issuesOfParties(tx, own)));
      if (parties.sellerId === parties.buyerId) issues.push({ path: 'buyerId', code: 'same_party' });
      // Whoever comes in has signed somewhere (民法典 Art 555).
      if (!input.fileIds?.length) issues.push({ path: 'fileIds', code: 'required' });
    }
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const proposal: Record<string, unknown> = {};
    for (const field of [...contractFields, 'amountLines', 'sellerId', 'buyerId', 'brokerId'] as const)
      if (!isDeepStrictEqual(next[field], contract[field])) proposal[field] = next[field];
    if (!Object.keys(proposal).length) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'content', code: 'nothing_changed' }] });
    return { proposal, before: await this.words(tx, contract), after: await this.words(tx, next) };
  }

  private async words(tx: Tx, c: TechnologyContract): Promise<Record<string, string | null>> {
    const name = async (id: string | null) => (id ? (await tx.em.findOneByOrFail(Organisation, { id })).name : null);
    const fields = Object.fromEntries(contractFields.map((field) => [field, c[field] ?? null]));
    const sides = { sellerId: await name(c.sellerId), buyerId: await name(c.buyerId), brokerId: await name(c.brokerId) };
    return { ...fields, amountLines: amountLinesText(c.amountLines), ...sides };
  }
}

import { Injectable } from '@nestjs/common';
import {
  contractFields,
  contractMachine,
  DomainError,
  next,
  shanghaiDay,
  termEnd,
  type ContractContent,
  type ContractCreate,
  type Issue,
  type OrganisationKind,
} from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { refuseEndedRights } from '../achievements/ended-rights.js';
import { ContractAmounts, storedLines } from './contract-amounts.service.js';
import { TechnologyContract } from './technology-contract.entity.js';

export type ContractParties = {
  sellerId: string;
  buyerId: string;
  brokerId: string | null;
  achievementId: string | null;
  demandId: string | null;
};
/** What a talk has agreed on; it answers for its parties itself. */
export type AgreedTerms = ContractParties &
  Pick<ContractContent, 'type' | 'title' | 'subject' | 'techField' | 'totalAmount' | 'paymentMode' | 'paymentTerms' | 'ipOwnership' | 'acceptance' | 'confidentiality'> & {
    negotiationId: string;
    termMonths: number;
  };

const sideKinds: readonly OrganisationKind[] = ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE'];

/** A contract while the parties write it. */
@Injectable()
export class ContractDrafting {
  constructor(private readonly amounts: ContractAmounts) {}

  /** A draft by hand between verified organisations, one of which is the writer's. */
  async create(tx: Tx, input: ContractCreate): Promise<TechnologyContract> {
    tx.demand('contract.write');
    if (tx.actor.kind === 'PERSON' && !tx.actor.organisationVerified) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    const parties = {
      sellerId: input.sellerId,
      buyerId: input.buyerId,
      brokerId: input.brokerId ?? null,
      achievementId: input.achievementId ?? null,
      demandId: input.demandId ?? null,
    };
    const issues = await issuesOfParties(tx, parties);
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    await refuseEndedRights(tx, input, parties.achievementId);
    return this.insert(tx, parties, valuesOf(input));
  }

  /** The draft that follows from agreed terms; a second one of the same talk is ALREADY_EXISTS. */
  async draftFrom(tx: Tx, terms: AgreedTerms): Promise<TechnologyContract> {
    tx.demand('contract.write');
    await refuseEndedRights(tx, terms, terms.achievementId);
    const startsOn = shanghaiDay(tx.now);
    const content = {
      ...terms,
      techAmount: null,
      signedOn: null,
      startsOn,
      endsOn: termEnd(startsOn, terms.termMonths),
    };
    return this.insert(tx, terms, valuesOf(content), terms.negotiationId);
  }

  /** Saves the content. Whatever changes it takes both confirmations away. */
  async edit(tx: Tx, ref: Ref, input: ContractContent): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.write');
    const status = next(contractMachine, row.status, 'edit');
    await refuseEndedRights(tx, input, row.achievementId);
    // Who does not speak of the lines leaves them as they are.
    const given = { amountLines: row.amountLines, ...valuesOf(input) };
    const fields = applyChanges(row, await this.amounts.settle(given, tx.now, tx.em));
    if (!fields.length) return row;
    Object.assign(row, { status, revision: row.revision + 1, sellerConfirmedRevision: null, buyerConfirmedRevision: null });
    await tx.save(row);
    await recordEdit(tx, 'contract.edited', row.id, fields);
    return row;
  }

  private async insert(
    tx: Tx,
    parties: ContractParties,
    content: Partial<TechnologyContract>,
    negotiationId: string | null = null,
  ): Promise<TechnologyContract> {
    const seller = await tx.em.findOneByOrFail(Organisation, { id: parties.sellerId });
    const { sellerId, buyerId, brokerId, achievementId, demandId } = parties;
    const row = await tx.insert(TechnologyContract, {
      ...unreviewed,
      ...(await this.amounts.settle({ amountLines: [], ...content }, tx.now, tx.em)),
      ...{ sellerId, buyerId, brokerId, achievementId, demandId, negotiationId },
      branchId: seller.branchId,
      createdBy: tx.actor.userId,
      status: contractMachine.initial,
      revision: 1,
    });
    await tx.record('contract.drafted', row.id, {});
    return row;
  }
}

const unreviewed = {
  sellerConfirmedRevision: null,
  buyerConfirmedRevision: null,
  submittedAt: null,
  acceptedAt: null,
  dueOn: null,
  firstReviewerId: null,
  assigneeId: null,
  returnReason: null,
  refusalCode: null,
  refusalReason: null,
  registrationNo: null,
  registeredAt: null,
  sellerKind: null,
  sellerRegion: null,
  buyerKind: null,
  buyerRegion: null,
  verificationToken: null,
  nationalNo: null,
  registeredVersion: 1,
  changedAt: null,
  endedAt: null,
} satisfies Partial<TechnologyContract>;

/** The content as the columns hold it: nothing given is null. */
export function valuesOf(input: ContractContent): Partial<TechnologyContract> {
  const values: Partial<TechnologyContract> = Object.fromEntries(contractFields.map((field) => [field, input[field] ?? null]));
  return input.amountLines === undefined ? values : { ...values, amountLines: storedLines(input.amountLines) };
}

export async function issuesOfParties(tx: Tx, parties: ContractParties): Promise<Issue[]> {
  const issues: Issue[] = [];
  const examine = async (path: 'sellerId' | 'buyerId' | 'brokerId', kinds: readonly OrganisationKind[]) => {
    const id = parties[path];
    if (!id) return;
    const party = await tx.see(Organisation, id).catch(() => null);
    if (!party || party.status !== 'VERIFIED') issues.push({ path, code: 'party_unverified' });
    else if (!kinds.includes(party.kind)) issues.push({ path, code: 'party_kind' });
  };
  await examine('sellerId', sideKinds);
  await examine('buyerId', sideKinds);
  await examine('brokerId', ['BROKER_FIRM']);
  const isOwn = tx.actor.kind === 'SYSTEM' || [parties.sellerId, parties.buyerId].includes(tx.actor.organisationId ?? '');
  if (!isOwn) issues.push({ path: 'sellerId', code: 'not_own_side' });
  if (parties.achievementId && (await tx.see(Achievement, parties.achievementId)).organisationId !== parties.sellerId)
    issues.push({ path: 'achievementId', code: 'not_of_seller' });
  if (parties.demandId) {
    const demand = await tx.see(Demand, parties.demandId);
    // Of an anonymous demand nobody finds out by trying whose it is.
    const isKnown = !demand.anonymous || demand.organisationId === tx.actor.organisationId || tx.actor.kind === 'SYSTEM';
    if (!isKnown || demand.organisationId !== parties.buyerId) issues.push({ path: 'demandId', code: 'not_of_buyer' });
  }
  return issues;
}

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  checkClauses,
  ClauseKey,
  contractDocument,
  contractMachine,
  documentText,
  DomainError,
  next,
  type ContractClauses,
  type ContractDocument,
  type ContractTextDraft,
  type TextParty,
} from '@jihui/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import { ContractDrafting } from '../contracts/contract-drafting.service.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Region } from '../organisations/region.entity.js';
import { ContractText } from './contract-text.entity.js';
import type { ContractTextView } from './contract-text-types.js';
import { SignatureAuthority } from './signature-authority.js';
import { SignedCopy } from './signed-copy.entity.js';

export type WholeText = { contract: TechnologyContract; document: ContractDocument; text: string; sha256: string; clauses: ContractClauses };

/** The text of a contract: made of the register's fields and the clauses beside them, one revision with the contract. */
@Injectable()
export class ContractTexts {
  constructor(
    private readonly db: Db,
    private readonly drafting: ContractDrafting,
    private readonly signing: SignatureAuthority,
  ) {}

  /** The text with its questions, for whoever sees the contract. */
  async view(actor: Actor, contractId: string): Promise<ContractTextView> {
    const { contract, document, text, sha256, clauses } = await this.read(actor, contractId);
    const copies = visible(this.db.em.createQueryBuilder(SignedCopy, 's').where('s.contractId = :contractId', { contractId }), SignedCopy, actor);
    return {
      contractId,
      revision: contract.revision,
      name: document.name,
      parties: document.parties.map(({ label, party }) => ({ label, ...party })),
      articles: document.articles.map(({ heading, paragraphs, state }) => ({ heading, paragraphs, state })),
      text,
      sha256,
      clauses: ClauseKey.options.flatMap((key) => (clauses[key] ? [{ key, text: clauses[key] }] : [])),
      questions: checkClauses(contract.type, text).map(({ span, ...q }) => ({ ...q, start: span?.start ?? null, end: span?.end ?? null })),
      signedCopies: await copies.orderBy('s.createdAt', 'DESC').getMany(),
      signing: this.signing.describe(),
    };
  }

  /** The same for printing. */
  async read(actor: Actor, contractId: string): Promise<WholeText> {
    const query = this.db.em.createQueryBuilder(TechnologyContract, 'c').where('c.id = :contractId', { contractId });
    const contract = await visible(query, TechnologyContract, actor).getOne();
    if (!contract) throw new DomainError('NOT_FOUND');
    return this.compose(this.db.em, contract);
  }

  /** Saves fields and clauses together. Whatever changes takes both confirmations away, once. */
  async save(tx: Tx, ref: Ref & { version: number }, { clauses, ...content }: ContractTextDraft): Promise<TechnologyContract> {
    const row = await this.drafting.edit(tx, ref, content);
    const kept = await tx.em.findOneBy(ContractText, { contractId: row.id });
    const written = Object.fromEntries(Object.entries(clauses).filter(([, text]) => text)) as ContractClauses;
    if (isDeepStrictEqual(kept?.clauses ?? {}, written)) return row;
    if (row.version === ref.version) {
      row.status = next(contractMachine, row.status, 'edit');
      Object.assign(row, { revision: row.revision + 1, sellerConfirmedRevision: null, buyerConfirmedRevision: null });
      await tx.save(row);
    }
    if (kept) await tx.save(Object.assign(kept, { clauses: written }));
    else await tx.insert(ContractText, { contractId: row.id, clauses: written });
    await recordEdit(tx, 'contract.edited', row.id, ['clauses']);
    return row;
  }

  /** The text of a contract as it is in this transaction. */
  async compose(em: EntityManager, contract: TechnologyContract): Promise<WholeText> {
    const clauses = (await em.findOneBy(ContractText, { contractId: contract.id }))?.clauses ?? ({} as ContractClauses);
    const ids = [contract.sellerId, contract.buyerId, ...(contract.brokerId ? [contract.brokerId] : [])];
    const parties = await em.findBy(Organisation, { id: In(ids) });
    const places = await placesOf(em, parties.map((p) => p.regionCode));
    const partyOf = (id: string): TextParty => {
      const party = parties.find((p) => p.id === id);
      if (!party) throw new Error('a contract without one of its parties');
      return { name: party.name, uscc: party.uscc, place: places.get(party.regionCode) ?? '' };
    };
    const document = contractDocument({
      content: contract,
      clauses,
      seller: partyOf(contract.sellerId),
      buyer: partyOf(contract.buyerId),
      broker: contract.brokerId ? partyOf(contract.brokerId) : null,
      number: contract.registrationNo,
    });
    const text = documentText(document);
    return { contract, document, text, sha256: sha256(text), clauses };
  }
}

/** 河南省郑州市金水区: the names from the top of the tree down. */
async function placesOf(em: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const regions = new Map((await em.find(Region)).map((r) => [r.code, r]));
  const nameOf = (code: string | null): string => {
    const region = code ? regions.get(code) : undefined;
    return region ? `${nameOf(region.parentCode)}${region.name}` : '';
  };
  return new Map(codes.map((code) => [code, nameOf(code)]));
}

import { canonicalJson, contractFields, type ContractContent, type LedgerEvent } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import type { Ledger } from '../ledger/ledger.service.js';
import type { TechnologyContract } from './technology-contract.entity.js';

type Content = { [F in keyof ContractContent]?: ContractContent[F] | null } & Pick<TechnologyContract, 'sellerId' | 'buyerId' | 'brokerId'>;

/** SHA-256 of what was decided about: the text with its parties. Whoever has the contract can compute it again. */
export function contentHash(row: Content): string {
  const { sellerId, buyerId, brokerId } = row;
  const content = Object.fromEntries(contractFields.map((field) => [field, row[field] ?? null]));
  return sha256(canonicalJson({ ...content, sellerId, buyerId, brokerId }));
}

/** A decision about a contract goes into its branch's chain; before a branch has it there is nothing to enter. */
export function enterDecision(ledger: Ledger, tx: Tx, row: TechnologyContract, event: LedgerEvent): void {
  const { branchId, id, status, revision, totalAmount, techAmount, refusalCode, registrationNo } = row;
  if (!branchId) return;
  const facts = { status, revision, totalAmount, techAmount, refusalCode, contentHash: contentHash(row) };
  ledger.enter(tx, { branchId, event, subjectId: id, number: registrationNo, facts });
}

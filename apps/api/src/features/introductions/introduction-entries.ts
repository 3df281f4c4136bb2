import type { LedgerEvent } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import type { Ledger } from '../ledger/ledger.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { Introduction } from './introduction.entity.js';

/**
 * Who brought whom together, and when, in the chain of the supplier's branch: what a broker shows whom the parties later leave out. In
 * public the entry is a hash; the parties have the receipt that opens it.
 */
export async function enterIntroduction(ledger: Ledger, tx: Tx, row: Introduction, event: LedgerEvent): Promise<void> {
  const supplier = await tx.em.findOneBy(Organisation, { id: row.supplierId });
  if (!supplier?.branchId) return;
  const { id, status, requesterId, answererId, supplierId, demanderId, brokerId, demandId, achievementId } = row;
  const facts = { status, requesterId, answererId, supplierId, demanderId, brokerId, demandId, achievementId };
  ledger.enter(tx, {
    branchId: supplier.branchId,
    event,
    subjectId: id,
    number: null,
    facts: { ...facts, messageHash: sha256(row.message) },
  });
}

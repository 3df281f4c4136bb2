import type { LedgerEvent } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import type { Ledger } from '../ledger/ledger.service.js';
import type { PublicNotice } from './public-notice.entity.js';

/**
 * A step of a notice goes into the chain of the branch that the unit belongs to: what a leader has to prove years later (河南条例 Art 22) is
 * when which text was before whom. `said` is the text that the step made public or received; only its hash is kept.
 */
export function enterNotice(ledger: Ledger, tx: Tx, row: PublicNotice, event: LedgerEvent, said: string | null = null): void {
  const { branchId, id, status, round, price, lastDay } = row;
  if (!branchId) return;
  ledger.enter(tx, {
    branchId,
    event,
    subjectId: id,
    number: null,
    facts: { status, round, price, lastDay, sha256: said && sha256(said) },
  });
}

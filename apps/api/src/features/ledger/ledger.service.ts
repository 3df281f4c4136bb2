import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { detailText, type Canonical, type LedgerEvent } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';

/** A decision of a branch about a record. `facts` stay private; no names, no texts, no persons in them. */
export type Decision = {
  branchId: string;
  event: LedgerEvent;
  subjectId: string;
  number: string | null;
  facts: Record<string, Canonical>;
};

/** Writes the hash chain. */
@Injectable()
export class Ledger {
  /**
   * The decision becomes an entry of its branch's chain in this very transaction, as its last statement: whoever else decides in the
   * branch waits for one commit only. Entries of several times enter in the order of their times.
   */
  enter(tx: Tx, { branchId, event, subjectId, number, facts }: Decision): void {
    const details = { ...facts, branchId, subjectId, salt: randomBytes(16).toString('hex') };
    tx.atEnd(`ledger ${branchId} ${tx.now.toISOString()}`, async () => {
      // Chain, predecessor and hash are the trigger's work (migration 0110).
      await tx.em.query(
        `insert into ledger_entry (chain, at, event, number, detail, "subjectId", details)
         select coalesce("branchCode", id::text), $2, $3, $4, $5, $6, $7 from organisation where id = $1`,
        [branchId, tx.now, event, number, sha256(detailText(details)), subjectId, JSON.stringify(details)],
      );
    });
  }
}

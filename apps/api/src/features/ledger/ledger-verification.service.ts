import { Injectable } from '@nestjs/common';
import { detailText, LedgerCheck, type LedgerFault } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import { sha256 } from '../../platform/sha256.js';
import { readEverything, readHeads, readRoots } from './ledger-reading.js';

export type LedgerReport = { entries: number; chains: number; roots: number; faults: LedgerFault[] };

/** Computes the whole ledger again. */
@Injectable()
export class LedgerVerification {
  constructor(private readonly db: Db) {}

  /** Every entry with its private part, the heads and the roots, as they are at one moment; what is wrong is named. */
  async verify(): Promise<LedgerReport> {
    return this.db.source.transaction('REPEATABLE READ', async (em) => {
      const check = new LedgerCheck(sha256);
      const details: LedgerFault[] = [];
      for await (const page of readEverything(em)) {
        for (const entry of page) {
          check.entry(entry);
          const isWhole = sha256(detailText(entry.details)) === entry.detail && entry.details['subjectId'] === entry.subjectId;
          if (!isWhole) details.push({ code: 'DETAIL_CHANGED', chain: entry.chain, seq: entry.seq });
        }
      }
      for (const head of await readHeads(em)) check.head(head);
      const roots = await readRoots(em);
      for (const root of roots) check.root(root);
      return { entries: check.entries, chains: check.chains, roots: roots.length, faults: [...check.end(), ...details] };
    });
  }
}

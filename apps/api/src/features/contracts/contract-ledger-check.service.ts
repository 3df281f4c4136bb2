import { Injectable } from '@nestjs/common';
import type { LedgerFault } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../../platform/db/db.js';
import { contentHash } from './contract-entries.js';
import { TechnologyContract } from './technology-contract.entity.js';

const pageSize = 2000;
type Entered = { subjectId: string; number: string; hash: string };
export type RecordReport = { contracts: number; older: number; faults: LedgerFault[] };

/** Whether the records still say what the ledger says: every number has its entry, every entry its contract, with the content that was registered or last changed. */
@Injectable()
export class ContractLedgerCheck {
  constructor(private readonly db: Db) {}

  /** Compares contracts and entries as they are at one moment. */
  async compare(): Promise<RecordReport> {
    return this.db.source.transaction('REPEATABLE READ', async (em) => {
      const report: RecordReport = { contracts: 0, older: 0, faults: [] };
      const first = await firstNumbers(em);
      for (let after = ''; ; ) {
        const rows = await em
          .createQueryBuilder(TechnologyContract, 'c')
          .where('c.registrationNo > :after', { after })
          .orderBy('c.registrationNo')
          .limit(pageSize)
          .getMany();
        await compareRows(em, rows, first, report);
        after = rows.at(-1)?.registrationNo ?? '';
        if (rows.length < pageSize) break;
      }
      report.faults.push(...(await entriesWithoutRecord(em)));
      return report;
    });
  }
}

async function compareRows(em: EntityManager, rows: TechnologyContract[], first: Map<string, string>, report: RecordReport): Promise<void> {
  const entered: Entered[] = await em.query(
    `select distinct on ("subjectId") "subjectId", number, details->>'contentHash' as hash from ledger_entry
      where event in ('contract.registered', 'contract.changed') and "subjectId" = any($1) order by "subjectId", seq desc`,
    [rows.map((row) => row.id)],
  );
  const entries = new Map(entered.map((entry) => [entry.subjectId, entry]));
  for (const row of rows) {
    const number = row.registrationNo ?? '';
    const entry = entries.get(row.id);
    report.contracts++;
    if (!entry) {
      const opening = first.get(seriesOf(number));
      if (opening === undefined || number < opening) report.older++;
      else report.faults.push({ code: 'NO_ENTRY', subject: number });
    } else if (entry.number !== number || entry.hash !== contentHash(row)) report.faults.push({ code: 'CONTENT_CHANGED', subject: number });
  }
}

/** The first number of each branch and year that the ledger knows: what lies before is older than the ledger. */
async function firstNumbers(em: EntityManager): Promise<Map<string, string>> {
  const rows: { series: string; first: string }[] = await em.query(
    `select left(number, -6) as series, min(number) as first from ledger_entry where event = 'contract.registered' group by 1`,
  );
  return new Map(rows.map((row) => [row.series, row.first]));
}
const seriesOf = (number: string): string => number.slice(0, -6);

async function entriesWithoutRecord(em: EntityManager): Promise<LedgerFault[]> {
  const rows: { chain: string; seq: string; number: string }[] = await em.query(
    `select chain, seq, number from ledger_entry e where event = 'contract.registered'
        and not exists (select 1 from technology_contract c where c.id = e."subjectId" and c."registrationNo" = e.number) order by chain, seq limit 1000`,
  );
  return rows.map(({ chain, seq, number }) => ({ code: 'NO_RECORD', chain, seq: Number(seq), subject: number }));
}

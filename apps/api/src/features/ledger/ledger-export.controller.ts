import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { canonicalJson, DomainError, entryLine, ledgerFormat, rootLine, shanghaiDay } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { readEntries, readHeads, readRoots } from './ledger-reading.js';

/** A long ledger is some hundred megabytes: so many at a time per process, the next is asked to come back. */
const together = 2;

@Controller('exports')
export class LedgerExportController {
  private running = 0;
  constructor(private readonly db: Db) {}

  /** The public part of the whole ledger, for anybody who verifies it with ledger-verify.mjs. */
  @Allow('public.read')
  @Get('ledger.jsonl')
  async ledger(@Res() res: Response): Promise<void> {
    if (this.running >= together) throw new DomainError('TOO_MANY_REQUESTS');
    this.running++;
    try {
      res.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
      res.setHeader('cache-control', 'no-store');
      res.setHeader('content-disposition', `attachment; filename="jihui-ledger-${shanghaiDay(new Date())}.jsonl"`);
      // A reader who leaves half-way is no fault.
      await pipeline(Readable.from(this.lines()), res).catch(() => res.destroy());
    } finally {
      this.running--;
    }
  }

  private async *lines(): AsyncGenerator<string> {
    const { em } = this.db;
    // The roots first: whatever they cover is below the heads.
    const roots = await readRoots(em);
    const heads = await readHeads(em);
    yield `${canonicalJson({ format: ledgerFormat, hash: 'SHA-256' })}\n`;
    let entries = 0;
    for await (const page of readEntries(em, heads)) {
      entries += page.length;
      yield page.map((entry) => `${entryLine(entry)}\n`).join('');
    }
    yield roots.map((root) => `${rootLine(root)}\n`).join('');
    yield `${canonicalJson({ end: { entries, heads: heads.map((h) => ({ ...h })), roots: roots.length } })}\n`;
  }
}

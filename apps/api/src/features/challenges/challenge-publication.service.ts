import { Injectable } from '@nestjs/common';
import { type challengeAmendment, claimsCloseIssue, closingGraceMs, DomainError, shanghaiDay } from '@jihui/domain';
import type { z } from 'zod';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Challenge } from './challenge.entity.js';
import { ChallengeAmendment } from './challenge-amendment.entity.js';
import { takeStep } from './challenge-steps.js';

type Amendment = z.output<typeof challengeAmendment>;

/** 发榜, what is announced while claims come in, and the clock that ends it. */
@Injectable()
export class ChallengePublication {
  constructor(private readonly db: Db) {}

  /** Puts it on the board until the deadline; from here on text, criteria and weights are frozen. */
  async publish(tx: Tx, ref: Ref, claimsCloseAt: Date): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'publish');
    const issue = claimsCloseIssue(claimsCloseAt, tx.now, row);
    if (issue) throw new DomainError('INVALID_INPUT', { issues: [issue] });
    Object.assign(row, { publishedAt: tx.now, claimsCloseAt, number: await nextNumber(tx, row.branchId) });
    await tx.save(row);
    await tx.record('challenge.published', row.id, { number: row.number ?? '', claimsCloseAt: claimsCloseAt.toISOString() });
    return row;
  }

  /** 更正公告: a numbered text beside the item; the deadline moves only away. */
  async amend(tx: Tx, ref: Ref, { text, claimsCloseAt }: Amendment): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'amend');
    const later = claimsCloseAt ? new Date(claimsCloseAt) : null;
    const issue = later && claimsCloseIssue(later, tx.now, row, row.claimsCloseAt);
    if (issue) throw new DomainError('INVALID_INPUT', { issues: [issue] });
    const number = 1 + (await tx.em.countBy(ChallengeAmendment, { challengeId: row.id }));
    await tx.insert(ChallengeAmendment, {
      challengeId: row.id,
      number,
      text,
      closedAtBefore: later && row.claimsCloseAt,
      closesAtAfter: later,
    });
    if (later) row.claimsCloseAt = later;
    await tx.save(row);
    await tx.record('challenge.amended', row.id, { number, claimsCloseAt: later?.toISOString() ?? null });
    return row;
  }

  @Cron('* * * * *')
  async closeEveryMinute(): Promise<void> {
    await this.closeDue(new Date());
  }

  /** Ends the claims of every item whose deadline is past: sealed claims wait for their opening, none means 流榜. */
  async closeDue(now: Date): Promise<number> {
    const due = await this.db.em
      .createQueryBuilder(Challenge, 'c')
      .select(['c.id'])
      .where(`c.status = 'CLAIM_OPEN' and c."claimsCloseAt" < :latest`, { latest: new Date(now.getTime() - closingGraceMs) })
      .getMany();
    for (const { id } of due) await this.db.run(system, (tx) => this.close(tx, id), { now });
    return due.length;
  }

  /** The lock comes before the count: a claim that is being written is waited for, and counted. */
  async close(tx: Tx, id: string): Promise<void> {
    await tx.lock(Challenge, { id }, 'challenge.clock');
    const [found]: { claims: number }[] = await tx.em.query(
      `select count(*)::int as claims from claim where "challengeId" = $1 and status = 'SEALED'`,
      [id],
    );
    const claims = found?.claims ?? 0;
    const row = await takeStep(tx, { id }, claims ? 'closeClaims' : 'expire');
    row.claimCount = claims;
    await tx.save(row);
    if (claims) await tx.record('challenge.claimsClosed', id, { claims });
    else await tx.record('challenge.noClaim', id, {});
  }
}

/** JB-ZZ-2026-0007: by branch and year, in the order of publication. */
async function nextNumber(tx: Tx, branchId: string | null): Promise<string> {
  const branch = branchId && (await tx.em.findOneBy(Organisation, { id: branchId }));
  if (!branch || !branch.branchCode) throw new DomainError('NO_BRANCH');
  const start = `JB-${branch.branchCode}-${shanghaiDay(tx.now).slice(0, 4)}-`;
  await tx.em.query(`select pg_advisory_xact_lock(hashtext('challenge number'))`);
  const [last]: { number: string | null }[] = await tx.em.query(
    'select max(number) as number from challenge where starts_with(number, $1)',
    [start],
  );
  return `${start}${String(Number(last?.number?.slice(start.length) ?? 0) + 1).padStart(4, '0')}`;
}

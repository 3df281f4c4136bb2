import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { claimIssues, DomainError, isInTime, shanghaiDay, type ClaimContent } from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/db/tx.js';
import { ChallengeKey } from './challenge-key.entity.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';
import { claimContext, digestOf, seal } from './sealing.js';

/** 揭榜: claims come in sealed. `tx.now` is the moment at which the server received the request. */
@Injectable()
export class ClaimSealing {
  /** Seals a claim, or puts a new one in the place of the organisation's earlier one. */
  async submit(tx: Tx, challengeId: string, content: ClaimContent): Promise<Claim> {
    const challenge = await this.open(tx, challengeId);
    const issues = claimIssues(content, challenge);
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const organisationId = tx.actor.organisationId ?? '';
    const [first, second] = await tx.em.find(ChallengeKey, { where: { challengeId }, order: { position: 'ASC' } });
    if (!first || !second) throw new Error(`challenge ${challengeId} is open without two keys`);
    const old = await this.own(tx, challengeId);
    const id = old?.id ?? randomUUID();
    const envelope = await seal(
      JSON.stringify(content),
      [first.publicKey, second.publicKey],
      claimContext({ id, challengeId, organisationId }),
    );
    const digest = digestOf(envelope);
    const values = { status: 'SEALED' as const, submittedAt: tx.now, envelope, digest, createdBy: tx.actor.userId };
    const row = old
      ? await tx.save(Object.assign(old, values))
      : await tx.insert(Claim, {
          id,
          challengeId,
          organisationId,
          ...values,
          content: null,
          refusalReason: null,
          result: null,
          outcomeReason: null,
        });
    await tx.record(old ? 'claim.replaced' : 'claim.sealed', row.id, { digest });
    return row;
  }

  /** Takes it back before the deadline. */
  async retract(tx: Tx, challengeId: string): Promise<Claim> {
    await this.open(tx, challengeId);
    const row = await this.own(tx, challengeId);
    if (row?.status !== 'SEALED') throw new DomainError('NOT_FOUND');
    await tx.save(Object.assign(row, { status: 'RETRACTED', envelope: null }));
    await tx.record('claim.retracted', row.id, {});
    return row;
  }

  /** Held against the closing, which waits for every claim that is being written; claims do not wait for each other. */
  private async open(tx: Tx, id: string): Promise<Challenge> {
    tx.demand('claim.write');
    const challenge = await tx.see(Challenge, id);
    await tx.em.query('select 1 from challenge where id = $1 for share', [id]);
    const now = await tx.em.findOneByOrFail(Challenge, { id });
    if (challenge.organisationId === tx.actor.organisationId)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'organisation', code: 'own_claim' }] });
    if (!tx.actor.organisationVerified) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    const until = await barredUntil(tx.em, tx.actor.organisationId, shanghaiDay(tx.now));
    if (until) throw new DomainError('BARRED', { until });
    const { claimsCloseAt } = now;
    if (now.status !== 'CLAIM_OPEN' || !claimsCloseAt || !isInTime(tx.now, claimsCloseAt))
      throw new DomainError('CLAIMS_CLOSED', { deadline: claimsCloseAt?.toISOString() ?? '', receivedAt: tx.now.toISOString() });
    return now;
  }

  private own(tx: Tx, challengeId: string): Promise<Claim | null> {
    return tx.em
      .createQueryBuilder(Claim, 'c')
      .where('c.challengeId = :challengeId and c.organisationId = :org', { challengeId, org: tx.actor.organisationId })
      .setLock('pessimistic_write')
      .getOne();
  }
}

/** The last day of a bar that holds on that day (失信名单); null when none does. */
export async function barredUntil(em: EntityManager, organisationId: string | null, day: string): Promise<string | null> {
  const [bar]: { until: string | null }[] = await em.query(
    `select max(until)::text as until from challenge_bar where "organisationId" = $1 and until >= $2`,
    [organisationId, day],
  );
  return bar?.until ?? null;
}

/**
 * The first of a consortium against whom a bar holds on that day. Partners are known by their names alone, and only once the claim is opened: whoever
 * claims is not told who else is barred.
 */
export async function barredMember(em: EntityManager, leadId: string, partners: readonly { name: string }[], day: string): Promise<{ name: string; until: string } | null> {
  const [barred]: { name: string; until: string }[] = await em.query(
    `select o.name, max(b.until)::text as until from challenge_bar b join organisation o on o.id = b."organisationId"
      where (o.id = $1 or o.name = any($2)) and b.until >= $3 group by o.name order by o.name limit 1`,
    [leadId, partners.map((p) => p.name), day],
  );
  return barred ?? null;
}

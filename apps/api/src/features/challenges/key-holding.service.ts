import { Injectable } from '@nestjs/common';
import { claimContent, DomainError, parse, passPhraseGiven } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ChallengeKey } from './challenge-key.entity.js';
import { takeStep } from './challenge-steps.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';
import { claimContext, halfOf, makeHolderKey, unseal, unwrapKey } from './sealing.js';

const keyContext = (challengeId: string, holderId: string): string => `${challengeId} ${holderId}`;

/** The two persons who open the claims together (docs/adr/0006). Neither the database nor one of them reads a claim before. */
@Injectable()
export class KeyHolding {
  constructor(private readonly config: Config) {}

  /** An operator takes one of the two keys, under a pass phrase that only he knows. A lower `cost` of scrypt is for demo data, whose pass phrase is no secret. */
  async take(tx: Tx, ref: Ref, given: string, cost = this.config.get('PASSWORD_COST')): Promise<Challenge> {
    const { passPhrase } = parse(passPhraseGiven, { passPhrase: given });
    const row = await tx.lock(Challenge, ref, 'challenge.hold');
    const keys = await tx.em.findBy(ChallengeKey, { challengeId: row.id });
    await takeStep(tx, ref, 'holdKey', { keyHolders: keys.length });
    const holderId = tx.actor.userId;
    if (!holderId) throw new DomainError('FORBIDDEN');
    if (keys.some((k) => k.holderId === holderId)) throw new DomainError('SAME_REVIEWER');
    const key = await makeHolderKey(passPhrase, cost, keyContext(row.id, holderId));
    await tx.insert(ChallengeKey, {
      challengeId: row.id,
      holderId,
      holderName: tx.actor.name,
      position: keys.length + 1,
      ...key,
      halves: null,
      givenAt: null,
    });
    await tx.save(row);
    await tx.record('challenge.keyTaken', row.id, {});
    return row;
  }

  /** A holder gives his half after the deadline. The first waits for the second; with the second the claims are opened. */
  async give(tx: Tx, ref: Ref, passPhrase: string): Promise<Challenge> {
    const locked = await tx.lock(Challenge, ref, 'challenge.hold');
    const keys = await tx.em.find(ChallengeKey, { where: { challengeId: locked.id }, order: { position: 'ASC' } });
    const mine = keys.find((k) => k.holderId === tx.actor.userId);
    if (!mine) throw new DomainError('FORBIDDEN');
    const isSecond = keys.some((k) => k !== mine && k.givenAt !== null);
    const row = await takeStep(tx, ref, isSecond ? 'open' : 'giveKey', { halves: isSecond ? 2 : 1 });
    if (mine.givenAt) throw new DomainError('ALREADY_CONFIRMED');
    const key = await unwrapKey(mine.wrapped, passPhrase, keyContext(row.id, mine.holderId));
    const claims = await tx.em.findBy(Claim, { challengeId: row.id, status: 'SEALED' });
    mine.halves = Object.fromEntries(claims.flatMap((c) => (c.envelope ? [[c.id, halfOf(key, c.envelope)]] : [])));
    mine.givenAt = tx.now;
    await tx.save(mine);
    if (isSecond) {
      for (const claim of claims) await this.unsealClaim(tx, claim, keys);
      row.openedAt = tx.now;
    }
    await tx.save(row);
    await tx.record('challenge.keyGiven', row.id, {});
    if (isSecond) await tx.record('challenge.opened', row.id, { claims: claims.length, holders: keys.map((k) => k.holderName) });
    return row;
  }

  /** A claim that does not open (its envelope was changed in the database) is refused by name, and holds up no other. */
  private async unsealClaim(tx: Tx, claim: Claim, [first, second]: ChallengeKey[]): Promise<void> {
    const halves = [first?.halves?.[claim.id], second?.halves?.[claim.id]] as const;
    const text = claim.envelope && halves[0] && halves[1] ? unseal(claim.envelope, [halves[0], halves[1]], claimContext(claim)) : null;
    if (text === null) Object.assign(claim, { status: 'REFUSED', refusalReason: '密文校验未通过，无法开启：内容在提交后被改动。' });
    else Object.assign(claim, { status: 'OPENED', content: claimContent.parse(JSON.parse(text)) });
    await tx.save(claim);
  }
}

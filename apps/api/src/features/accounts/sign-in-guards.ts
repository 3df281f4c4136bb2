import { Injectable } from '@nestjs/common';
import { addressLockout, countFailure, DomainError, lockout, minutesLocked } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { sha256 } from '../../platform/sha256.js';
import { SignInGuard } from './sign-in-guard.entity.js';

const mailKey = (email: string): string => `mail:${sha256(email)}`;
const addressKey = (ip: string): string => `address:${sha256(ip)}`;

/** Counts failed sign-ins per mail and per network address, in the database, so that all API processes count together. */
@Injectable()
export class SignInGuards {
  constructor(private readonly db: Db) {}

  /** Refuses while the mail or the address is locked, before any costly work. */
  async refuseLocked(email: string, ip: string): Promise<void> {
    const rows = await this.db.em.findBy(SignInGuard, [{ key: mailKey(email) }, { key: addressKey(ip) }]);
    const now = new Date();
    const byKey = (key: string) => rows.find((r) => r.key === key) ?? null;
    const minutes = minutesLocked(byKey(mailKey(email)), now);
    if (minutes > 0) throw new DomainError('ACCOUNT_LOCKED', { minutes });
    if (minutesLocked(byKey(addressKey(ip)), now) > 0) throw new DomainError('TOO_MANY_REQUESTS');
  }

  /** Minutes that the mail is locked, with its counter held until the transaction ends: guesses made in parallel are counted one by one. */
  async holdMail(tx: Tx, email: string): Promise<number> {
    return minutesLocked(await this.hold(tx, mailKey(email)), tx.now);
  }

  /** Counts a failure. Gives the minutes for which the mail is now locked, 0 if it is not. */
  async failed(tx: Tx, email: string, ip: string): Promise<number> {
    const mail = countFailure(await this.hold(tx, mailKey(email)), tx.now, lockout);
    await tx.em.update(SignInGuard, { key: mailKey(email) }, mail);
    const address = countFailure(await this.hold(tx, addressKey(ip)), tx.now, addressLockout);
    await tx.em.update(SignInGuard, { key: addressKey(ip) }, address);
    return minutesLocked(mail, tx.now);
  }

  /** Forgets the mail's failures: the person has proved who he is. */
  async succeeded(tx: Tx, email: string): Promise<void> {
    await tx.em.update(SignInGuard, { key: mailKey(email) }, { failures: 0, lockedUntil: null });
  }

  @Cron('50 19 * * *')
  async forgetOld(): Promise<void> {
    await this.db.em.query(`delete from sign_in_guard where "lastFailureAt" < now() - interval '1 day'`);
  }

  private async hold(tx: Tx, key: string): Promise<SignInGuard> {
    await tx.em.query('insert into sign_in_guard (key, failures, "lastFailureAt") values ($1, 0, $2) on conflict (key) do nothing', [
      key,
      tx.now,
    ]);
    return tx.em.createQueryBuilder(SignInGuard, 'g').where('g.key = :key', { key }).setLock('pessimistic_write').getOneOrFail();
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { sessionLife, type Role, type OrganisationKind } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { sha256 } from '../../platform/sha256.js';
import { Session } from './session.entity.js';
import type { Browser, Opened } from './entry.js';
import { User } from './user.entity.js';

const hour = 3_600_000;
export const hashToken = (token: string): string => sha256(token);

type Row = {
  sessionId: string;
  lastSeenAt: Date;
  userId: string;
  name: string;
  roles: Role[];
  organisationId: string;
  organisationName: string;
  kind: OrganisationKind;
  status: string;
};

@Injectable()
export class SessionsService extends ActorSource {
  constructor(private readonly db: Db) {
    super();
  }

  /**
   * Opens a session for a person who has proved who he is: the transaction's actor. The token goes into the cookie and nowhere else.
   * The browser's former session ends, whoever it belonged to.
   */
  async enter(tx: Tx, user: User, browser: Browser): Promise<Opened> {
    if (browser.sessionToken) await tx.em.delete(Session, { tokenHash: hashToken(browser.sessionToken) });
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(tx.now.getTime() + sessionLife.days * 24 * hour);
    const userAgent = browser.userAgent.slice(0, 200);
    const session = await tx.insert(Session, {
      userId: user.id,
      tokenHash: hashToken(token),
      lastSeenAt: tx.now,
      expiresAt,
      ip: browser.ip,
      userAgent,
    });
    // Not a change that anybody's version should notice.
    await tx.em.update(User, { id: user.id }, { lastSignedInAt: tx.now });
    user.lastSignedInAt = tx.now;
    await tx.record('account.signedIn', user.id, { ip: browser.ip });
    return { token, expiresAt, actor: { ...tx.actor, sessionId: session.id } };
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.em.delete(Session, { id: sessionId });
  }

  /** Ends the person's sessions, except one; gives their number. */
  async endAll(tx: Tx, userId: string, exceptId: string | null = null): Promise<number> {
    const { affected } = await tx.em.delete(Session, { userId, ...(exceptId ? { id: Not(exceptId) } : {}) });
    return affected ?? 0;
  }

  async actorOf(token: string, ip: string): Promise<Actor | null> {
    const [row]: Row[] = await this.db.em.query(
      `select s.id as "sessionId", s."lastSeenAt", u.id as "userId", u.name, u.roles, o.id as "organisationId", o.name as "organisationName", o.kind, o.status
         from session s join app_user u on u.id = s."userId" join organisation o on o.id = u."organisationId"
        where s."tokenHash" = $1 and s."expiresAt" > now() and s."lastSeenAt" > now() - make_interval(hours => $2) and not u.disabled`,
      [hashToken(token), sessionLife.idleHours],
    );
    if (!row) return null;
    // Once a minute is enough to know that a session is alive.
    if (Date.now() - row.lastSeenAt.getTime() > 60_000)
      await this.db.em.query('update session set "lastSeenAt" = now() where id = $1', [row.sessionId]);
    return {
      kind: 'PERSON',
      userId: row.userId,
      sessionId: row.sessionId,
      name: row.name,
      organisationId: row.organisationId,
      organisationName: row.organisationName,
      organisationKind: row.kind,
      organisationVerified: row.status === 'VERIFIED',
      roles: row.roles,
      ip,
    };
  }

  @Cron('40 19 * * *')
  async forgetExpired(): Promise<void> {
    await this.db.em.query('delete from session where "expiresAt" < now() or "lastSeenAt" < now() - make_interval(hours => $1)', [
      sessionLife.idleHours,
    ]);
  }
}

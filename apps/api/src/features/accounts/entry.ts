import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { sessionCookie } from '../../platform/auth/actor-source.js';
import type { GqlContext } from '../../platform/auth/allow.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { Loaders } from '../../platform/graphql/loaders.js';

/** A session that was just opened: what the cookie needs, and who acts from now on. */
export type Opened = { token: string; expiresAt: Date; actor: Actor };
export type Browser = { ip: string; userAgent: string; sessionToken: string | null };

export function browserOf({ req }: GqlContext): Browser {
  return { ip: req.actor.ip, userAgent: req.get('user-agent') ?? '', sessionToken: req.sessionToken ?? null };
}

/** Lets a person in and out: the session cookie, and the actor for the rest of the same request. */
@Injectable()
export class Entry {
  constructor(
    private readonly config: Config,
    private readonly db: Db,
  ) {}

  enter(context: GqlContext, opened: Opened): void {
    context.res.cookie(sessionCookie, opened.token, { ...this.attributes(), expires: opened.expiresAt });
    context.req.actor = opened.actor;
    context.actor = opened.actor;
    context.loaders = new Loaders(this.db.em, opened.actor);
  }

  leave(context: GqlContext): void {
    context.res.clearCookie(sessionCookie, this.attributes());
  }

  private attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.config.get('COOKIE_SECURE'), path: '/' } as const;
  }
}

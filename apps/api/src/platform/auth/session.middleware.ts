import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { anonymous } from './actor.js';
import { ActorSource, sessionCookie } from './actor-source.js';
import type { AppRequest } from './allow.js';

/** Puts the actor on every request, from the session cookie. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(private readonly source: ActorSource) {}

  async use(req: AppRequest, _res: Response, next: NextFunction): Promise<void> {
    const cookies: Record<string, unknown> = req.cookies ?? {};
    const token = cookies[sessionCookie];
    // IPv4 reaches a dual-stack socket in IPv6 clothes.
    const ip = (req.ip ?? '').replace(/^::ffff:/, '');
    try {
      const actor = typeof token === 'string' && token ? await this.source.actorOf(token, ip) : null;
      req.actor = actor ?? anonymous(ip);
      if (actor && typeof token === 'string') req.sessionToken = token;
      next();
    } catch (error) {
      next(error);
    }
  }
}

import type { Actor } from './actor.js';

export const sessionCookie = 'jihui_session';

/** Finds the person behind a session token; the feature that keeps accounts provides it. */
export abstract class ActorSource {
  abstract actorOf(token: string, ip: string): Promise<Actor | null>;
}

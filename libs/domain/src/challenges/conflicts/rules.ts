import { z } from 'zod';
import type { ChallengeRuleRow } from '../dated.js';
import type { ConflictRelation } from './relations.js';

/** BLOCK: may not take part. DECLARE: must be declared, and the secretary decides. */
export const ConflictSeverity = z.enum(['BLOCK', 'DECLARE']).meta({ id: 'ConflictSeverity' });
export type ConflictSeverity = z.infer<typeof ConflictSeverity>;
/** Whose impartiality: a reviewer's, the operator's staff's, or the owner's towards who claims his challenge. */
export const ConflictSubject = z.enum(['REVIEWER', 'STAFF', 'OWNER']).meta({ id: 'ConflictSubject' });
export type ConflictSubject = z.infer<typeof ConflictSubject>;

export const ConflictCode = z
  .enum([
    'NAMED_IN_BID',
    'SAME_UNIT',
    'FORMER_UNIT',
    'GROUP',
    'AFFILIATION',
    'LEGAL_REPRESENTATIVE',
    'KIN',
    'CO_INVENTOR',
    'CO_AUTHOR',
    'CO_PROJECT',
    'SUPERVISOR',
    'ARGUED',
    'OWNER_STAFF',
    'DECLARED',
    'OWNER_LEADS',
    'OWNER_JOINS',
  ])
  .meta({ id: 'ConflictCode' });
export type ConflictCode = z.infer<typeof ConflictCode>;

/**
 * A stretch of a path: relations read along their direction or against it, once or as often as they go on. It counts while it holds; with `years`
 * also if it ended at most so many years ago; with `ended` only then.
 */
export type ConflictStep = {
  relations: readonly ConflictRelation[];
  way: 'ALONG' | 'AGAINST';
  often: 'ONCE' | 'ANY';
  years?: number;
  ended?: boolean;
};

/** A kind of conflict as data: a path of one of these shapes from the subject to a bid. CHALLENGE widens it to the bids that compete with that bid. */
export type ConflictRule = ChallengeRuleRow & {
  code: ConflictCode;
  subject: ConflictSubject;
  severity: ConflictSeverity;
  scope: 'BID' | 'CHALLENGE';
  paths: readonly (readonly ConflictStep[])[];
};

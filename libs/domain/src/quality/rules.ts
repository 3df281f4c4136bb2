import { z } from 'zod';
import { reasonGiven } from '../reason.js';

/** Why two items are shown beside each other: a text written again, one that stands in the other, the same title of one owner, an equal patent number. */
export const DuplicateGround = z.enum(['NEAR', 'PART', 'TITLE', 'PATENT']).meta({ id: 'DuplicateGround' });
export type DuplicateGround = z.infer<typeof DuplicateGround>;

export const DuplicateVerdict = z.enum(['SAME', 'DIFFERENT']).meta({ id: 'DuplicateVerdict' });
export type DuplicateVerdict = z.infer<typeof DuplicateVerdict>;
/** 同一项 or 不同, and why. */
export const duplicateDecision = reasonGiven.extend({ verdict: DuplicateVerdict }).meta({ id: 'DuplicateDecisionInput' });
export type DuplicateDecision = z.output<typeof duplicateDecision>;

/** What keeps an item from being good. Those of the first list follow from its content, the others from the day and from other records. */
export const contentProblems = ['MISSING', 'VAGUE', 'NO_TRL_EVIDENCE'] as const;
export const QualityProblem = z
  .enum([...contentProblems, 'DUE', 'HIDDEN', 'DUPLICATE', 'DOUBLE', 'PATENT_ENDED', 'PATENT_ENDING'])
  .meta({ id: 'QualityProblem' });
export type QualityProblem = z.infer<typeof QualityProblem>;
export type ContentProblem = (typeof contentProblems)[number];

import { z } from 'zod';

/** 指标: every count that a page shows is one of these, and opens to exactly the records that it counts. */
export const MetricCode = z
  .enum(['PUBLISHED_ACHIEVEMENTS', 'PENDING_CONVERSION', 'PUBLISHED_DEMANDS', 'MEMBERS', 'REGISTERED_CONTRACTS', 'REGISTERED_AMOUNT'])
  .meta({ id: 'MetricCode' });
export type MetricCode = z.infer<typeof MetricCode>;
export const MetricUnit = z.enum(['RECORDS', 'FEN']).meta({ id: 'MetricUnit' });
export type MetricUnit = z.infer<typeof MetricUnit>;

/** 指标说明: where a number stands, and so who reads it. */
export const MetricGroup = z.enum(['PUBLIC', 'QUALITY', 'TASK']).meta({ id: 'MetricGroup' });
export type MetricGroup = z.infer<typeof MetricGroup>;

/** What may wait for a person. */
export const TaskCode = z
  .enum([
    'ACHIEVEMENTS_TO_RELEASE',
    'ACHIEVEMENTS_RETURNED',
    'DEMANDS_TO_PUBLISH',
    'DEMANDS_RETURNED',
    'DUPLICATES_TO_JUDGE',
    'ORGANISATIONS_TO_VERIFY',
    'INTRODUCTIONS_TO_ANSWER',
    'TERM_SHEETS_TO_CONFIRM',
    'MANDATES_TO_ANSWER',
    'NDAS_TO_ANSWER',
    'NDAS_TO_ACCEPT',
    'CONTRACTS_TO_CONFIRM',
    'CONTRACTS_TO_SUBMIT',
    'CONTRACTS_TO_CORRECT',
    'CONTRACTS_TO_ACCEPT',
    'CONTRACTS_FIRST_REVIEW',
    'CONTRACTS_SECOND_REVIEW',
    'MATTERS_TO_AGREE',
    'MATTERS_RETURNED',
    'MATTERS_TO_EXAMINE',
    'MATTERS_TO_DECIDE',
    'CHALLENGES_RETURNED',
    'CHALLENGES_TO_AGREE',
    'CHALLENGE_QUESTIONS_TO_ANSWER',
    'CHALLENGES_TO_OPEN',
    'CHALLENGE_MEETINGS_AHEAD',
    'CHALLENGE_MINUTES_TO_CONFIRM',
    'CHALLENGE_INTENTIONS_TO_SIGN',
    'CHALLENGE_MEETINGS_OPEN',
    'CHALLENGES_TO_SCREEN',
    'CHALLENGES_TO_DECIDE',
    'CHALLENGES_TO_SCORE',
    'CHALLENGE_TASKS_OPEN',
    'CHALLENGE_TASKS_TO_CHECK',
    'DEAD_JOBS',
  ])
  .meta({ id: 'TaskCode' });
export type TaskCode = z.infer<typeof TaskCode>;

/** What is new for a person since the last days. */
export const NewsCode = z.enum(['MATCHES', 'INTRODUCTION_ANSWERS', 'MESSAGES', 'CONTRACTS_DECIDED']).meta({ id: 'NewsCode' });
export type NewsCode = z.infer<typeof NewsCode>;

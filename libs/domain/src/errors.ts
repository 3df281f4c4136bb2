/** Every refusal that the system can give. The sentence for a person lives in the web app, one per code; without it the web app does not compile. */
export const errorCodes = [
  'INVALID_INPUT',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'NOT_FOUND',
  'STALE',
  'ILLEGAL_TRANSITION',
  'ALREADY_EXISTS',
  'WRONG_CREDENTIALS',
  'ACCOUNT_LOCKED',
  'ACCOUNT_DISABLED',
  'LINK_EXPIRED',
  'LAST_ADMINISTRATOR',
  'ORGANISATION_NOT_VERIFIED',
  'SAME_REVIEWER',
  'CANNOT_TAKE',
  'ALL_AWAY',
  'OWN_ORGANISATION',
  'NOT_CONFIRMED',
  'ALREADY_CONFIRMED',
  'BROKER_UNNAMED',
  'STEP_NOT_READY',
  'MATTER_OPEN',
  'EXPERTS_MISSING',
  'NOTICE_RUNNING',
  'CLAIMS_CLOSED',
  'BARRED',
  'WRONG_PASS_PHRASE',
  'NO_BRANCH',
  'HAS_DEPENDANTS',
  'FILE_TOO_LARGE',
  'FILE_TYPE',
  'FILE_UNREADABLE',
  'FILE_NOT_MARKABLE',
  'NDA_NEEDED',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One wrong value: where it stands, what is wrong (a zod issue code or one of ours), and the figures of the rule. */
export type Issue = { path: string; code: string; params?: Record<string, string | number> };
export type ErrorParams = { issues?: Issue[] } & Record<string, string | number | undefined | Issue[]>;

/** A refusal by a rule of the business. Thrown, never returned: inside a transaction a throw is what rolls back. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

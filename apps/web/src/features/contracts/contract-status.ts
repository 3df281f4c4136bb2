import type { ContractFlag, ContractStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `contracts:status.*`. */
export const contractTone: Record<ContractStatus, Tone> = {
  DRAFT: 'neutral',
  CONFIRMED: 'active',
  SUBMITTED: 'active',
  ACCEPTED: 'active',
  FIRST_REVIEW: 'active',
  EXPERT_REVIEW: 'active',
  SECOND_REVIEW: 'active',
  RETURNED: 'attention',
  REGISTERED: 'good',
  PERFORMED: 'good',
  DEREGISTERED: 'neutral',
  REVOKED: 'bad',
  REFUSED: 'bad',
  CANCELLED: 'neutral',
};
/** Flags about the last day are told by the day itself. */
export const flagTone: Partial<Record<ContractFlag, Tone>> = {
  RESUBMITTED: 'attention',
  LARGE_AMOUNT: 'attention',
  TAKEN_BY_ME: 'active',
  TAKEN_BY_OTHER: 'neutral',
  MY_FIRST_REVIEW: 'neutral',
};

/** What the list can be narrowed to, by the name in the address. */
export const views = {
  all: [],
  drafting: ['DRAFT', 'CONFIRMED'],
  inReview: ['SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'EXPERT_REVIEW', 'SECOND_REVIEW'],
  returned: ['RETURNED'],
  registered: ['REGISTERED', 'PERFORMED'],
  ended: ['DEREGISTERED', 'REVOKED', 'REFUSED', 'CANCELLED'],
} as const satisfies Record<string, readonly ContractStatus[]>;
export type View = keyof typeof views | 'waiting';

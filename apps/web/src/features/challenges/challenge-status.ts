import type { ChallengeStatus, ClaimStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `challenges:status.*`. */
export const challengeTone: Record<ChallengeStatus, Tone> = {
  DRAFT: 'neutral',
  COLLECTING: 'active',
  SCREENED: 'active',
  ARGUED: 'active',
  APPROVED: 'active',
  CLAIM_OPEN: 'good',
  CLAIM_CLOSED: 'attention',
  OPENED: 'active',
  QUALIFIED: 'active',
  REVIEW: 'active',
  DECIDED: 'active',
  NOTICE: 'attention',
  AWARDED: 'good',
  RUNNING: 'active',
  ACCEPTED: 'good',
  FAILED_WITH_DILIGENCE: 'attention',
  NO_CLAIM: 'neutral',
  WITHDRAWN: 'neutral',
  TERMINATED: 'bad',
};
export const claimTone: Record<ClaimStatus, Tone> = {
  SEALED: 'active',
  RETRACTED: 'neutral',
  OPENED: 'active',
  QUALIFIED: 'active',
  REFUSED: 'bad',
  WON: 'good',
  LOST: 'neutral',
};

import type { MandateStatus, NegotiationStatus, NegotiationStep } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `negotiations:status.*`. */
export const negotiationTone: Record<NegotiationStatus, Tone> = { OPEN: 'active', AGREED: 'good', CLOSED: 'neutral' };
export const mandateTone: Record<MandateStatus, Tone> = { GRANTED: 'attention', ACCEPTED: 'good', DECLINED: 'bad', WITHDRAWN: 'neutral', LAPSED: 'neutral' };
/** Steps that wait for the reader stand out in a list. */
export const stepTone: Record<NegotiationStep, Tone> = {
  FILL_TERM_SHEET: 'attention',
  CONFIRM_TERM_SHEET: 'attention',
  AWAIT_OTHER_SIDE: 'neutral',
  DRAFT_CONTRACT: 'attention',
  OPEN_CONTRACT: 'neutral',
  FOLLOW: 'neutral',
  NONE: 'neutral',
};

import type { IntroductionStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `introductions:status.*`. */
export const introductionTone: Record<IntroductionStatus, Tone> = {
  REQUESTED: 'attention',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
};

import type { AchievementStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `achievements:status.*`. */
export const achievementTone: Record<AchievementStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'active',
  PUBLISHED: 'good',
  WITHDRAWN: 'attention',
  CLOSED: 'neutral',
};

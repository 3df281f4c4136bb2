import type { PublicNoticeStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `notices:status.*`. */
export const noticeTone: Record<PublicNoticeStatus, Tone> = {
  DRAFT: 'neutral',
  RUNNING: 'active',
  FROZEN: 'attention',
  ENDED: 'good',
  WITHDRAWN: 'bad',
};

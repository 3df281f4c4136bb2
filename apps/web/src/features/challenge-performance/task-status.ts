import type { ChallengeTaskStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `challengeTasks:status.*`. */
export const taskTone: Record<ChallengeTaskStatus, Tone> = {
  SIGNING: 'attention',
  RUNNING: 'active',
  FINAL_CHECK: 'active',
  ACCEPTED: 'good',
  CLOSED: 'good',
  DECLINED: 'neutral',
  ELIMINATED: 'neutral',
  EXEMPTED: 'attention',
  TERMINATED: 'bad',
};

import type { MemberStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `accounts:status.*`. */
export const memberTone: Record<MemberStatus, Tone> = { INVITED: 'active', ACTIVE: 'good', DISABLED: 'neutral' };

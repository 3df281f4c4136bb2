import type { NdaStatus, TierSubject } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of an agreement's state; the words are `tiers:status`. */
export const ndaTone: Record<NdaStatus, Tone> = {
  REQUESTED: 'attention',
  ACTIVE: 'good',
  DECLINED: 'neutral',
  CANCELLED: 'neutral',
  ENDED: 'neutral',
};

const folder: Record<TierSubject, string> = { ACHIEVEMENT: 'achievements', DEMAND: 'demands', NEGOTIATION: 'negotiations' };
export const subjectPath = (kind: TierSubject, id: string): string =>
  `/${folder[kind]}/${id}${kind === 'NEGOTIATION' ? '?tab=confidential' : '#confidential'}`;

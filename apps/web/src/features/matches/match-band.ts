import type { MatchBand, MustHaveVerdict } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each band; its word is `matches:band.*`. */
export const bandTone: Record<MatchBand, Tone> = { STRONG: 'good', WORTH_A_LOOK: 'active' };
export const verdictTone: Record<MustHaveVerdict, Tone> = { MET: 'good', UNMET: 'bad', UNKNOWN: 'neutral' };

/** So many of a hundred such pairs experts would call strong or fairly strong. */
export const ofHundred = (score: number): number => Math.round(score * 100);

import { achievementDraft, formContent, type AchievementInput } from '@jihui/domain';
import { moneyRange } from '../../lib/money.js';
import type { Achievement } from './achievements.api.js';

export const emptyAchievement: AchievementInput = {
  title: '',
  summary: '',
  keywords: [],
  ipRights: [],
  transferModes: [],
  priceMode: 'NEGOTIABLE',
  team: [],
};

/** What the form holds of a record. */
export const contentOf = (achievement: Achievement): AchievementInput => formContent(achievementDraft, achievement);

/** The price in words; `negotiable` is the word for none. */
export function priceWords(a: Pick<AchievementInput, 'priceMode' | 'priceMin' | 'priceMax'>, negotiable: string): string {
  if (a.priceMode === 'NEGOTIABLE') return negotiable;
  return (a.priceMode === 'FIXED' ? moneyRange(a.priceMin, null) : moneyRange(a.priceMin, a.priceMax)) || negotiable;
}

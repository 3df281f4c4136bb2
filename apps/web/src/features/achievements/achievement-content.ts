import type { AchievementInput } from '@jihui/domain';
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
export function contentOf(a: Achievement): AchievementInput {
  return {
    title: a.title,
    summary: a.summary,
    keywords: a.keywords,
    techField: a.techField,
    discipline: a.discipline,
    chain: a.chain,
    trl: a.trl,
    ipRights: a.ipRights.map(({ kind, number, title, status }) => ({ kind, number, title, status })),
    transferModes: a.transferModes,
    priceMode: a.priceMode,
    priceMin: a.priceMin,
    priceMax: a.priceMax,
    team: a.team.map(({ name, title }) => ({ name, title })),
    contactName: a.contactName,
    contactPhone: a.contactPhone,
    ndaSummary: a.ndaSummary,
  };
}

/** The price in words; `negotiable` is the word for none. */
export function priceWords(a: Pick<AchievementInput, 'priceMode' | 'priceMin' | 'priceMax'>, negotiable: string): string {
  if (a.priceMode === 'NEGOTIABLE') return negotiable;
  return (a.priceMode === 'FIXED' ? moneyRange(a.priceMin, null) : moneyRange(a.priceMin, a.priceMax)) || negotiable;
}

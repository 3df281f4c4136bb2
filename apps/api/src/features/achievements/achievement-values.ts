import { achievementDraft, parsePatentNumber, pricesOf, recorded, type AchievementContent } from '@jihui/domain';
import type { Achievement } from './achievement.entity.js';

/** A form's content as the columns hold it: nothing given is null, patent numbers in their one form, prices as their mode means them. */
export function achievementValues(input: AchievementContent) {
  const content = recorded(achievementDraft, input);
  return {
    ...content,
    ...pricesOf(input),
    keywords: [...new Set(input.keywords)],
    transferModes: [...new Set(input.transferModes)],
    ipRights: input.ipRights.map(({ filedOn, ...r }) => ({
      ...r,
      number: (r.number && parsePatentNumber(r.number)?.number) || r.number || null,
      // Left out where it is not given, as in the rows from before it was asked for: saving one changes nothing.
      ...(filedOn ? { filedOn } : {}),
    })),
    team: input.team.map((m) => ({ ...m, title: m.title || null })),
  } satisfies Partial<Achievement>;
}

import { parsePatentNumber, pricesOf, type AchievementContent } from '@jihui/domain';
import type { Achievement } from './achievement.entity.js';

/** A form's content as the columns hold it: nothing given is null, patent numbers in their one form, prices as their mode means them. */
export function achievementValues(input: AchievementContent) {
  return {
    title: input.title,
    summary: input.summary,
    keywords: [...new Set(input.keywords)],
    techField: input.techField ?? null,
    discipline: input.discipline || null,
    chain: input.chain ?? null,
    trl: input.trl ?? null,
    ipRights: input.ipRights.map((r) => ({
      kind: r.kind,
      number: (r.number && parsePatentNumber(r.number)?.number) || r.number || null,
      title: r.title,
      status: r.status,
    })),
    transferModes: [...new Set(input.transferModes)],
    ...pricesOf(input),
    team: input.team.map((m) => ({ name: m.name, title: m.title || null })),
    contactName: input.contactName || null,
    contactPhone: input.contactPhone ?? null,
    ndaSummary: input.ndaSummary || null,
  } satisfies Partial<Achievement>;
}

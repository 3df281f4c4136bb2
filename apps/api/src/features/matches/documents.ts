import type { AchievementDocument, DemandDocument } from '@jihui/matching';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';

/** The text of a demand that is matched: title, problem and its own keywords. */
export function documentOfDemand(d: Demand): DemandDocument {
  return { id: d.id, ownerId: d.organisationId, title: d.title, text: [d.problem, ...d.keywords].join('\n') };
}

/** The text of an achievement that is matched: its public part alone. */
export function documentOfAchievement(a: Achievement): AchievementDocument {
  return { id: a.id, ownerId: a.organisationId, title: a.title, keywords: a.keywords, summary: a.summary };
}

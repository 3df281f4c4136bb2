import { fold, type AchievementDocument, type DemandDocument, type Synonyms } from '@jihui/matching';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';

// Words that are said besides stand apart from the text and from each other: a line break alone does not part two Han words.
const besides = (words: readonly string[]): string[] => words.map((word) => `。${word}。`);

/** The text of a demand that is matched: title, problem and its own keywords, and in other words what they say in those of the dictionary. */
export function documentOfDemand(d: Demand, synonyms: Synonyms): DemandDocument {
  const text = [d.problem, ...d.keywords];
  return { id: d.id, ownerId: d.organisationId, title: d.title, text: [...text, ...besides(synonyms.unsaid(fold([d.title, ...text].join('\n'))))].join('\n') };
}

/** The text of an achievement that is matched: its public part alone, with the dictionary's other words for it. */
export function documentOfAchievement(a: Achievement, synonyms: Synonyms): AchievementDocument {
  const unsaid = synonyms.unsaid(fold([a.title, ...a.keywords, a.summary].join('\n')));
  return { id: a.id, ownerId: a.organisationId, title: a.title, keywords: a.keywords, summary: [a.summary, ...besides(unsaid)].join('\n') };
}

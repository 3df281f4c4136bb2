import type { Field } from './terms.js';

/** A demand as the matcher sees it. Owners are organisations (or people) that must not be matched with themselves. */
export interface DemandDocument {
  readonly id: string;
  readonly ownerId?: string | null;
  readonly title: string;
  readonly text?: string | null;
}

/** An achievement as the matcher sees it. */
export interface AchievementDocument {
  readonly id: string;
  readonly ownerId?: string | null;
  readonly title: string;
  readonly keywords?: readonly string[];
  readonly summary?: string | null;
}

/** A weighted piece of text that remembers which input of the document it is; `item` counts the keywords from 0. */
export interface NamedField extends Field {
  readonly field: 'title' | 'text' | 'keywords' | 'summary';
  readonly item: number;
}

/** Demand: title × 5, text × 1 (docs/matching.md point 2). */
export function demandFields(demand: DemandDocument): NamedField[] {
  return present([
    { field: 'title', item: 0, text: demand.title, weight: 5 },
    { field: 'text', item: 0, text: demand.text ?? '', weight: 1 },
  ]);
}

/** Achievement: title × 3, each keyword × 2, summary × 1 (docs/matching.md point 2; not tuned, no labels with bodies). */
export function achievementFields(achievement: AchievementDocument): NamedField[] {
  const keywords = achievement.keywords ?? [];
  return present([
    { field: 'title', item: 0, text: achievement.title, weight: 3 },
    ...keywords.map((text, item) => ({ field: 'keywords' as const, item, text, weight: 2 })),
    { field: 'summary', item: 0, text: achievement.summary ?? '', weight: 1 },
  ]);
}

function present(fields: NamedField[]): NamedField[] {
  return fields.filter((field) => field.text !== '');
}

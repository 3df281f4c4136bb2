import { demandDraft, recorded, type DemandContent } from '@jihui/domain';
import type { Demand } from './demand.entity.js';

/** A form's content as the columns hold it: nothing given is null, a keyword stands once. */
export function demandValues(input: DemandContent) {
  return { ...recorded(demandDraft, input), keywords: [...new Set(input.keywords)] } satisfies Partial<Demand>;
}

import type { DemandContent } from '@jihui/domain';
import type { Demand } from './demand.entity.js';

/** A form's content as the columns hold it: nothing given is null. */
export function demandValues(input: DemandContent) {
  return {
    title: input.title,
    problem: input.problem,
    indicators: input.indicators.map((i) => ({ name: i.name, op: i.op, value: i.value, unit: i.unit || null })),
    currentState: input.currentState || null,
    budgetMin: input.budgetMin ?? null,
    budgetMax: input.budgetMax ?? null,
    deadline: input.deadline ?? null,
    acceptance: input.acceptance || null,
    techField: input.techField ?? null,
    chain: input.chain ?? null,
    minTrl: input.minTrl ?? null,
    keywords: [...new Set(input.keywords)],
    anonymous: input.anonymous,
    contactName: input.contactName || null,
    contactPhone: input.contactPhone ?? null,
  } satisfies Partial<Demand>;
}

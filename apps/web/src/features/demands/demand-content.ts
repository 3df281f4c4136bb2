import type { DemandInput } from '@jihui/domain';
import type { Demand } from './demands.api.js';

export const emptyDemand: DemandInput = { title: '', problem: '', indicators: [], keywords: [], anonymous: false };

/** What the form holds of a record. */
export function contentOf(d: Demand): DemandInput {
  return {
    title: d.title,
    problem: d.problem,
    indicators: d.indicators.map(({ name, op, value, unit }) => ({ name, op, value, unit })),
    currentState: d.currentState,
    budgetMin: d.budgetMin,
    budgetMax: d.budgetMax,
    deadline: d.deadline,
    acceptance: d.acceptance,
    techField: d.techField,
    chain: d.chain,
    minTrl: d.minTrl,
    keywords: d.keywords,
    anonymous: d.anonymous,
    contactName: d.contactName,
    contactPhone: d.contactPhone,
  };
}

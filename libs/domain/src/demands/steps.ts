import type { ClarityPoint } from './clarity-rules.js';
import type { DemandContent } from './rules.js';

export const demandStepNames = ['problem', 'state', 'target', 'delivery', 'terms', 'publish'] as const;
export type DemandStep = (typeof demandStepNames)[number];

/** The six steps in which a demand is written: one question each, with the fields that answer it and the points of clarity that they bring. */
export const demandWritingSteps: readonly { step: DemandStep; fields: readonly (keyof DemandContent)[]; points: readonly ClarityPoint[] }[] = [
  { step: 'problem', fields: ['title', 'problem'], points: ['problem'] },
  { step: 'state', fields: ['currentState'], points: ['currentState'] },
  { step: 'target', fields: ['indicators', 'minTrl'], points: ['indicators'] },
  { step: 'delivery', fields: ['deliverables', 'acceptance', 'exclusions'], points: ['deliverable', 'acceptance', 'testMethod', 'exclusions'] },
  { step: 'terms', fields: ['budgetMin', 'budgetMax', 'deadline'], points: ['budget', 'deadline'] },
  { step: 'publish', fields: ['techField', 'chain', 'keywords', 'anonymous', 'contactName', 'contactPhone'], points: ['field', 'keywords'] },
];

/** The step on which a field stands; `indicators.1.value` stands where `indicators` does. */
export function stepOfField(path: string): DemandStep {
  const name = path.split('.')[0];
  return demandWritingSteps.find(({ fields }) => fields.some((field) => field === name))?.step ?? 'problem';
}

import { demandDraft, formContent, type DemandInput } from '@jihui/domain';
import type { Demand } from './demands.api.js';

export const emptyDemand: DemandInput = { title: '', problem: '', indicators: [], keywords: [], anonymous: false };

/** What the form holds of a record. */
export const contentOf = (demand: Demand): DemandInput => formContent(demandDraft, demand);

import { z } from 'zod';
import { TechField } from '../codes.js';
import { BoardOutcome, BoardStage } from './machine.js';
import { ChallengeKind, ChallengeMode } from './rules.js';

export const BoardUnfilled = z.enum(['FIELD']).meta({ id: 'BoardUnfilled' });
/** What the public board is narrowed to. `month`: of the publication, in Asia/Shanghai. */
export const boardFilter = z
  .object({
    stage: BoardStage.nullish(),
    kind: ChallengeKind.nullish(),
    mode: ChallengeMode.nullish(),
    techField: TechField.nullish(),
    /** Of items that name no field: a row of the statistics, too. */
    unfilled: BoardUnfilled.nullish(),
    outcome: BoardOutcome.nullish(),
    region: z.string().regex(/^[A-Z0-9_-]{2,12}$/).nullish(),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).nullish(),
    text: z.string().trim().max(100).nullish(),
  })
  .meta({ id: 'BoardFilterInput' });
export type BoardFilter = { [K in keyof z.output<typeof boardFilter>]-?: NonNullable<z.output<typeof boardFilter>[K]> | null };

const parameters = { stage: 'stage', kind: 'kind', mode: 'mode', techField: 'field', unfilled: 'unfilled', outcome: 'outcome', region: 'region', month: 'month', text: 'text' } as const;
type Key = keyof typeof parameters;
const keys = Object.keys(parameters) as Key[];
export const everyItem: BoardFilter = { stage: null, kind: null, mode: null, techField: null, unfilled: null, outcome: null, region: null, month: null, text: null };

/** The board as its address says it; a value that is none is left out. Without a stage it shows what is open, `stage=ALL` everything. */
export function boardFilterOf(params: URLSearchParams): BoardFilter {
  const given = Object.fromEntries(keys.map((key) => [key, params.get(parameters[key]) || null]));
  given['stage'] = params.get('stage') ?? 'OPEN';
  const read = (key: Key) => boardFilter.shape[key].safeParse(given[key]).data ?? null;
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as BoardFilter;
}

/** The address of the board that shows exactly these items. */
export function boardAddress(filter: Partial<BoardFilter>): string {
  const params = new URLSearchParams({ stage: filter.stage ?? 'ALL' });
  for (const key of keys) if (key !== 'stage' && filter[key]) params.set(parameters[key], filter[key]);
  return `/challenges?${params.toString()}`;
}

/** By what the statistics of the board are cut. */
export const ChallengeCut = z.enum(['FIELD', 'REGION', 'KIND', 'MODE', 'STAGE', 'MONTH']).meta({ id: 'ChallengeCut' });
export type ChallengeCut = z.infer<typeof ChallengeCut>;
/** The filter that holds exactly the items of a row. */
export const filterKeyOfCut: Record<ChallengeCut, Key> = { FIELD: 'techField', REGION: 'region', KIND: 'kind', MODE: 'mode', STAGE: 'stage', MONTH: 'month' };

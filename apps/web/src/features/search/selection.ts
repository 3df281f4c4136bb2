import { addressOfLimits, IndustryChain, limitParams, limitsInAddress, PriceBand, readLimits, SearchKind, SearchSort, TechField, TransferMode, type Limits } from '@jihui/domain';
import type { SearchInput } from './search.api.js';

export const open: Limits = { from: '', to: '' };

/** What is looked for, as it stands in the address. */
export type Selection = {
  text: string;
  kind: SearchKind | null;
  field: TechField[];
  chain: IndustryChain[];
  region: string[];
  trl: number[];
  mode: TransferMode[];
  price: PriceBand[];
  unit: string[];
  /** 指标 as one writes them, e.g. 抗压强度≥900MPa. */
  indicators: string[];
  /** Asked price or budget in 万元. */
  cost: Limits;
  /** Technology readiness. */
  level: Limits;
  /** Day of publication. */
  date: Limits;
  pending: boolean;
  sort: SearchSort | null;
  page: number;
};
/** The fields of a selection that hold chosen values, named as in the address. */
export const listParams = ['field', 'chain', 'region', 'trl', 'mode', 'price', 'unit'] as const;
export type ListParam = (typeof listParams)[number];

export const mostIndicators = 5;
export const pageSize = 20;
export const lastPage = 500;

function among<T extends string>(params: URLSearchParams, name: string, options: readonly T[]): T[] {
  const given = params.get(name)?.split(',') ?? [];
  return options.filter((option) => given.includes(option));
}

const matching = (params: URLSearchParams, name: string, form: RegExp): string[] => [...new Set(params.get(name)?.split(',') ?? [])].filter((value) => form.test(value)).slice(0, 30);

/** Reads an address; what does not belong there is left out. */
export function readSelection(params: URLSearchParams): Selection {
  const page = Number(params.get('page') ?? 1);
  const limited = limitsInAddress(params);
  return {
    ...(readLimits(limited).success ? limited : { cost: open, level: open, date: open }),
    text: (params.get('q') ?? '').trim().slice(0, 200),
    kind: among(params, 'kind', SearchKind.options)[0] ?? null,
    field: among(params, 'field', TechField.options),
    chain: among(params, 'chain', IndustryChain.options),
    region: matching(params, 'region', /^[A-Z][A-Z0-9_]{0,19}$/),
    trl: matching(params, 'trl', /^[1-9]$/).map(Number),
    mode: among(params, 'mode', TransferMode.options),
    price: among(params, 'price', PriceBand.options),
    unit: matching(params, 'unit', /^[0-9a-f-]{36}$/),
    indicators: [...new Set((params.get('ind') ?? '').split(';').map((i) => i.trim().slice(0, 80)))].filter(Boolean).slice(0, mostIndicators),
    pending: params.get('pending') === '1',
    sort: among(params, 'sort', SearchSort.options)[0] ?? null,
    page: Number.isInteger(page) && page > 0 ? Math.min(page, lastPage) : 1,
  };
}

/** The address of a selection; what is not chosen does not stand in it. */
export function writeSelection(selection: Selection): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null): void => {
    if (value) params.set(name, value);
  };
  put('q', selection.text);
  put('kind', selection.kind);
  for (const name of listParams) put(name, selection[name].join(','));
  for (const name of limitParams) put(name, addressOfLimits(selection[name]));
  put('ind', selection.indicators.join(';'));
  put('pending', selection.pending ? '1' : null);
  put('sort', selection.sort);
  put('page', selection.page > 1 ? String(selection.page) : null);
  return params;
}

export function addressOf(selection: Selection): string {
  const query = writeSelection(selection).toString().replaceAll('%2C', ',');
  return query ? `/search?${query}` : '/search';
}

export function inputOf(selection: Selection): SearchInput {
  return {
    text: selection.text,
    kinds: selection.kind ? [selection.kind] : [],
    techFields: selection.field,
    chains: selection.chain,
    regions: selection.region,
    trls: selection.trl,
    transferModes: selection.mode,
    priceBands: selection.price,
    organisationIds: selection.unit,
    ...readLimits(selection).data,
    indicators: selection.indicators,
    pending: selection.pending,
    sort: selection.sort,
    page: selection.page,
    size: pageSize,
  };
}

/** The same without any choice: the words alone. */
export const withoutChoices = (selection: Selection): Selection => ({ ...readSelection(new URLSearchParams()), text: selection.text });

/** With one value chosen or no longer chosen; back on the first page. */
export function toggled(selection: Selection, param: ListParam, value: string): Selection {
  const params = writeSelection({ ...selection, page: 1 });
  const before: string[] = selection[param].map(String);
  params.set(param, (before.includes(value) ? before.filter((v) => v !== value) : [...before, value]).join(','));
  return readSelection(params);
}

export function countChoices(selection: Selection): number {
  const limited = limitParams.filter((name) => addressOfLimits(selection[name]) !== '').length;
  return listParams.reduce((sum, name) => sum + selection[name].length, limited + selection.indicators.length + (selection.pending ? 1 : 0));
}

/** The words without those that asked for an indicator. */
export const withoutWords = (text: string, words: string): string => text.replace(words, ' ').replace(/\s+/g, ' ').trim();

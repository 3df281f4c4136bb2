import type { RecordAny } from 'meilisearch';
import { priceBandOf } from '@jihui/domain';
import { fold, foldKey, initialsOf, pinyinOf, soundWords } from '@jihui/matching';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';
import type { SearchText } from './search-text.entity.js';

/** Raise it when the texts are made differently: then all of them are made again. */
export const makerVersion = 3;

export type Surroundings = { unit: string; regions: string[]; source: string; pending: boolean };
type Words = Pick<SearchText, 'title' | 'keywords' | 'body' | 'unit' | 'codes'>;

/** Begins every pair of sounds in the index, so that no word that anybody types finds one: asking for chosen attributes only makes Meilisearch several times slower. */
const soundMark = 'xq';
/** Pairs of sounds as they stand in the index and as they are asked for. */
export const asIndexed = (pairs: readonly string[]): string => pairs.filter(Boolean).map((pair) => soundMark + pair).join(' ');

/** A patent number as it is printed and as it is typed: with and without ZL, with and without the point. */
function codesOf(number: string | null): string[] {
  const plain = fold(number ?? '').replace(/^zl/, '');
  if (plain === '') return [];
  return [...new Set([plain, `zl${plain}`, plain.replace('.', ''), `zl${plain.replace('.', '')}`])];
}

function words(raw: { title: string; keywords: string[]; body: (string | null)[]; unit: string; codes: string[] }): Words & Pick<SearchText, 'spelling' | 'sounds' | 'text'> {
  const { unit, codes } = raw;
  const text: Words = {
    title: fold(raw.title),
    keywords: raw.keywords.map(fold),
    body: fold(raw.body.filter(Boolean).join('\n')),
    unit: fold(unit),
    codes,
  };
  return {
    ...text,
    spelling: `${pinyinOf([raw.title, ...raw.keywords, unit].join(' '), 96)} ${initialsOf(text.title)}`.trim(),
    sounds: asIndexed(soundWords(text.title).split(' ')),
    text: [text.title, ...text.keywords, text.body, text.unit, ...codes].map(foldKey).join(' '),
  };
}

/** What search keeps of a published achievement. The part under NDA is not among it. */
export function textOfAchievement(a: Achievement, around: Surroundings): SearchText {
  const price = a.priceMode === 'NEGOTIABLE' ? null : a.priceMin;
  const people = a.team.map((member) => member.name).join(' ');
  return {
    itemId: a.id,
    kind: 'ACHIEVEMENT',
    ...around,
    ...words({
      title: a.title,
      keywords: a.keywords,
      body: [a.summary, a.advantages, a.evidence, a.deliverables, a.discipline, people],
      unit: around.unit,
      codes: a.ipRights.flatMap((right) => codesOf(right.number)),
    }),
    techField: a.techField,
    chain: a.chain,
    trl: a.trl,
    transferModes: a.transferModes,
    price,
    priceBand: priceBandOf(price),
    organisationId: a.organisationId,
    publishedAt: a.publishedAt ?? a.updatedAt,
  };
}

/** What search keeps of a published demand. Nothing in it tells who an anonymous owner is. */
export function textOfDemand(d: Demand, around: Surroundings): SearchText {
  const price = d.budgetMax ?? d.budgetMin;
  const indicators = d.indicators.map((i) => `${i.name} ${i.value}${i.unit ?? ''}`).join('\n');
  return {
    itemId: d.id,
    kind: 'DEMAND',
    ...around,
    ...words({
      title: d.title,
      keywords: d.keywords,
      body: [d.problem, indicators, d.currentState],
      unit: d.anonymous ? '' : around.unit,
      codes: [],
    }),
    techField: d.techField,
    chain: d.chain,
    trl: d.minTrl,
    transferModes: [],
    price,
    priceBand: priceBandOf(price),
    organisationId: d.anonymous ? null : d.organisationId,
    publishedAt: d.publishedAt ?? d.updatedAt,
  };
}

export interface IndexDocument extends RecordAny {
  id: string;
  title: string;
  keywords: string[];
  text: string;
  unit: string;
  spelling: string;
  sounds: string;
  codes: string[];
}

/** The document in Meilisearch: the same without what only the database needs. */
export function documentOf(t: SearchText): IndexDocument {
  return {
    id: t.itemId,
    kind: t.kind,
    title: t.title,
    keywords: t.keywords,
    text: t.body,
    unit: t.unit,
    spelling: t.spelling,
    sounds: t.sounds,
    codes: t.codes,
    techField: t.techField,
    chain: t.chain,
    regions: t.regions,
    trl: t.trl,
    transferModes: t.transferModes,
    priceBand: t.priceBand,
    price: t.price === null ? null : Number(t.price),
    organisationId: t.organisationId,
    pending: t.pending,
    publishedAt: t.publishedAt.getTime(),
  };
}

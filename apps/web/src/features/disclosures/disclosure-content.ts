import { z } from 'zod';
import { achievementDraft, achievementLimits, IndicatorOp, ipRight, parseIndicators, teamMember, type AchievementInput, type GuessField } from '@jihui/domain';
import { indicatorText } from '../../lib/indicator-text.js';
import type { Guess } from './disclosures.api.js';

/** What a person has said of a guess: taken (perhaps changed) or not. Without an entry it is open. */
export type Decision = { adopted: boolean; value: unknown };
export type Decisions = Record<string, Decision>;

export const readIndicator = z.object({ name: z.string(), op: IndicatorOp, low: z.number(), high: z.number().nullable(), unit: z.string(), change: z.enum(['UP', 'DOWN']).nullable() });
const { title, summary, keywords, techField, discipline, chain, trl, trlEvidence, advantages, evidence, deliverables } = achievementDraft.shape;
/** What a field's value has to be, by the rules of the form that it goes into. */
export const schemas: Record<GuessField, z.ZodType> = {
  ...{ title, summary, keywords, techField, discipline, chain, trl, trlEvidence, advantages, evidence, deliverables },
  ipRight,
  teamMember,
  indicator: readIndicator,
};

/** Two guesses of one text never have the same field and value. */
export const keyOf = ({ field, value }: Pick<Guess, 'field' | 'value'>): string => `${field}.${JSON.stringify(value)}`;

export function indicatorLine(value: unknown): string {
  const read = readIndicator.safeParse(value).data;
  return read ? indicatorText({ ...read, label: read.name }) : '';
}

/** A draft of what was confirmed, and of nothing else. */
export function confirmedContent(guesses: readonly Guess[], decisions: Decisions, contactName: string): AchievementInput {
  const taken = guesses.flatMap((g) => {
    const decision = decisions[keyOf(g)];
    return decision?.adopted ? [{ field: g.field, value: decision.value }] : [];
  });
  const one = (field: GuessField): unknown => taken.find((g) => g.field === field)?.value;
  const all = (field: GuessField): unknown[] => taken.filter((g) => g.field === field).map((g) => g.value);
  const texts = { summary: one('summary') ?? '', advantages: one('advantages') ?? null, evidence: one('evidence') ?? null };
  const known = parseIndicators(Object.values(texts).join('\n')).map(indicatorLine);
  // A confirmed indicator that stands in none of the confirmed texts would be lost: it is written down.
  const missing = all('indicator').map(indicatorLine).filter((line) => line && !known.includes(line));
  const written = [texts.advantages, ...missing].filter(Boolean).join('；').slice(0, achievementLimits.advantages);
  return achievementDraft.parse({
    ...texts,
    title: one('title') ?? '',
    advantages: written || null,
    deliverables: one('deliverables') ?? null,
    trlEvidence: one('trlEvidence') ?? null,
    trl: one('trl') ?? null,
    keywords: one('keywords') ?? [],
    techField: one('techField') ?? null,
    discipline: one('discipline') ?? null,
    chain: one('chain') ?? null,
    ipRights: all('ipRight'),
    team: all('teamMember'),
    transferModes: [],
    priceMode: 'NEGOTIABLE',
    contactName,
  });
}

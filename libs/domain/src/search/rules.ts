import { z } from 'zod';
import { IndustryChain, PriceBand, TechField, TransferMode, Trl } from '../codes.js';
import { rule } from '../issues.js';
import { Fen } from '../money.js';

export const SearchKind = z.enum(['ACHIEVEMENT', 'DEMAND']).meta({ id: 'SearchKind' });
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchSort = z.enum(['RELEVANCE', 'NEWEST', 'PRICE_LOW', 'PRICE_HIGH', 'TRL_HIGH']).meta({ id: 'SearchSort' });
export type SearchSort = z.infer<typeof SearchSort>;

export const SearchField = z.enum(['KIND', 'TECH_FIELD', 'CHAIN', 'REGION', 'TRL', 'TRANSFER_MODE', 'PRICE_BAND', 'ORGANISATION']).meta({ id: 'SearchField' });
export type SearchField = z.infer<typeof SearchField>;

export const SuggestionKind = z.enum(['TERM', 'ACHIEVEMENT', 'DEMAND', 'ORGANISATION']).meta({ id: 'SuggestionKind' });
export type SuggestionKind = z.infer<typeof SuggestionKind>;

/** More columns than these nobody compares. */
export const mostCompared = 4;

const several = <S extends z.ZodType>(of: S, most: number) => z.array(of).max(most).nullish();

const Day = z.iso.date().meta({ scalar: 'String' });

/**
 * Limits of what is found, both ends included: asked price or budget in fen, maturity (of a demand: the least it asks for), day of publication
 * in Asia/Shanghai. An item without a price or a maturity lies in no range of it.
 */
const limits = z.object({
  priceFrom: Fen.nullish(),
  priceTo: Fen.nullish(),
  trlFrom: Trl.nullish(),
  trlTo: Trl.nullish(),
  publishedFrom: Day.nullish(),
  publishedTo: Day.nullish(),
});

function inOrder({ priceFrom, priceTo, trlFrom, trlTo, publishedFrom, publishedTo }: z.infer<typeof limits>, ctx: z.RefinementCtx<z.infer<typeof limits>>): void {
  // Fifteen digits are exact in a number, and what is no amount at all is refused elsewhere.
  if (Number(priceTo ?? Infinity) < Number(priceFrom ?? 0)) ctx.addIssue({ code: 'custom', path: ['priceTo'], ...rule('price_range') });
  if (trlFrom && trlTo && trlTo < trlFrom) ctx.addIssue({ code: 'custom', path: ['trlTo'], ...rule('price_range') });
  if (publishedFrom && publishedTo && publishedTo < publishedFrom) ctx.addIssue({ code: 'custom', path: ['publishedTo'], ...rule('date_order') });
}

/** The limits alone, as the search page's form checks them; of two in the wrong order the upper one is named. */
export const searchLimits = limits.superRefine(inOrder);

/** What a person looks for. Values of one field widen the result, different fields narrow it. */
export const searchQuery = z
  .object({
    ...limits.shape,
    text: z.string().max(2000).nullish(),
    kinds: several(SearchKind, 2),
    techFields: several(TechField, 11),
    chains: several(IndustryChain, 20),
    regions: several(z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/), 30),
    trls: several(Trl, 9),
    transferModes: several(TransferMode, 8),
    priceBands: several(PriceBand, 6),
    organisationIds: several(z.uuid(), 30),
    /** 指标 as one writes them (抗压强度≥900MPa); an item has to answer all of them. Those in `text` count too. */
    indicators: several(z.string().trim().min(1).max(80), 5),
    /** 待转化: only achievements without a live contract. */
    pending: z.boolean().nullish(),
    sort: SearchSort.nullish(),
    page: z.number().int().min(1).max(5000).nullish(),
    size: z.number().int().min(1).max(50).nullish(),
  })
  .superRefine(inOrder)
  .meta({ id: 'SearchInput' });
export type SearchQuery = z.infer<typeof searchQuery>;

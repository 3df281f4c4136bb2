import { useTranslation } from 'react-i18next';
import { IndustryChain, PriceBand, TechField, TransferMode } from '@jihui/domain';
import { useRegions, type Region } from '../../lib/regions.js';
import { trlLevels, trlWord } from '../../lib/trl.js';
import type { Facet } from './search.api.js';
import type { ListParam } from './selection.js';

export const facetOf = { field: 'TECH_FIELD', chain: 'CHAIN', region: 'REGION', trl: 'TRL', mode: 'TRANSFER_MODE', price: 'PRICE_BAND', unit: 'ORGANISATION' } as const satisfies Record<ListParam, Facet['field']>;

/** The words of the values of a facet, and the regions' tree behind some of them. */
export function useWords(facets: readonly Facet[]): { wordOf: (param: ListParam, value: string) => string; regions: Region[] } {
  const { t, i18n } = useTranslation(['search', 'codes']);
  const regions = useRegions();
  const wordOf = (param: ListParam, value: string): string => {
    const field = TechField.safeParse(value).data;
    const chain = IndustryChain.safeParse(value).data;
    const mode = TransferMode.safeParse(value).data;
    const band = PriceBand.safeParse(value).data;
    const level = trlLevels.find((l) => String(l) === value);
    const region = regions.find((r) => r.code === value);
    if (param === 'field' && field) return t(`codes:techField.${field}`);
    if (param === 'chain' && chain) return t(`codes:chain.${chain}`);
    if (param === 'mode' && mode) return t(`codes:transferMode.${mode}`);
    if (param === 'price' && band) return t(`codes:priceBand.${band}`);
    if (param === 'trl' && level) return t('trlValue', { level, name: trlWord(level) });
    if (param === 'region' && region) return i18n.language === 'en' ? region.nameEn : region.name;
    return facets.find((f) => f.field === facetOf[param])?.values.find((v) => v.value === value)?.label ?? value;
  };
  return { wordOf, regions };
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from './api.js';

const Regions = graphql('query Regions { regions { code name nameEn parentCode } }');

export type Region = ResultOf<typeof Regions>['regions'][number];
const none: Region[] = [];

/** The region tree as a list; empty until it is known. */
export function useRegions(): Region[] {
  return useQuery({ queryKey: ['regions'], queryFn: () => request(Regions), staleTime: Infinity }).data?.regions ?? none;
}

/** The name of a region by its code, in the page's language; nothing until it is known. */
export function useRegionName(): (code: string | null | undefined) => string {
  const { i18n } = useTranslation();
  const regions = useRegions();
  return (code) => {
    const region = regions.find((r) => r.code === code);
    return (i18n.language === 'en' ? region?.nameEn : region?.name) ?? '';
  };
}

/** All regions for a select, each below the one that holds it: 河南省, 郑州市, 郑州市 · 郑东新区 … */
export function useRegionOptions(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['regions'], queryFn: () => request(Regions), staleTime: Infinity });
  const regions = data?.regions ?? [];
  const nameOf = (r: (typeof regions)[number]): string => (i18n.language === 'en' ? r.nameEn : r.name);
  const below = (parent: string | null, depth: number): { value: string; label: string }[] =>
    regions
      .filter((r) => r.parentCode === parent)
      .flatMap((r) => {
        const above = depth > 1 ? regions.find((p) => p.code === parent) : undefined;
        return [{ value: r.code, label: above ? `${nameOf(above)} · ${nameOf(r)}` : nameOf(r) }, ...below(r.code, depth + 1)];
      });
  return below(null, 0);
}

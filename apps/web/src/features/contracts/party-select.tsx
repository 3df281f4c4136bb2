import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationKind } from '@jihui/domain';
import { contractKeys, getParties } from './contracts.api.js';

const sideKinds: readonly OrganisationKind[] = ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE'];
type Props = { id?: string; value?: string | null; onChange?: (id: string | null) => void; role: 'side' | 'broker'; except: string };

/** A verified organisation, found by a part of its name. */
export function PartySelect({ role, except, onChange, ...props }: Props) {
  const { t } = useTranslation(['contracts', 'codes']);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const kind = role === 'broker' ? 'BROKER_FIRM' : null;
  const { data, isFetching } = useQuery({
    queryKey: contractKeys.parties(text, kind),
    queryFn: () => getParties(text, kind),
    placeholderData: (before) => before,
  });
  const fitting = (data ?? []).filter((o) => o.id !== except && (role === 'broker' || sideKinds.includes(o.kind)));
  return (
    <Select
      {...props}
      allowClear={role === 'broker'}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={isFetching ? null : t('create.none')}
      onChange={(id: string | undefined) => onChange?.(id ?? null)}
      options={fitting.map((o) => ({ value: o.id, label: `${o.name}（${t(`codes:organisationKind.${o.kind}`)}）` }))}
    />
  );
}

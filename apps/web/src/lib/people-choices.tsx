import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonRole } from '@jihui/domain';
import { useRegionOptions } from './regions.js';

type Choice<T> = { value: T | null | undefined; onChange: (value: string | null) => void };

/** What narrows a list of experts and brokers: the role. */
export function RoleChoice({ value, onChange }: Choice<PersonRole>) {
  const { t } = useTranslation('people');
  const roles = PersonRole.options.map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <Select<PersonRole | ''>
      aria-label={t('filter.role')}
      value={value ?? ''}
      options={[{ value: '', label: t('all.role') }, ...roles]}
      onChange={(role) => onChange(role || null)}
    />
  );
}

/** … the region … */
export function RegionChoice({ value, onChange }: Choice<string>) {
  const { t } = useTranslation('people');
  const regions = useRegionOptions();
  return (
    <Select
      aria-label={t('filter.region')}
      value={value ?? ''}
      options={[{ value: '', label: t('all.region') }, ...regions]}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(code) => onChange(code || null)}
    />
  );
}

/** … and how many verified cases at the least, out of `steps`. */
export function CasesChoice({ value, steps, onChange }: Choice<number> & { steps: readonly number[] }) {
  const { t } = useTranslation('people');
  return (
    <Select
      aria-label={t('filter.cases')}
      value={value ?? 0}
      options={[{ value: 0, label: t('all.cases') }, ...steps.map((count) => ({ value: count, label: t('casesAtLeast', { count }) }))]}
      onChange={(count) => onChange(count ? String(count) : null)}
    />
  );
}

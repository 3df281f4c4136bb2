import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { findItems, peopleKeys, type Person } from './people.api.js';

type Item = Person['links'][number];
type Props = { id?: string; value?: Item[]; onChange?: (items: Item[]) => void };

/** Published items found by their titles; what is chosen keeps its title in sight. */
export function LinksInput({ id, value = [], onChange }: Props) {
  const [text, setText] = useState('');
  const { data = [], isFetching } = useQuery({
    queryKey: peopleKeys.items(text),
    queryFn: () => findItems(text),
    enabled: text.trim().length > 1,
  });
  const known = new Map([...value, ...data].map((item) => [item.id, item]));
  return (
    <Select
      id={id}
      mode="multiple"
      maxCount={20}
      value={value.map((item) => item.id)}
      options={[...known.values()].map((item) => ({ value: item.id, label: item.title }))}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      onChange={(ids: string[]) => onChange?.(ids.flatMap((chosen) => known.get(chosen) ?? []))}
    />
  );
}

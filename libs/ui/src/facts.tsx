import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Short facts of a record, label above value; what is not there is not shown. */
export function Facts({ items }: { items: (Fact | null)[] }) {
  return (
    <dl style={{ margin: 0, display: 'grid', gap: 12 }}>
      {items.map((item) =>
        item && item.value !== null && item.value !== undefined && item.value !== '' ? (
          <div key={item.label}>
            <dt className="muted" style={{ fontSize: 13 }}>
              {item.label}
            </dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

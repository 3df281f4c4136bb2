import type { ReactNode } from 'react';
import { Panel } from '@jihui/ui';

/** A page that asks for one thing: its title, a sentence, a short form. */
export function NarrowPage({ title, text, children, below }: { title: string; text?: ReactNode; children: ReactNode; below?: ReactNode }) {
  return (
    <div style={{ maxWidth: 420, margin: '24px auto 0' }}>
      <Panel>
        <h1 style={{ fontSize: 20, margin: '4px 0 12px' }}>{title}</h1>
        {text ? (
          <p className="muted" style={{ marginTop: 0 }}>
            {text}
          </p>
        ) : null}
        {children}
      </Panel>
      {below ? (
        <div className="muted" style={{ padding: '0 4px' }}>
          {below}
        </div>
      ) : null}
    </div>
  );
}

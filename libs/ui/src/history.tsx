import { Timeline } from 'antd';

export type HistoryLine = { key: string; when: string; what: string; who: string; note?: string };

/** A record's history, newest first. */
export function History({ lines }: { lines: HistoryLine[] }) {
  return (
    <Timeline
      items={lines.map((l) => ({
        key: l.key,
        content: (
          <div>
            <div>
              {l.what}
              {l.note ? <span style={{ color: 'var(--jihui-color-text-secondary)' }}>{`：${l.note}`}</span> : null}
            </div>
            <div style={{ color: 'var(--jihui-color-text-tertiary)', fontSize: 13 }}>{`${l.when} · ${l.who}`}</div>
          </div>
        ),
      }))}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { Panel, StatusTag } from '@jihui/ui';
import { deadline } from '../../lib/format.js';
import type { QueuedDemand } from './demands.api.js';

/** What waits, the oldest first, each with its last day. */
export function ReviewQueue({
  items,
  chosen,
  onChoose,
}: {
  items: readonly QueuedDemand[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('demands');
  return (
    <nav aria-label={t('review.queue')} className="desk-queue">
      <Panel>
        {items.length ? (
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {items.map((d) => {
              const due = d.dueOn ? deadline(d.dueOn) : null;
              return (
                <li key={d.id}>
                  <button
                    type="button"
                    className="desk-item"
                    aria-current={d.id === chosen ? 'true' : undefined}
                    onClick={() => onChoose(d.id)}
                  >
                    <span className="desk-item-title">{d.title}</span>
                    <span className="muted">{d.organisation?.name}</span>
                    <span style={{ display: 'flex', gap: 4, flexWrap: 'wrap' }}>
                      {due ? (
                        <StatusTag tone={due.tone === 'late' ? 'bad' : due.tone === 'soon' ? 'attention' : 'neutral'}>{due.text}</StatusTag>
                      ) : null}
                      {d.anonymous ? <StatusTag tone="active">{t('anonymousMark')}</StatusTag> : null}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
        ) : (
          <p className="muted">{t('review.empty')}</p>
        )}
      </Panel>
    </nav>
  );
}

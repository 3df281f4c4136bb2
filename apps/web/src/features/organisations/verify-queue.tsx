import { useTranslation } from 'react-i18next';
import { addWorkingDays, shanghaiDay, verificationWorkingDays } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { deadline } from '../../lib/format.js';
import type { QueuedOrganisation } from './organisations.api.js';

/** What waits, the longest waiting first, each with the time that is left. */
export function VerifyQueue({
  items,
  chosen,
  onChoose,
}: {
  items: readonly QueuedOrganisation[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation(['organisations', 'codes']);
  return (
    <nav aria-label={t('review.queue')}>
      <Panel>
        {items.length ? (
          <ol className="verify-queue">
            {items.map((o) => {
              const due = o.submittedAt ? deadline(addWorkingDays(shanghaiDay(new Date(o.submittedAt)), verificationWorkingDays)) : null;
              return (
                <li key={o.id}>
                  <button type="button" aria-current={o.id === chosen ? 'true' : undefined} onClick={() => onChoose(o.id)}>
                    <div style={{ fontWeight: 600 }}>{o.name}</div>
                    <div className="muted">
                      {t(`codes:organisationKind.${o.kind}`)} · {o.region.name}
                    </div>
                    {due ? (
                      <StatusTag tone={due.tone === 'late' ? 'bad' : due.tone === 'soon' ? 'attention' : 'neutral'}>{due.text}</StatusTag>
                    ) : null}
                  </button>
                </li>
              );
            })}
          </ol>
        ) : (
          <div className="muted">{t('review.empty')}</div>
        )}
      </Panel>
    </nav>
  );
}

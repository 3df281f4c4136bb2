import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '@jihui/ui';
import { count } from '../../lib/format.js';
import type { ImportRecord } from './imports.api.js';

/** How far the running import is, and how long it will take at this pace. */
export function ProgressPanel({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const share = record.rowsToDo ? record.rowsDone / record.rowsToDo : 0;
  const elapsed = record.startedAt ? (Date.now() - Date.parse(record.startedAt)) / 1000 : 0;
  const left = share > 0.02 && elapsed > 0 ? Math.max(1, Math.round((elapsed / share) * (1 - share))) : null;
  return (
    <Panel title={t('run.title')}>
      <div role="status" aria-live="polite">
        <Progress percent={Math.floor(share * 100)} status="active" aria-label={t('run.title')} />
        <span className="num">{t('run.progress', { done: count(record.rowsDone), all: count(record.rowsToDo) })}</span>
        {left !== null && share < 1 ? <span className="muted">{`，${t('run.left', { seconds: left })}`}</span> : null}
        <p className="muted">{t('run.canLeave')}</p>
      </div>
    </Panel>
  );
}

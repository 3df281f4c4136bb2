import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Panel } from '@jihui/ui';
import { count } from '../../lib/format.js';
import type { ImportRecord } from './imports.api.js';

/** What came of it; every number leads to its records. */
export function DonePanel({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const { kind, rowsCreated, rowsPassedOn, rowsTotal, rowsGood, rowsToDo } = record;
  const bad = rowsTotal - rowsGood;
  const skipped = Math.max(0, rowsGood - rowsToDo);
  const seconds =
    record.startedAt && record.finishedAt
      ? Math.max(1, Math.round((Date.parse(record.finishedAt) - Date.parse(record.startedAt)) / 1000))
      : null;
  const address = `${kind === 'ACHIEVEMENTS' ? '/my/achievements' : '/my/demands'}?import=${record.id}`;
  const passedOn =
    kind === 'ACHIEVEMENTS'
      ? { text: t('done.released', { n: count(rowsPassedOn) }), status: 'PUBLISHED' }
      : { text: t('done.submitted', { n: count(rowsPassedOn) }), status: 'SUBMITTED' };
  const drafts = rowsCreated - rowsPassedOn;
  const parts = [
    rowsPassedOn ? <Link to={`${address}&status=${passedOn.status}`}>{passedOn.text}</Link> : null,
    drafts ? <Link to={`${address}&status=DRAFT`}>{t('done.drafts', { n: count(drafts) })}</Link> : null,
    skipped ? t('done.skipped', { n: count(skipped) }) : null,
    bad ? <Link to="?rows=BAD">{t('done.refused', { n: count(bad) })}</Link> : null,
    seconds ? t('done.took', { seconds }) : null,
  ].filter((part) => part !== null);
  return (
    <Panel title={t('done.title')}>
      <Flex gap={16} wrap align="center" justify="space-between">
        <div>
          <div className="import-created num">{t('done.created', { n: count(rowsCreated) })}</div>
          <ul className="import-parts muted">
            {parts.map((part, i) => (
              <li key={i}>{part}</li>
            ))}
          </ul>
        </div>
        {rowsCreated ? (
          <Button type="primary" onClick={() => void navigate(address)} aria-label={`${t(`done.open.${kind}`)} ${count(rowsCreated)}`}>
            {t(`done.open.${kind}`)}
          </Button>
        ) : null}
      </Flex>
    </Panel>
  );
}

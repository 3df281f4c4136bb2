import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading, PageFrame, Panel, StatusTag, type Tone } from '@jihui/ui';
import type { DuplicateStatus } from '@jihui/domain';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { ComparedSide } from './compared-side.js';
import { DuplicateActions } from './duplicate-actions.js';
import { getDuplicate, qualityKeys } from './quality.api.js';
import './quality.css';

const tones: Record<DuplicateStatus, Tone> = { OPEN: 'attention', SAME: 'bad', DIFFERENT: 'good', CLEARED: 'neutral' };

/** Two items side by side with what only one of them says, and the judgement. */
export function DuplicatePage() {
  const { t } = useTranslation('quality');
  usePageTitle(t('duplicates.title'));
  const { id = '' } = useParams();
  const { data: pair, error, refetch } = useQuery({ queryKey: qualityKeys.duplicate(id), queryFn: () => getDuplicate(id) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!pair) return <Loading />;
  const percent = (share: number): number => Math.round(share * 100);
  const likeness = `${t('duplicates.resemblance', { n: percent(pair.resemblance) })} · ${t('duplicates.containment', { n: percent(pair.containment) })}`;
  const { status, decidedAt } = pair;
  return (
    <PageFrame
      title={t('duplicates.title')}
      crumbs={[{ title: t('title'), href: '/quality' }, { title: t('duplicates.title'), href: '/quality/duplicates' }, { title: t('duplicates.compare') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={tones[status]}>{t(`duplicates.status.${status}`)}</StatusTag>}
      meta={`${pair.grounds.map((g) => t(`duplicates.ground.${g}`)).join('、')} · ${likeness}`}
      actions={<DuplicateActions pair={pair} />}
    >
      {(status === 'SAME' || status === 'DIFFERENT') && decidedAt ? (
        <Alert
          type={status === 'SAME' ? 'warning' : 'success'}
          style={{ marginBottom: 16 }}
          title={t('duplicates.decided', { who: pair.decidedByOrganisation ?? '', day: day(decidedAt), verdict: t(`duplicates.status.${status}`), reason: pair.reason ?? '' })}
        />
      ) : null}
      <p className="muted quality-note">{t('duplicates.hint')}</p>
      <div className="compare">
        {[pair.first, pair.second].map((side, n) => (
          <Panel key={n}>{side ? <ComparedSide side={side} patents={pair.patents} /> : <span className="muted">{t('duplicates.gone')}</span>}</Panel>
        ))}
      </div>
    </PageFrame>
  );
}

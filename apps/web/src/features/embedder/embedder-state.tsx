import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel, StatusTag, type Tone } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import type { EmbedderOverview } from './embedder.api.js';

/** How the embedder fares: off, working, or failing while everything goes on without it. */
export function EmbedderState({ overview: o }: { overview: EmbedderOverview }) {
  const { t } = useTranslation('embedder');
  const [tone, word]: [Tone, string] = !o.embedder ? ['neutral', t('state.off')] : o.fault ? ['attention', t('state.limited')] : ['good', t('state.ok')];
  return (
    <Panel title={t('state.title')} extra={<StatusTag tone={tone}>{word}</StatusTag>}>
      {o.embedder ? <Working overview={o} /> : <p style={{ margin: 0 }}>{t('state.offText')}</p>}
    </Panel>
  );
}

function Working({ overview: o }: { overview: EmbedderOverview }) {
  const { t } = useTranslation('embedder');
  const isResting = o.restUntil !== null && new Date(o.restUntil) > new Date();
  return (
    <>
      {o.fault ? (
        <p style={{ marginTop: 0 }}>
          {t('state.limitedText', { fault: t(`fault.${o.fault}`, { status: o.status ?? '' }), count: o.failures, when: o.failedAt ? moment(o.failedAt) : '' })}{' '}
          {o.restUntil && isResting ? t('state.rest', { when: moment(o.restUntil) }) : t('state.soon')}
        </p>
      ) : null}
      <div className="page-meta" style={{ marginTop: 0 }}>
        <strong>{o.embedder}</strong>
        {o.dimension ? <span className="num">{t('state.dimension', { count: o.dimension })}</span> : null}
        {o.answeredAt ? <span className="num">{t('state.answered', { when: moment(o.answeredAt) })}</span> : null}
      </div>
      <Progress percent={o.all ? Math.floor((o.seen / o.all) * 100) : 100} size="small" aria-label={t('state.seen', { seen: o.seen, all: o.all })} style={{ maxWidth: 420 }} />
      <p className="num" style={{ margin: '4px 0' }}>
        {t('state.seen', { seen: o.seen, all: o.all })}
        {o.without ? `，${t('state.without', { count: o.without })}` : ''}
      </p>
      <p className="muted" style={{ marginBottom: 0 }}>
        {t(o.isWeighed ? 'state.weighed' : 'state.notWeighed')}
      </p>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { moment } from '../../lib/format.js';
import '../../lib/explained.css';
import { EmbedderForm } from './embedder-form.js';
import { EmbedderState } from './embedder-state.js';
import { embedderKey, getEmbedder, type EmbedderSetting } from './embedder.api.js';

/** Vectors are made in the background: who waits for them sees them come. */
const lookAgainMs = 10_000;

/** 嵌入模型: whether public texts are sent to an embedder, to which, and how it fares. */
export function EmbedderPage() {
  const { t } = useTranslation('embedder');
  const { can } = useSession();
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: embedderKey, queryFn: getEmbedder, refetchInterval: ({ state }) => (state.data?.embedder ? lookAgainMs : false) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const [setting] = data.settings;
  return (
    <PageFrame title={t('title')} meta={t('lead')}>
      <EmbedderState overview={data} />
      <Panel title={t('sent.title')}>
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          <li>{t('sent.yes')}</li>
          <li>{t('sent.no')}</li>
          <li>{t('sent.law')}</li>
        </ul>
      </Panel>
      {can('embedder.set') ? <EmbedderForm key={setting?.number ?? 0} overview={data} /> : null}
      <Panel title={t('history.title')}>
        {data.settings.length ? (
          <ul className="citations" style={{ margin: 0 }}>
            {data.settings.map((each) => (
              <HistoryLine key={each.id} setting={each} />
            ))}
          </ul>
        ) : (
          <EmptyState text={t('history.none')} />
        )}
      </Panel>
    </PageFrame>
  );
}

function HistoryLine({ setting: { createdAt, isOn, kind, model, url, timeLimitMs, setBy } }: { setting: EmbedderSetting }) {
  const { t } = useTranslation('embedder');
  return (
    <li style={{ overflowWrap: 'anywhere' }}>
      <span className="num">{moment(createdAt)}</span> <StatusTag tone={isOn ? 'good' : 'neutral'}>{t(isOn ? 'history.on' : 'history.off')}</StatusTag>{' '}
      {model || url ? t('history.line', { kind: t(`kind.${kind}`), model, url, ms: timeLimitMs, interpolation: { escapeValue: false } }) : null}{' '}
      <span className="muted">{setBy}</span>
    </li>
  );
}

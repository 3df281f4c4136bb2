import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatchModelStatus } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel, StatusTag, type Tone } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { ModelComparison } from './model-comparison.js';
import { loadModels, modelKeys, stepModel, type MatchModel } from './models.api.js';
import './matches.css';

const tone: Record<MatchModelStatus, Tone> = {
  CANDIDATE: 'active',
  RECOMMENDED: 'attention',
  IN_USE: 'good',
  RETIRED: 'neutral',
  DROPPED: 'neutral',
};

/** The coefficients that wait, are used and were used; two operators decide on each. */
export function ModelsPage() {
  const { t } = useTranslation('matches');
  usePageTitle(t('models.title'));
  const { data, error, refetch } = useQuery({ queryKey: modelKeys.all, queryFn: loadModels });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <PageFrame title={t('models.title')} meta={<span>{t('models.inUse', { name: data.matchModelInUse })}</span>}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('models.hint')}
      </p>
      {data.matchModels.length ? null : (
        <Panel>
          <EmptyState text={t('models.none')} />
        </Panel>
      )}
      {data.matchModels.map((model) => (
        <Model key={model.id} model={model} />
      ))}
    </PageFrame>
  );
}

function Model({ model }: { model: MatchModel }) {
  const { t } = useTranslation('matches');
  const { message } = App.useApp();
  const { name, status, intercept, slope, ceiling, withSimilarity, recommendedByName, decidedByName, availableActions, comparison } = model;
  return (
    <Panel title={name} extra={<StatusTag tone={tone[status]}>{t(`modelStatus.${status}`)}</StatusTag>}>
      <div className="page-meta" style={{ marginTop: 0 }}>
        <span className="num">{moment(model.createdAt)}</span>
        <span className="num">{t('models.formula', { intercept, slope, ceiling })}</span>
        {withSimilarity ? <span className="num">{t('models.withSimilarity', { ...withSimilarity, ceiling })}</span> : null}
        {comparison.fittedOn ? <span className="num">{t('models.fittedOn', { text: comparison.fittedOn })}</span> : null}
        {recommendedByName ? <span>{t('models.by', { name: recommendedByName })}</span> : null}
        {decidedByName ? <span>{t('models.decided', { name: decidedByName })}</span> : null}
      </div>
      {status === 'DROPPED' || status === 'IN_USE' ? null : <ModelComparison comparison={comparison} similarity={withSimilarity} />}
      <div className="match-actions" style={{ marginTop: 12 }}>
        {availableActions.map((action) => (
          <Popconfirm
            key={action}
            title={t(`models.sure.${action}`)}
            okText={t(`modelAction.${action}`)}
            onConfirm={() => stepModel(action, model).catch((error: unknown) => message.error(errorSentence(error)))}
          >
            <Button type={action === 'drop' ? 'default' : 'primary'}>{t(`modelAction.${action}`)}</Button>
          </Popconfirm>
        ))}
      </div>
    </Panel>
  );
}

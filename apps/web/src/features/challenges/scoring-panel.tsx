import { Alert, App, Collapse, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { scoreCard, type ScoreCardContent } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshAll, scoreClaim, type Challenge, type ClaimRow } from './challenges.api.js';
import { ClaimContentView } from './claim-content.js';
import { DeclarationPanel } from './declaration-panel.js';
import { useLabelOf } from './labels.js';

/** For a reviewer: one card per claim. What others gave is seen by nobody until all are in. */
export function ScoringPanel({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'challengeEngines']);
  const isReviewer = c.availableActions.length === 0 && c.reviewers.length === 1 && !c.isOrganiser && !c.isOwn;
  const seat = c.reviewers[0];
  if (!isReviewer || !seat || (c.status !== 'REVIEW' && c.status !== 'QUALIFIED')) return null;
  if (seat.recusedAt) return <Alert type="info" showIcon title={t('challengeEngines:declaration.steppedBack')} style={{ marginBottom: 16 }} />;
  if (!seat.declaredAt) return <DeclarationPanel challenge={c} />;
  if (c.status !== 'REVIEW') return null;
  const isDone = (k: ClaimRow) => c.myCards.some((card) => card.claimId === k.id);
  const claims = c.claims.filter((k) => k.content !== null);
  return (
    <Panel title={t('score.title', { done: claims.filter(isDone).length, count: claims.length })}>
      <Collapse
        items={claims.map((k) => ({
          key: k.id,
          label: `${k.organisation?.name ?? ''}　${isDone(k) ? t('score.given') : t('score.open')}`,
          children: (
            <>
              <ClaimContentView content={k.content} />
              {isDone(k) ? null : <Card challenge={c} claimId={k.id} />}
            </>
          ),
        }))}
      />
    </Panel>
  );
}

function Card({ challenge: c, claimId }: { challenge: Challenge; claimId: string }) {
  const { t } = useTranslation('challenges');
  const { message } = App.useApp();
  const labelOf = useLabelOf();
  const send = async (values: ScoreCardContent) => {
    await scoreClaim(claimId, values);
    void message.success(t('done.score'));
    await refreshAll();
  };
  return (
    <div style={{ marginTop: 16 }}>
      <ZodForm
        schema={scoreCard}
        keptAs={`score ${claimId}`}
        initialValues={{ scores: c.criteria.map((x) => ({ criterion: x.name, points: null, reason: '' })) }}
        onSubmit={send}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labelOf}
        summaryTitle={t('formTitle')}
        submitText={t('action.score')}
      >
        {c.criteria.map((x, i) => (
          <div key={x.name} style={{ display: 'flex', flexWrap: 'wrap', columnGap: 12 }}>
            <Form.Item
              name={['scores', i, 'points']}
              label={t('score.of', { name: x.name, weight: x.weight })}
              style={{ flex: '1 1 160px' }}
            >
              <InputNumber min={0} max={100} precision={0} />
            </Form.Item>
            <Form.Item name={['scores', i, 'reason']} label={t('score.reason')} style={{ flex: '3 1 260px' }}>
              <LongText autoSize={{ minRows: 1, maxRows: 6 }} max={500} />
            </Form.Item>
          </div>
        ))}
      </ZodForm>
    </div>
  );
}

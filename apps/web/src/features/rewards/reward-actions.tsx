import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DistributionAction } from '@jihui/domain';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshRewards, rewardSteps, type Distribution } from './rewards.api.js';

const withReason = ['object', 'answer', 'cancel'] as const;
type WithReason = (typeof withReason)[number];
const atOnce = ['notice', 'agree'] as const;

/** The next step of a distribution; paying is chosen share by share below. */
export function RewardActions({ distribution: d }: { distribution: Distribution }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<WithReason | null>(null);
  const may = (action: DistributionAction) => d.availableActions.includes(action);
  const ask = (action: (typeof atOnce)[number]) =>
    modal.confirm({
      title: t(`reward.action.${action}`),
      content: t(`reward.ask.${action}`),
      okText: t(`reward.action.${action}`),
      cancelText: t('common:cancel'),
      onOk: async () => {
        await rewardSteps[action](d).catch((error: unknown) => message.error(errorSentence(error)));
        await refreshRewards();
      },
    });
  return (
    <>
      {atOnce.filter(may).map((action) => (
        <Button key={action} type="primary" onClick={() => ask(action)}>
          {t(`reward.action.${action}`)}
        </Button>
      ))}
      {may('edit') ? <Button onClick={() => void navigate(`/rewards/${d.id}/edit`)}>{t('reward.action.edit')}</Button> : null}
      {withReason.filter(may).map((action) => (
        <Button key={action} danger={action === 'cancel'} onClick={() => setAsked(action)}>
          {t(`reward.action.${action}`)}
        </Button>
      ))}
      <ReasonDialog
        open={asked !== null}
        keptAs={`${asked ?? ''} ${d.id}`}
        title={asked ? t(`reward.action.${asked}`) : ''}
        label={t('field.reason')}
        okText={asked ? t(`reward.action.${asked}`) : ''}
        cancelText={t('common:cancel')}
        danger={asked === 'cancel'}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsked(null)}
        onOk={async (reason) => {
          if (!asked) return;
          await rewardSteps[asked](d, reason);
          setAsked(null);
          await refreshRewards();
        }}
      />
    </>
  );
}

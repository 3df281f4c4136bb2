import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { demandSteps, refreshAll, type Demand } from './demands.api.js';

type Shown = Pick<Demand, 'id' | 'version' | 'status' | 'availableActions'>;

/** What its enterprise, or an operator, may do with a demand now. */
export function DemandActions({ demand }: { demand: Shown }) {
  const { t } = useTranslation(['demands', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const ref = { id: demand.id, version: demand.version };
  const may = (action: Shown['availableActions'][number]) => demand.availableActions.includes(action);
  const edit = () => void navigate(`/my/demands/${demand.id}/edit`);
  const step = useMutation({
    mutationFn: async ({ run }: { run: () => Promise<unknown>; done: string; after?: () => void }) => run(),
    onSuccess: async (_result, { done, after }) => {
      after?.();
      void message.success(done);
      await refreshAll();
    },
    onError: (error) => void message.error(errorSentence(error)),
  });
  const ask = (title: string, content: string, okText: string, onOk: () => void, danger = false) =>
    modal.confirm({ title, content, okText, cancelText: t('common:cancel'), okButtonProps: { danger }, onOk });

  return (
    <>
      {may('edit') ? (
        <Button type="primary" onClick={edit}>
          {t('action.edit')}
        </Button>
      ) : null}
      {may('publish') ? (
        <Button type="primary" onClick={() => void navigate(`/review/demands?id=${demand.id}`)}>
          {t('action.review')}
        </Button>
      ) : null}
      {may('revise') ? (
        <Button
          onClick={() =>
            ask(t('action.revise'), t('action.reviseAsk'), t('action.reviseOk'), () =>
              step.mutate({ run: () => demandSteps.revise(ref), done: t('done.revise'), after: edit }),
            )
          }
        >
          {t('action.revise')}
        </Button>
      ) : null}
      {may('close') ? (
        <Button
          onClick={() =>
            ask(t('action.close'), t('action.closeAsk'), t('action.close'), () =>
              step.mutate({ run: () => demandSteps.close(ref), done: t('done.close') }),
            )
          }
        >
          {t('action.close')}
        </Button>
      ) : null}
      {may('withdraw') ? <Button onClick={() => setWithdrawing(true)}>{t('action.withdraw')}</Button> : null}
      {may('reopen') ? (
        <Button
          type="primary"
          loading={step.isPending}
          onClick={() => step.mutate({ run: () => demandSteps.reopen(ref), done: t('done.reopen') })}
        >
          {t('action.reopen')}
        </Button>
      ) : null}
      {may('delete') ? (
        <Button
          danger
          onClick={() =>
            ask(
              t('remove'),
              t('removeAsk'),
              t('remove'),
              () => step.mutate({ run: () => demandSteps.delete(ref), done: t('removed'), after: () => void navigate('/my/demands') }),
              true,
            )
          }
        >
          {t('remove')}
        </Button>
      ) : null}
      <ReasonDialog
        open={withdrawing}
        keptAs={`withdraw ${ref.id}`}
        title={t('action.withdrawTitle')}
        label={t('action.withdrawLabel')}
        hint={t('action.withdrawHint')}
        okText={t('action.withdraw')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setWithdrawing(false)}
        onOk={async (reason) => {
          await demandSteps.withdraw(ref, reason);
          setWithdrawing(false);
          void message.success(t('done.withdraw'));
          await refreshAll();
        }}
      />
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReasonDialog } from '@jihui/ui';
import { ApiError } from '../../lib/api.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { achievementSteps, refreshAll, type Achievement } from './achievements.api.js';

type Shown = Pick<Achievement, 'id' | 'version' | 'availableActions'>;
type Asked = 'returnToInventor' | 'withdraw';

/** What its author or the TTO may do with an achievement now. */
export function AchievementActions({ achievement }: { achievement: Shown }) {
  const { t } = useTranslation(['achievements', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ref = { id: achievement.id, version: achievement.version };
  const may = (...actions: Shown['availableActions']) => actions.some((a) => achievement.availableActions.includes(a));
  const edit = () => void navigate(`/my/achievements/${achievement.id}/edit`);
  const step = useMutation({
    mutationFn: async ({ run }: { run: () => Promise<unknown>; done: string; after?: () => void }) => run(),
    onSuccess: async (_result, { done, after }) => {
      after?.();
      void message.success(done);
      await refreshAll();
    },
    onError: (error) => {
      const issues = error instanceof ApiError ? (error.params.issues ?? []) : [];
      void message.error(issues.length ? t('action.incomplete', { count: issues.length }) : errorSentence(error));
      if (issues.length) edit();
    },
  });
  const ask = (title: string, content: string, onOk: () => void, danger = false) =>
    modal.confirm({ title, content, okText: title, cancelText: t('common:cancel'), okButtonProps: { danger }, onOk });

  return (
    <>
      {may('release') ? (
        <Button
          type="primary"
          loading={step.isPending}
          onClick={() =>
            ask(t('action.release'), t('action.releaseAsk'), () =>
              step.mutate({ run: () => achievementSteps.release(ref), done: t('released') }),
            )
          }
        >
          {t('action.release')}
        </Button>
      ) : null}
      {may('edit', 'amend', 'revise') ? (
        <Button type={may('release') ? 'default' : 'primary'} onClick={edit}>
          {t('action.edit')}
        </Button>
      ) : null}
      {may('returnToInventor') ? <Button onClick={() => setAsked('returnToInventor')}>{t('action.returnToInventor')}</Button> : null}
      {may('close') ? (
        <Button
          onClick={() =>
            ask(t('action.close'), t('action.closeAsk'), () =>
              step.mutate({ run: () => achievementSteps.close(ref), done: t('done.close') }),
            )
          }
        >
          {t('action.close')}
        </Button>
      ) : null}
      {may('withdraw') ? <Button onClick={() => setAsked('withdraw')}>{t('action.withdraw')}</Button> : null}
      {may('reopen') ? (
        <Button
          type="primary"
          loading={step.isPending}
          onClick={() => step.mutate({ run: () => achievementSteps.reopen(ref), done: t('done.reopen') })}
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
              () =>
                step.mutate({
                  run: () => achievementSteps.delete(ref),
                  done: t('removed'),
                  after: () => void navigate('/my/achievements'),
                }),
              true,
            )
          }
        >
          {t('remove')}
        </Button>
      ) : null}
      <ReasonDialog
        key={asked}
        open={asked !== null}
        keptAs={`${asked ?? ''} ${achievement.id}`}
        title={t(asked === 'withdraw' ? 'action.withdrawTitle' : 'action.returnTitle')}
        label={t(asked === 'withdraw' ? 'action.withdrawLabel' : 'action.returnLabel')}
        hint={asked === 'withdraw' ? t('action.withdrawHint') : undefined}
        okText={t(asked === 'withdraw' ? 'action.withdraw' : 'action.returnToInventor')}
        cancelText={t('common:cancel')}
        suggestions={
          asked === 'withdraw' ? [] : [t('suggestion.figure'), t('suggestion.evidence'), t('suggestion.secret'), t('suggestion.ip')]
        }
        suggestionsTitle={t('common:oftenNeeded')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsked(null)}
        onOk={async (reason) => {
          if (!asked) return;
          await achievementSteps[asked](ref, reason);
          setAsked(null);
          void message.success(t(`done.${asked}`));
          await refreshAll();
        }}
      />
    </>
  );
}

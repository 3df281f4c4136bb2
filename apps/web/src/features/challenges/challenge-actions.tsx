import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { copyChallenge, plainSteps, reasonedSteps, refreshAll, type Challenge } from './challenges.api.js';
import { AmendDialog, PassPhraseDialog, PublishDialog } from './step-dialogs.js';

const plain = ['agree', 'reopen', 'screen', 'approve', 'qualify', 'startReview', 'announce', 'conclude'] as const;
const reasoned = ['withdraw', 'returnToOwner', 'reconsider', 'terminate'] as const;
type Reasoned = (typeof reasoned)[number];
type Dialog = 'holdKey' | 'open' | 'publish' | 'amend' | null;

/** What the reader may do with an item now. */
export function ChallengeActions({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Reasoned | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const ref = { id: challenge.id, version: challenge.version };
  const may = (action: Challenge['availableActions'][number]) => challenge.availableActions.includes(action);
  const step = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; done: string }) => run(),
    onSuccess: async (_result, { done }) => {
      void message.success(done);
      await refreshAll();
    },
    onError: (error) => void message.error(errorSentence(error)),
  });
  const copy = async () => {
    try {
      await navigate(`/my/challenges/${await copyChallenge(challenge.id)}/edit`);
    } catch (error) {
      void message.error(errorSentence(error));
    }
  };
  const mine = challenge.keyHolders.find((k) => k.isMe);
  const confirm = (name: (typeof plain)[number]) =>
    modal.confirm({
      title: t(`action.${name}`),
      content: t(`ask.${name}`),
      okText: t(`action.${name}`),
      cancelText: t('common:cancel'),
      onOk: () => step.mutate({ run: () => plainSteps[name](ref), done: t(`done.${name}`) }),
    });
  const done = async (text: string) => {
    setDialog(null);
    void message.success(text);
    await refreshAll();
  };
  return (
    <>
      {may('edit') ? (
        <Button type="primary" onClick={() => void navigate(`/my/challenges/${challenge.id}/edit`)}>
          {t('action.edit')}
        </Button>
      ) : null}
      {may('argue') ? (
        <Button
          type={challenge.status === 'SCREENED' ? 'primary' : 'default'}
          onClick={() => void navigate(`/review/challenges/${challenge.id}/rewrite`)}
        >
          {t('action.argue')}
        </Button>
      ) : null}
      {plain
        .filter((name) => may(name))
        .map((name) => (
          <Button key={name} type="primary" loading={step.isPending} onClick={() => confirm(name)}>
            {t(`action.${name}`)}
          </Button>
        ))}
      {may('holdKey') && !mine && challenge.keyHolders.length < 2 ? (
        <Button onClick={() => setDialog('holdKey')}>{t('action.holdKey')}</Button>
      ) : null}
      {may('publish') ? (
        <Button type="primary" disabled={challenge.keyHolders.length < 2} onClick={() => setDialog('publish')}>
          {t('action.publish')}
        </Button>
      ) : null}
      {may('amend') ? <Button onClick={() => setDialog('amend')}>{t('action.amend')}</Button> : null}
      {may('open') && mine && !mine.givenAt ? (
        <Button type="primary" onClick={() => setDialog('open')}>
          {t('action.open')}
        </Button>
      ) : null}
      {challenge.isOwn && ['NO_CLAIM', 'TERMINATED'].includes(challenge.status) ? (
        <Button type="primary" onClick={() => void copy()}>
          {t('action.copy')}
        </Button>
      ) : null}
      {reasoned
        .filter((name) => may(name))
        .map((name) => (
          <Button key={name} onClick={() => setAsking(name)}>
            {t(`action.${name}`)}
          </Button>
        ))}
      <ReasonDialog
        open={asking !== null}
        keptAs={`${asking ?? ''} ${challenge.id}`}
        title={asking ? t(`action.${asking}`) : ''}
        label={t('reasonLabel')}
        hint={asking ? t(`ask.${asking}`) : undefined}
        okText={asking ? t(`action.${asking}`) : ''}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsking(null)}
        onOk={async (reason) => {
          if (!asking) return;
          await reasonedSteps[asking](ref, reason);
          void message.success(t(`done.${asking}`));
          setAsking(null);
          // A draft is the owner's alone: its page is gone for who gave it back.
          if (asking === 'returnToOwner') await navigate('/review/challenges');
          await refreshAll();
        }}
      />
      <PassPhraseDialog
        kind={dialog === 'holdKey' || dialog === 'open' ? dialog : null}
        challenge={challenge}
        onCancel={() => setDialog(null)}
        onDone={done}
      />
      <PublishDialog open={dialog === 'publish'} challenge={challenge} onCancel={() => setDialog(null)} onDone={done} />
      <AmendDialog open={dialog === 'amend'} challenge={challenge} onCancel={() => setDialog(null)} onDone={done} />
    </>
  );
}

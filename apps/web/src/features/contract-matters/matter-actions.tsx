import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterAction } from '@jihui/domain';
import { ReasonDialog } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { OpinionDialog } from '../../lib/opinion-dialog.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { useMatterWords } from './matter-status.js';
import { matterSteps, refreshMatters, type Matter } from './matters.api.js';
import { RefileDialog } from './refile-dialog.js';

const order = ['agree', 'examine', 'grant', 'refile', 'return', 'refuse', 'withdraw'] as const satisfies readonly MatterAction[];
const forwards: readonly MatterAction[] = ['agree', 'examine', 'grant', 'refile'];

/** What this person may do with the matter now; the first button is the next step. The branch's steps have the desk's keys. */
export function MatterActions({ matter: m }: { matter: Matter }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const words = useMatterWords(m.kind);
  const { can } = useSession();
  const { message, modal } = App.useApp();
  const [asked, setAsked] = useState<'examine' | 'grant' | 'return' | 'refuse' | 'refile' | null>(null);
  const may = (action: MatterAction) => m.availableActions.includes(action);
  const stop = () => setAsked(null);
  const done = async (action: MatterAction) => {
    stop();
    void message.success(words.done(action));
    await refreshMatters();
  };
  const confirm = (action: 'agree' | 'withdraw') =>
    modal.confirm({
      title: words.action(action),
      content: action === 'agree' ? t('agreeAsk') : undefined,
      okText: words.action(action),
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          await matterSteps[action](m);
          await done(action);
        } catch (error) {
          void message.error(errorSentence(error));
          await refreshMatters();
        }
      },
    });
  const ask = (action: MatterAction) => (action === 'agree' || action === 'withdraw' ? confirm(action) : setAsked(action));
  const forward = order.find((action) => forwards.includes(action) && may(action));
  useDeskKeys({
    a: () => forward && ask(forward),
    r: () => may('return') && setAsked('return'),
    x: () => may('refuse') && setAsked('refuse'),
  });
  const keyOf = (action: MatterAction) => (action === forward ? 'A' : action === 'return' ? 'R' : action === 'refuse' ? 'X' : undefined);
  return (
    <>
      {order.filter(may).map((action) => (
        <Button
          key={action}
          type={action === forward ? 'primary' : action === 'withdraw' ? 'text' : 'default'}
          danger={action === 'refuse'}
          aria-keyshortcuts={keyOf(action)}
          onClick={() => ask(action)}
        >
          {words.action(action)}
        </Button>
      ))}
      {m.status === 'EXAMINED' && can('matter.decide') && !may('grant') ? <span className="muted">{t('decidedByOther')}</span> : null}
      <OpinionDialog
        open={asked === 'examine' || asked === 'grant'}
        keptAs={`${asked ?? ''} ${m.id}`}
        title={asked ? words.action(asked) : ''}
        text={asked === 'grant' ? words.grantAsk : t('examineAsk')}
        label={t('opinionLabel')}
        okText={asked ? words.action(asked) : ''}
        danger={asked === 'grant' && m.kind === 'REVOCATION'}
        onCancel={stop}
        onOk={async (opinion) => {
          if (asked !== 'examine' && asked !== 'grant') return;
          await matterSteps[asked](m, opinion);
          await done(asked);
        }}
      />
      {asked === 'refile' ? <RefileDialog matter={m} onCancel={stop} onDone={() => done('refile')} /> : null}
      <ReasonDialog
        open={asked === 'return' || asked === 'refuse'}
        keptAs={`${asked ?? ''} ${m.id}`}
        title={asked ? words.action(asked) : ''}
        label={t('opinion')}
        okText={asked ? words.action(asked) : ''}
        cancelText={t('common:cancel')}
        danger={asked === 'refuse'}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={stop}
        onOk={async (reason) => {
          if (asked !== 'return' && asked !== 'refuse') return;
          await matterSteps[asked](m, reason);
          await done(asked);
        }}
      />
    </>
  );
}

import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterAction } from '@jihui/domain';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { matterSteps, refreshMatters, type Matter } from './matters.api.js';

const withReason = ['return', 'refuse', 'refile'] as const;
type WithReason = (typeof withReason)[number];
const atOnce = ['agree', 'examine', 'grant', 'withdraw'] as const;

/** What this person may do with the matter now; the first button is the next step. */
export function MatterActions({ matter: m }: { matter: Matter }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { message, modal } = App.useApp();
  const [asked, setAsked] = useState<WithReason | null>(null);
  const may = (action: MatterAction) => m.availableActions.includes(action);
  const done = async (action: MatterAction) => {
    void message.success(t(`done.${action}`));
    await refreshMatters();
  };
  const ask = (action: (typeof atOnce)[number]) =>
    modal.confirm({
      title: t(`action.${action}`),
      content: action === 'grant' ? t('grantAsk', { kind: t(`kind.${m.kind}`) }) : action === 'agree' ? t('agreeAsk') : undefined,
      okText: t(`action.${action}`),
      cancelText: t('common:cancel'),
      okButtonProps: { danger: action === 'grant' && m.kind === 'REVOCATION' },
      onOk: async () => {
        try {
          await (action === 'examine' || action === 'grant' ? matterSteps[action](m, null) : matterSteps[action](m));
          await done(action);
        } catch (error) {
          void message.error(errorSentence(error));
          await refreshMatters();
        }
      },
    });
  const forward = atOnce.find((action) => action !== 'withdraw' && may(action));
  // The same keys as at the desk.
  useDeskKeys({
    a: () => forward && ask(forward),
    r: () => may('return') && setAsked('return'),
    x: () => may('refuse') && setAsked('refuse'),
  });
  return (
    <>
      {atOnce.filter(may).map((action) => (
        <Button key={action} type={action === 'withdraw' ? 'text' : 'primary'} aria-keyshortcuts={action === forward ? 'A' : undefined} onClick={() => ask(action)}>
          {t(`action.${action}`)}
        </Button>
      ))}
      {withReason.filter(may).map((action) => (
        <Button key={action} danger={action === 'refuse'} onClick={() => setAsked(action)}>
          {t(`action.${action}`)}
        </Button>
      ))}
      <ReasonDialog
        open={asked !== null}
        keptAs={`${asked ?? ''} ${m.id}`}
        title={asked ? t(`action.${asked}`) : ''}
        label={t('field.reason')}
        okText={asked ? t(`action.${asked}`) : ''}
        cancelText={t('common:cancel')}
        danger={asked === 'refuse'}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsked(null)}
        onOk={async (reason) => {
          if (!asked) return;
          await matterSteps[asked](m, reason);
          setAsked(null);
          await done(asked);
        }}
      />
    </>
  );
}

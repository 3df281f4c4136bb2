import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { publishNotice, refreshNotices, withdrawNotice, type Notice } from './notices.api.js';

/** The owner's next step. */
export function NoticeActions({ notice }: { notice: Notice }) {
  const { t } = useTranslation(['notices', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const can = (action: Notice['availableActions'][number]) => notice.availableActions.includes(action);
  const publish = () =>
    modal.confirm({
      title: t('publish'),
      content: t('publishAsk', { count: notice.days }),
      okText: t('publish'),
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          const lastDay = await publishNotice(notice);
          void message.success(t('published', { day: lastDay }));
        } catch (error) {
          void message.error(errorSentence(error));
        }
        await refreshNotices();
      },
    });
  return (
    <>
      {can('publish') ? (
        <Button type="primary" onClick={publish}>
          {t('publish')}
        </Button>
      ) : null}
      {can('edit') || can('revise') ? (
        <Button onClick={() => void navigate(`/my/notices/${notice.id}/edit`)}>{t(can('edit') ? 'edit' : 'revise')}</Button>
      ) : null}
      {can('withdraw') ? (
        <Button danger onClick={() => setWithdrawing(true)}>
          {t('withdraw')}
        </Button>
      ) : null}
      <ReasonDialog
        open={isWithdrawing}
        keptAs={`withdraw ${notice.id}`}
        title={t('withdraw')}
        label={t('withdrawReason')}
        hint={t('withdrawHint')}
        okText={t('withdraw')}
        cancelText={t('common:cancel')}
        danger
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setWithdrawing(false)}
        onOk={async (reason) => {
          await withdrawNotice(notice, reason);
          setWithdrawing(false);
          await refreshNotices();
        }}
      />
    </>
  );
}

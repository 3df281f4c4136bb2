import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReasonDialog } from '@jihui/ui';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { organisationSteps, refreshAll, type Organisation } from './organisations.api.js';

/** The steps of the lifecycle that this person may take now. */
export function OrganisationActions({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'common']);
  const { message, modal } = App.useApp();
  const [suspending, setSuspending] = useState(false);
  const ref = { id: organisation.id, version: organisation.version };
  const may = (action: Organisation['availableActions'][number]) => organisation.availableActions.includes(action);
  const run = async (step: () => Promise<unknown>, done: string) => {
    try {
      await step();
      void message.success(done);
    } catch (refused) {
      void message.error(errorSentence(refused));
    }
    await refreshAll();
  };
  const restore = () =>
    modal.confirm({
      title: t('page.restoreAsk'),
      content: organisation.name,
      okText: t('page.restore'),
      cancelText: t('common:cancel'),
      onOk: () => run(() => organisationSteps.restore(ref), t('page.restored')),
    });
  return (
    <>
      {may('verify') ? (
        <Link to={`/review/organisations?id=${organisation.id}`}>
          <Button type="primary">{t('review.title')}</Button>
        </Link>
      ) : null}
      {may('resubmit') ? (
        <Button type="primary" onClick={() => void run(() => organisationSteps.resubmit(ref), t('page.resubmitted'))}>
          {t('page.resubmit')}
        </Button>
      ) : null}
      {may('restore') ? <Button onClick={() => void restore()}>{t('page.restore')}</Button> : null}
      {may('suspend') ? <Button onClick={() => setSuspending(true)}>{t('page.suspend')}</Button> : null}
      <ReasonDialog
        open={suspending}
        keptAs={`suspend ${ref.id}`}
        title={t('page.suspendTitle')}
        label={t('page.suspendLabel')}
        hint={t('page.suspendHint')}
        okText={t('page.suspend')}
        cancelText={t('common:cancel')}
        danger
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setSuspending(false)}
        onOk={async (reason) => {
          await organisationSteps.suspend(ref, reason);
          setSuspending(false);
          void message.success(t('page.suspended'));
          await refreshAll();
        }}
      />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState, Loading, PageFrame, Panel, ReasonDialog } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { getOrganisation, getQueue, organisationKeys, organisationSteps, refreshAll } from './organisations.api.js';
import { ReviewedOrganisation } from './reviewed-organisation.js';
import { VerifyQueue } from './verify-queue.js';
import './organisations.css';

/** The branch's desk for sign-ups: the queue, the organisation with what to check, and two decisions. */
export function ReviewOrganisationsPage() {
  const { t } = useTranslation(['organisations', 'common']);
  usePageTitle(t('review.title'));
  const { message, modal } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [rejecting, setRejecting] = useState(false);
  const queue = useQuery({ queryKey: organisationKeys.queue, queryFn: getQueue, refetchInterval: 60_000 });
  const items = queue.data?.items ?? [];
  const chosen = params.get('id') ?? items[0]?.id ?? null;
  const at = items.findIndex((o) => o.id === chosen);
  const { data: organisation, error } = useQuery({
    queryKey: organisationKeys.one(chosen ?? ''),
    queryFn: () => getOrganisation(chosen ?? ''),
    enabled: chosen !== null,
  });
  const open = (id: string | undefined) => setParams(id ? { id } : {}, { replace: true });
  const move = (step: 1 | -1) => items.length && open(items[(at + step + items.length) % items.length]?.id);
  const isOpen = organisation?.availableActions.includes('verify') ?? false;
  const ref = organisation ? { id: organisation.id, version: organisation.version } : null;
  const name = organisation?.name ?? '';
  const decided = async (text: string) => {
    void message.success(text);
    open((items[at + 1] ?? items.find((o) => o.id !== chosen))?.id);
    await refreshAll();
  };
  const verify = () => {
    if (!ref || !isOpen) return;
    modal.confirm({
      title: t('review.verify'),
      content: t('review.verifyAsk', { name }),
      okText: t('review.verify'),
      cancelText: t('common:cancel'),
      autoFocusButton: 'ok',
      onOk: async () => {
        try {
          await organisationSteps.verify(ref);
          await decided(t('review.verified', { name }));
        } catch (refused) {
          void message.error(errorSentence(refused));
          await refreshAll();
        }
      },
    });
  };
  useDeskKeys({ a: verify, r: () => isOpen && setRejecting(true), j: () => move(1), k: () => move(-1) });

  if (queue.error) return <FailedToLoad error={queue.error} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Loading rows={8} />;
  return (
    <PageFrame title={t('review.title')} meta={<span className="num">{t('review.waiting', { count: queue.data.total })}</span>}>
      {chosen ? (
        <div className="verify-desk">
          <VerifyQueue items={items} chosen={chosen} onChoose={open} />
          <div style={{ minWidth: 0 }}>
            {error ? (
              <FailedToLoad error={error} />
            ) : organisation ? (
              <ReviewedOrganisation organisation={organisation} />
            ) : (
              <Loading rows={8} />
            )}
            <Flex gap={8} align="center" wrap className="verify-bar">
              <Button type="primary" disabled={!isOpen} onClick={verify}>
                {t('review.verify')}
              </Button>
              <Button disabled={!isOpen} onClick={() => setRejecting(true)}>
                {t('review.reject')}
              </Button>
              <Button disabled={items.length < 2} onClick={() => move(1)}>
                {t('review.next')}
              </Button>
              <span className="muted wide-only">{t('review.keys')}</span>
            </Flex>
          </div>
        </div>
      ) : (
        <Panel>
          <EmptyState text={t('review.empty')} />
        </Panel>
      )}
      <ReasonDialog
        open={rejecting}
        keptAs={`reject ${ref?.id ?? ''}`}
        title={t('review.rejectTitle')}
        label={t('review.rejectLabel')}
        okText={t('review.reject')}
        cancelText={t('common:cancel')}
        suggestions={[t('review.suggestion.name'), t('review.suggestion.person'), t('review.suggestion.duplicate')]}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setRejecting(false)}
        onOk={async (reason) => {
          if (!ref) return;
          await organisationSteps.reject(ref, reason);
          setRejecting(false);
          await decided(t('review.rejected', { name }));
        }}
      />
    </PageFrame>
  );
}

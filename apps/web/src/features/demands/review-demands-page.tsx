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
import { demandKeys, demandSteps, getDemand, getQueue, refreshAll } from './demands.api.js';
import { ReviewQueue } from './review-queue.js';
import { ReviewedDemand } from './reviewed-demand.js';
import '../../lib/hints.css';
import './demands.css';

/** The operators' desk for demands: the queue, the demand, and two decisions. Everything can be done by keys. */
export function ReviewDemandsPage() {
  const { t } = useTranslation(['demands', 'common']);
  usePageTitle(t('review.title'));
  const { message, modal } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [returning, setReturning] = useState(false);
  const queue = useQuery({ queryKey: demandKeys.queue, queryFn: getQueue, refetchInterval: 60_000 });
  const items = queue.data?.items ?? [];
  const chosen = params.get('id') ?? items[0]?.id ?? null;
  const at = items.findIndex((d) => d.id === chosen);
  const { data: demand, error } = useQuery({
    queryKey: demandKeys.one(chosen ?? ''),
    queryFn: () => getDemand(chosen ?? ''),
    enabled: chosen !== null,
  });
  const open = (id: string | undefined) => setParams(id ? { id } : {}, { replace: true });
  const move = (step: 1 | -1) => open(items[(at + step + items.length) % items.length]?.id);
  const decided = async (text: string) => {
    void message.success(text);
    const next = items[at + 1] ?? items.find((d) => d.id !== chosen);
    open(next?.id);
    await refreshAll();
  };
  const ref = demand ? { id: demand.id, version: demand.version } : null;
  const isOpen = demand?.availableActions.includes('publish') ?? false;
  const publish = () => {
    if (!demand || !ref || !isOpen) return;
    modal.confirm({
      title: demand.title,
      content: t('review.publishAsk'),
      okText: t('review.publishOk'),
      cancelText: t('common:cancel'),
      autoFocusButton: 'ok',
      onOk: async () => {
        try {
          await demandSteps.publish(ref);
          await decided(t('done.publish', { title: demand.title }));
        } catch (refused) {
          void message.error(errorSentence(refused));
        }
      },
    });
  };
  useDeskKeys({ a: publish, r: () => isOpen && setReturning(true), j: () => items.length && move(1), k: () => items.length && move(-1) });

  if (queue.error) return <FailedToLoad error={queue.error} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Loading rows={8} />;
  return (
    <PageFrame title={t('review.title')} meta={<span className="num">{t('review.waiting', { count: queue.data.total })}</span>}>
      {!chosen ? (
        <Panel>
          <EmptyState text={`${t('review.empty')}${t('review.emptyHint')}`} />
        </Panel>
      ) : (
        <div className="desk">
          <ReviewQueue items={items} chosen={chosen} onChoose={open} />
          <div style={{ minWidth: 0 }}>
            {error ? <FailedToLoad error={error} /> : demand ? <ReviewedDemand demand={demand} /> : <Loading rows={10} />}
            <Flex gap={8} align="center" wrap className="desk-bar no-print">
              <Button type="primary" disabled={!isOpen} onClick={publish}>
                {t('review.publish')}
              </Button>
              <Button disabled={!isOpen} onClick={() => setReturning(true)}>
                {t('review.returnToOwner')}
              </Button>
              <Button disabled={items.length < 2} onClick={() => move(1)}>
                {t('review.next')}
              </Button>
              <span className="muted wide-only">{t('review.keys')}</span>
            </Flex>
          </div>
        </div>
      )}
      <ReasonDialog
        open={returning}
        keptAs={`return ${ref?.id ?? ''}`}
        title={t('review.returnTitle')}
        label={t('review.returnLabel')}
        okText={t('review.returnToOwner')}
        cancelText={t('common:cancel')}
        suggestions={[
          t('review.suggestion.indicator'),
          t('review.suggestion.state'),
          t('review.suggestion.vague'),
          t('review.suggestion.contact'),
        ]}
        suggestionsTitle={t('common:oftenNeeded')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setReturning(false)}
        onOk={async (reason) => {
          if (!demand || !ref) return;
          await demandSteps.returnToOwner(ref, reason);
          setReturning(false);
          await decided(t('done.returnToOwner', { title: demand.title }));
        }}
      />
    </PageFrame>
  );
}

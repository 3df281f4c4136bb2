import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ReviewStage } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel, ReasonDialog } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { checkSentence } from './check-sentence.js';
import { contractKeys, getContract, type Contract } from './contracts.api.js';
import { DeskBar } from './desk-bar.js';
import { DeskQueue } from './desk-queue.js';
import { getDesk } from './desk.api.js';
import { OpinionDialog } from './opinion-dialog.js';
import { RefusalDialog } from './refusal-dialog.js';
import { ReviewedFacts, ReviewedText } from './reviewed-contract.js';
import { useDecisions } from './use-decisions.js';
import './contracts.css';

/** The operators' desk: the queue, the text, the checks, the decisions. Everything can be done by keys; the address keeps the open file. */
export function ReviewDeskPage({ wholeText }: { wholeText?: (contract: Contract) => ReactNode }) {
  const { t } = useTranslation(['contracts', 'common']);
  usePageTitle(t('desk.title'));
  const [params, setParams] = useSearchParams();
  const stage = ReviewStage.safeParse(params.get('stage')).data ?? null;
  const queue = useQuery({
    queryKey: contractKeys.desk(stage),
    queryFn: () => getDesk(stage),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
  const items = queue.data?.desk.items ?? [];
  const chosen = params.get('id') ?? items[0]?.id ?? null;
  const at = items.findIndex((c) => c.id === chosen);
  const { data: contract, error } = useQuery({
    queryKey: contractKeys.one(chosen ?? ''),
    queryFn: () => getContract(chosen ?? ''),
    enabled: chosen !== null,
  });

  const go = (to: { id?: string | null; stage?: ReviewStage | null }) =>
    setParams(
      (old) => {
        const now = new URLSearchParams(old);
        for (const [key, value] of Object.entries(to)) {
          if (value) now.set(key, value);
          else now.delete(key);
        }
        return now;
      },
      { replace: true },
    );
  const move = (step: 1 | -1) => items.length && go({ id: items[(at + step + items.length) % items.length]?.id });
  const openNext = () => go({ id: (items[at + 1] ?? items.find((c) => c.id !== chosen))?.id ?? null });
  const decisions = useDecisions(contract, openNext);
  useDeskKeys({
    a: decisions.goForward,
    r: () => decisions.ask('return'),
    x: () => decisions.ask('refuse'),
    j: () => move(1),
    k: () => move(-1),
  });

  if (queue.error) return <FailedToLoad error={queue.error} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Loading rows={8} />;
  const sum = (of: 'total' | 'overdue'): number => queue.data.deskCounts.reduce((all, c) => all + c[of], 0);
  return (
    <PageFrame
      title={t('desk.title')}
      meta={
        <span className="num">{t(sum('overdue') ? 'desk.waitingLate' : 'desk.waiting', { all: sum('total'), late: sum('overdue') })}</span>
      }
    >
      <div className="review-desk">
        <DeskQueue
          items={items}
          counts={queue.data.deskCounts}
          stage={stage}
          chosen={chosen}
          onStage={(to) => go({ stage: to, id: null })}
          onChoose={(id) => go({ id })}
        />
        {error ? (
          <FailedToLoad error={error} />
        ) : contract ? (
          <>
            <section aria-label={contract.title} style={{ minWidth: 0 }}>
              <ReviewedText contract={contract} />
              {wholeText?.(contract)}
            </section>
            <ReviewedFacts contract={contract} />
          </>
        ) : chosen ? (
          <Loading rows={10} />
        ) : (
          <Panel>
            <EmptyState text={`${t('desk.empty')}${t('desk.emptyHint')}`} />
          </Panel>
        )}
      </div>
      <DeskBar contract={contract} decisions={decisions} onNext={items.length > 1 || at < 0 ? () => move(1) : null} />
      <Dialogs contract={contract} decisions={decisions} />
    </PageFrame>
  );
}

function Dialogs({ contract, decisions }: { contract: Contract | undefined; decisions: ReturnType<typeof useDecisions> }) {
  const { t } = useTranslation(['contracts', 'common']);
  const { asked, stop } = decisions;
  const title = (what: string) => `${what}：${contract?.title ?? ''}`;
  const suggestions = contract?.checks
    .filter((c) => !c.ok && c.code !== 'DUPLICATE')
    .map((c) => (c.code === 'SCAN_ATTACHED' ? t('desk.scan') : checkSentence(c)));
  return (
    <>
      <OpinionDialog
        open={asked === 'approveFirst'}
        title={title(t('desk.approveTitle'))}
        text={t('desk.approveText')}
        label={t('desk.opinion')}
        okText={t('action.approveFirst')}
        onCancel={stop}
        onOk={decisions.approveFirst}
      />
      <OpinionDialog
        open={asked === 'register'}
        title={title(t('desk.registerTitle'))}
        text={t('desk.registerText')}
        label={t('desk.registerOpinion')}
        okText={t('action.register')}
        onCancel={stop}
        onOk={decisions.register}
      />
      <ReasonDialog
        open={asked === 'return'}
        title={title(t('desk.returnTitle'))}
        label={t('desk.returnLabel')}
        okText={t('action.return')}
        cancelText={t('common:cancel')}
        suggestions={suggestions}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={stop}
        onOk={decisions.giveBack}
      />
      <RefusalDialog open={asked === 'refuse'} title={title(t('action.refuse'))} onCancel={stop} onOk={decisions.refuse} />
    </>
  );
}

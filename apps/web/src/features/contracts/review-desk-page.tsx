import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DeskShare, nextFile, ReviewStage, roleOfStage, stageOf } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { usePageTitle } from '../../app/page-title.js';
import { useDeskKeys } from '../../lib/use-desk-keys.js';
import { contractKeys, getContract, type Contract } from './contracts.api.js';
import { DeskBar } from './desk-bar.js';
import { DeskKeys } from './desk-keys.js';
import { DeskDialogs } from './desk-dialogs.js';
import { DeskQueue } from './desk-queue.js';
import { getDesk, type DeskItem } from './desk.api.js';
import { ReviewedFacts, ReviewedText } from './reviewed-contract.js';
import { useDecisions } from './use-decisions.js';
import './contracts.css';

type Parts = {
  wholeText?: (contract: Contract) => ReactNode;
  experts?: (contract: Contract) => ReactNode;
  assign: (props: { files: readonly DeskItem[]; onDone: (isAssigned: boolean) => void }) => ReactNode;
};
const shares = [null, ...DeskShare.options];

/** The operators' desk: the queue, the text, the checks, the decisions. Everything can be done by keys; the address keeps the open file. */
export function ReviewDeskPage({ wholeText, experts, assign }: Parts) {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  usePageTitle(t('desk.title'));
  const [params, setParams] = useSearchParams();
  const stage = ReviewStage.safeParse(params.get('stage')).data ?? null;
  const share = DeskShare.safeParse(params.get('share')).data ?? null;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'assign' | 'keys' | null>(null);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const queue = useQuery({
    queryKey: contractKeys.desk(stage, share),
    queryFn: () => getDesk(stage, share),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
  const items = queue.data?.desk.items ?? [];
  const { me } = useSession();
  // One's own first review is another's second, and what a colleague has taken is his.
  const isMine = ({ status, flags }: DeskItem): boolean => {
    const stage = stageOf(status);
    return stage !== null && (me?.roles.includes(roleOfStage[stage]) ?? false) && !flags.some((f) => f === 'MY_FIRST_REVIEW' || f === 'TAKEN_BY_OTHER');
  };
  // The desk opens on the first file that this person can decide about.
  const chosen = params.get('id') ?? nextFile(items, null, isMine)?.id ?? null;
  const at = items.findIndex((c) => c.id === chosen);
  const { data: contract, error } = useQuery({
    queryKey: contractKeys.one(chosen ?? ''),
    queryFn: () => getContract(chosen ?? ''),
    enabled: chosen !== null,
  });

  const go = (to: { id?: string | null; stage?: ReviewStage | null; share?: DeskShare | null }) =>
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
  const openNext = () => go({ id: nextFile(items, chosen, isMine)?.id ?? null });
  const decisions = useDecisions(contract, openNext, stage === 'ACCEPTANCE');
  const files = items.filter((c) => (marked.size ? marked.has(c.id) : c.id === chosen));
  const mark = (id: string) => setMarked((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  const show = (to: ReviewStage | null) => go({ stage: to, id: null });
  const [first = null, second = null, third = null] = ReviewStage.options;
  useDeskKeys({
    a: decisions.goForward,
    r: () => decisions.ask('return'),
    x: () => decisions.ask('refuse'),
    j: () => move(1),
    k: () => move(-1),
    d: () => setOnlyChanges((old) => !old),
    v: () => chosen && mark(chosen),
    s: () => files.length && setDialog('assign'),
    m: () => go({ share: shares[(shares.indexOf(share) + 1) % shares.length] ?? null, id: null }),
    ...{ '1': () => show(null), '2': () => show(first), '3': () => show(second), '4': () => show(third) },
    o: () => chosen && navigate(`/contracts/${chosen}`),
    l: () => navigate('/review/loads'),
    '?': () => setDialog('keys'),
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
      actions={<Link to="/review/loads">{t('desk.loads')}</Link>}
    >
      <div className="review-desk">
        <DeskQueue
          items={items}
          counts={queue.data.deskCounts}
          stage={stage}
          share={share}
          chosen={chosen}
          marked={marked}
          onShare={(to) => go({ share: to, id: null })}
          onMark={mark}
          onStage={show}
          onChoose={(id) => go({ id })}
        />
        {error ? (
          <FailedToLoad error={error} />
        ) : contract ? (
          <>
            <section aria-label={contract.title} style={{ minWidth: 0 }}>
              <ReviewedText contract={contract} onlyChanges={onlyChanges} />
              {onlyChanges ? null : wholeText?.(contract)}
            </section>
            <ReviewedFacts contract={contract} experts={experts?.(contract)} />
          </>
        ) : chosen ? (
          <Loading rows={10} />
        ) : (
          <Panel>
            <EmptyState text={`${t('desk.empty')}${t('desk.emptyHint')}`} />
          </Panel>
        )}
      </div>
      <DeskBar
        contract={contract}
        decisions={decisions}
        marked={files.length && marked.size ? files.length : 0}
        onNext={items.length > 1 || at < 0 ? () => move(1) : null}
        onAssign={() => setDialog('assign')}
      />
      <DeskDialogs contract={contract} decisions={decisions} />
      {dialog === 'assign'
        ? assign({
            files,
            onDone: (isAssigned) => {
              setDialog(null);
              if (isAssigned) setMarked(new Set());
            },
          })
        : null}
      {dialog === 'keys' ? <DeskKeys onClose={() => setDialog(null)} /> : null}
    </PageFrame>
  );
}

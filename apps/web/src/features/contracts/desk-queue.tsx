import { Checkbox, Segmented } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskShare, ReviewStage } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { deadline } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import { flagTone } from './contract-status.js';
import type { DeskCount, DeskItem } from './desk.api.js';

type Props = {
  items: readonly DeskItem[];
  counts: readonly DeskCount[];
  stage: ReviewStage | null;
  share: DeskShare | null;
  chosen: string | null;
  marked: ReadonlySet<string>;
  onShare: (share: DeskShare | null) => void;
  onMark: (id: string) => void;
  onStage: (stage: ReviewStage | null) => void;
  onChoose: (id: string) => void;
};

/** What waits at the branch, what is due first on top. */
export function DeskQueue({ items, counts, stage, share, chosen, marked, onShare, onMark, onStage, onChoose }: Props) {
  const { t } = useTranslation('contracts');
  const all = counts.reduce((sum, c) => sum + c.total, 0);
  const of = (s: ReviewStage): number => counts.find((c) => c.stage === s)?.total ?? 0;
  return (
    <nav aria-label={t('desk.queue')} className="review-side review-queue">
      <Segmented
        block
        size="small"
        aria-label={t('desk.queue')}
        value={stage ?? 'ALL'}
        onChange={(value) => onStage(ReviewStage.safeParse(value).data ?? null)}
        options={[
          { value: 'ALL', label: `${t('desk.all')} ${all}` },
          ...ReviewStage.options.map((s) => ({ value: s, label: `${t(`stage.${s}`)} ${of(s)}` })),
        ]}
        style={{ marginBottom: 8 }}
      />
      <Segmented
        block
        size="small"
        aria-label={t('desk.shareLabel')}
        value={share ?? 'ALL'}
        onChange={(value) => onShare(DeskShare.safeParse(value).data ?? null)}
        options={(['ALL', ...DeskShare.options] as const).map((value) => ({ value, label: t(`desk.share.${value}`) }))}
        style={{ marginBottom: 8 }}
      />
      <Panel>
        {items.length ? (
          <ol>
            {items.map((c) => (
              <QueueLine key={c.id} contract={c} isChosen={c.id === chosen} isMarked={marked.has(c.id)} onChoose={onChoose} onMark={onMark} />
            ))}
          </ol>
        ) : (
          <p className="muted" style={{ padding: '0 10px' }}>
            {t('desk.empty')}
          </p>
        )}
      </Panel>
    </nav>
  );
}

type LineProps = Pick<Props, 'onChoose' | 'onMark'> & { contract: DeskItem; isChosen: boolean; isMarked: boolean };

function QueueLine({ contract: c, isChosen, isMarked, onChoose, onMark }: LineProps) {
  const { t } = useTranslation(['contracts', 'codes']);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const due = c.dueOn ? deadline(c.dueOn) : null;
  return (
    <li ref={line} className="review-line">
      <Checkbox className="review-mark" checked={isMarked} aria-label={t('desk.mark', { title: c.title })} onChange={() => onMark(c.id)} />
      <button type="button" className="review-item" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(c.id)}>
        <span className="review-item-title">{c.title}</span>
        <span className="review-item-line">
          <span>{t(`codes:contractType.${c.type}`)}</span>
          <span className="num">{c.totalAmount ? money(c.totalAmount) : ''}</span>
        </span>
        <span>
          {due ? (
            <StatusTag tone={due.tone === 'late' ? 'bad' : due.tone === 'soon' ? 'attention' : 'neutral'}>{due.text}</StatusTag>
          ) : null}
          {c.assigneeName && !c.flags.some((f) => f === 'TAKEN_BY_ME' || f === 'TAKEN_BY_OTHER') ? (
            <StatusTag tone="neutral">{t('desk.with', { name: c.assigneeName })}</StatusTag>
          ) : null}
          {c.flags.map((f) => {
            const tone = flagTone[f];
            return tone ? (
              <StatusTag key={f} tone={tone}>
                {f === 'TAKEN_BY_OTHER' && c.firstReviewerName ? t('desk.taken', { name: c.firstReviewerName }) : t(`flag.${f}`)}
              </StatusTag>
            ) : null;
          })}
        </span>
      </button>
    </li>
  );
}

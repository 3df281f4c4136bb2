import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutDecision } from '@jihui/domain';
import { EmptyState, Facts, Panel, StatusTag } from '@jihui/ui';
import { exactMoney } from '../../lib/money.js';
import type { Notice } from './notices.api.js';
import { PaperFile, PaperFindings, PaperHead } from './paper-head.js';
import { TradeDialog, type Trade } from './trade-dialog.js';

/** What came of a listing or auction, for everybody; the owner enters it here. */
export function NoticeTrades({ notice, isOwner }: { notice: Notice; isOwner: boolean }) {
  const { t } = useTranslation('notices');
  const [form, setForm] = useState<{ corrects: Trade | null } | null>(null);
  const { trades } = notice;
  if (notice.status === 'DRAFT' || (notice.pricingMode === 'NEGOTIATED' && !trades.length)) return null;
  const canEnter = isOwner && notice.status !== 'WITHDRAWN' && notice.pricingMode !== 'NEGOTIATED';
  return (
    <Panel
      title={t('trades')}
      extra={canEnter ? <Button className="no-print" onClick={() => setForm({ corrects: null })}>{t('enterTrade')}</Button> : null}
    >
      {isOwner ? <p className="muted">{t('tradesHint')}</p> : null}
      <PaperFindings findings={notice.findings?.filter((f) => !isAboutDecision(f)) ?? []} />
      {trades.length ? null : <EmptyState text={t('tradesEmpty')} />}
      {trades.map((trade) => (
        <div key={trade.id} style={{ marginTop: 12 }}>
          <PaperHead paper={trade} all={trades} title={trade.venue} onCorrect={canEnter ? () => setForm({ corrects: trade }) : null} />
          <Facts
            items={[
              {
                label: t('trade.outcome'),
                value: <StatusTag tone={trade.outcome === 'SOLD' ? 'good' : 'neutral'}>{t(`outcome.${trade.outcome}`)}</StatusTag>,
              },
              trade.dealPrice ? { label: t('trade.dealPrice'), value: <strong className="num">{exactMoney(trade.dealPrice)}</strong> } : null,
              trade.buyer ? { label: t('trade.buyer'), value: trade.buyer } : null,
              { label: t('trade.lotNo'), value: trade.lotNo },
              { label: t('trade.period'), value: <span className="num">{t('fromTo', { from: trade.listedFrom, to: trade.listedUntil })}</span> },
              { label: t('trade.bidders'), value: <span className="num">{t('people', { count: trade.bidders })}</span> },
              isOwner && trade.fileId ? { label: t('trade.fileId'), value: <PaperFile {...trade} /> } : null,
            ]}
          />
        </div>
      ))}
      {form ? <TradeDialog notice={notice} corrects={form.corrects} onDone={() => setForm(null)} /> : null}
    </Panel>
  );
}

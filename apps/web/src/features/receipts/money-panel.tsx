import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Statistic } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { EmptyState, Loading, Panel, ReasonDialog, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { money } from '../../lib/money.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { FollowUps } from './follow-ups.js';
import { ReceiptDialog } from './receipt-dialog.js';
import { ReceiptsTable } from './receipts-table.js';
import { confirmRoyalty, disputeRoyalty, getMoney, receiptKeys, refreshMoney, type MoneyContract, type Royalty } from './receipts.api.js';
import { RoyaltyDialog } from './royalty-dialog.js';

const royaltyTone = { REPORTED: 'attention', CONFIRMED: 'good', DISPUTED: 'bad' } as const;

/** 履约: what has come in, what is reported, what is left to do. */
export function MoneyPanel({ contractId }: { contractId: string }) {
  const { t } = useTranslation('aftercare');
  const { me, can } = useSession();
  const [isEntering, setEntering] = useState(false);
  const { data: c, error, refetch } = useQuery({ queryKey: receiptKeys.money(contractId), queryFn: () => getMoney(contractId) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!c) return <Loading rows={5} />;
  const isSeller = me?.organisation?.id === c.seller.id && can('receipt.write');
  const isOpen = c.status === 'REGISTERED' || c.status === 'PERFORMED';
  return (
    <>
      {c.income ? (
        <Panel
          title={t('money.receipts')}
          extra={
            <Flex gap={8} wrap>
              {isSeller && can('distribution.write') && BigInt(c.income.received) > 0n ? <Link to={`/rewards/new?contract=${c.id}`}>{t('money.distribute')}</Link> : null}
              {isSeller && isOpen ? (
                <Button type="primary" onClick={() => setEntering(true)}>
                  {t('money.enter')}
                </Button>
              ) : null}
            </Flex>
          }
        >
          <Flex gap={32} wrap style={{ marginBottom: 12 }}>
            {(['received', 'techIncome', 'royalties', 'outstanding'] as const).map((name) => (
              <Statistic key={name} title={t(`money.sum.${name}`)} value={c.income ? money(c.income[name]) : ''} styles={{ content: { fontSize: 18 } }} />
            ))}
          </Flex>
          <ReceiptsTable receipts={c.receipts} canVoid={isSeller} />
        </Panel>
      ) : (
        <Panel>
          <EmptyState text={t('money.hidden')} />
        </Panel>
      )}
      {c.income ? <Royalties contract={c} isOpen={isOpen} /> : null}
      {c.income ? <FollowUps contract={c} /> : null}
      {isEntering ? <ReceiptDialog contract={c} onDone={() => setEntering(false)} /> : null}
    </>
  );
}

function Royalties({ contract: c, isOpen }: { contract: MoneyContract; isOpen: boolean }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const { me, can } = useSession();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<'report' | Royalty | null>(null);
  const own = can('receipt.write') ? me?.organisation?.id : undefined;
  const confirm = async (r: Royalty) => {
    await confirmRoyalty(r).catch((error: unknown) => message.error(errorSentence(error)));
    await refreshMoney();
  };
  return (
    <Panel title={t('money.royalties')} extra={own === c.buyer.id && isOpen ? <Button onClick={() => setAsked('report')}>{t('money.report')}</Button> : null}>
      {c.royaltyStatements.length ? (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
          {c.royaltyStatements.map((r) => (
            <li key={r.id}>
              <span className="num">{t('money.period', { from: r.from, until: r.until })}</span>{' '}
              <StatusTag tone={royaltyTone[r.status]}>{t(`money.royaltyStatus.${r.status}`)}</StatusTag>{' '}
              <span title={formatYuan(r.royalty)}>{t('money.royaltyOf', { sales: money(r.sales), royalty: money(r.royalty) })}</span>
              {own === c.seller.id && r.status === 'REPORTED' ? (
                <>
                  <Button type="link" size="small" onClick={() => void confirm(r)}>
                    {t('money.confirm')}
                  </Button>
                  <Button type="link" size="small" danger onClick={() => setAsked(r)}>
                    {t('money.dispute')}
                  </Button>
                </>
              ) : null}
              <div className="muted" style={{ whiteSpace: 'pre-line' }}>{r.dispute ?? r.performance}</div>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState text={t('money.noRoyalties')} />
      )}
      {asked === 'report' ? <RoyaltyDialog contractId={c.id} onDone={() => setAsked(null)} /> : null}
      <ReasonDialog
        open={asked !== null && asked !== 'report'}
        keptAs={`dispute ${asked === null || asked === 'report' ? '' : asked.id}`}
        title={t('money.dispute')}
        label={t('field.reason')}
        okText={t('money.dispute')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsked(null)}
        onOk={async (reason) => {
          if (asked === null || asked === 'report') return;
          await disputeRoyalty(asked, reason);
          setAsked(null);
          await refreshMoney();
        }}
      />
    </Panel>
  );
}

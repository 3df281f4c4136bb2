import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '@jihui/domain';
import { EmptyState, ReasonDialog, StatusTag } from '@jihui/ui';
import { money } from '../../lib/money.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshMoney, voidReceipt, type Receipt } from './receipts.api.js';

/** What has come in, the latest first; what was voided stays readable beside its reason. */
export function ReceiptsTable({ receipts, canVoid }: { receipts: readonly Receipt[]; canVoid: boolean }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const [voiding, setVoiding] = useState<Receipt | null>(null);
  const columns: TableColumnsType<Receipt> = [
    { title: t('money.field.receivedOn'), key: 'day', render: (_, r) => <span className="num" style={{ whiteSpace: 'nowrap' }}>{r.receivedOn}</span> },
    {
      title: t('money.field.amount'),
      key: 'amount',
      align: 'right',
      render: (_, r) => (
        <span title={formatYuan(r.amount)} style={r.voidedAt ? { textDecoration: 'line-through' } : {}}>
          {money(r.amount)}
        </span>
      ),
    },
    { title: t('money.field.techIncome'), key: 'tech', align: 'right', responsive: ['sm'], render: (_, r) => <span title={formatYuan(r.techIncome)}>{money(r.techIncome)}</span> },
    {
      title: t('money.papers'),
      key: 'papers',
      render: (_, r) => (
        <>
          <a href={`/files/${r.voucherFileId}`}>{t('money.voucher', { no: r.voucherNo })}</a>
          <br />
          <a href={`/files/${r.invoiceFileId}`}>{t('money.invoice', { no: r.invoiceNo })}</a>
        </>
      ),
    },
    {
      title: '',
      key: 'state',
      render: (_, r) => (
        <>
          {r.kind === 'ROYALTY' ? <StatusTag tone="neutral">{t('money.kind.ROYALTY')}</StatusTag> : null}
          {r.voidedAt ? <StatusTag tone="bad">{t('money.voided')}</StatusTag> : canVoid ? (
            <Button type="link" size="small" danger onClick={() => setVoiding(r)}>
              {t('money.void')}
            </Button>
          ) : null}
          <div className="muted">{[r.voidReason, r.excessReason, r.note].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
  ];
  return (
    <>
      <Table<Receipt> rowKey="id" size="small" columns={columns} dataSource={[...receipts]} pagination={false} scroll={{ x: true }} locale={{ emptyText: <EmptyState text={t('money.noReceipts')} /> }} />
      <ReasonDialog
        open={voiding !== null}
        keptAs={`void ${voiding?.id ?? ''}`}
        title={t('money.void')}
        label={t('field.reason')}
        hint={t('money.voidHint')}
        okText={t('money.void')}
        cancelText={t('common:cancel')}
        danger
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setVoiding(null)}
        onOk={async (reason) => {
          if (!voiding) return;
          await voidReceipt(voiding, reason);
          setVoiding(null);
          await refreshMoney();
        }}
      />
    </>
  );
}

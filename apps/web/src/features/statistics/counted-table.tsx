import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { money } from '../../lib/money.js';
import type { Counted } from './statistics.api.js';

/** The contracts behind a number: their sums are the number. */
export function CountedTable({ contracts, loading = false }: { contracts: readonly Counted[] | undefined; loading?: boolean }) {
  const { t } = useTranslation(['aftercare', 'codes']);
  const columns: TableColumnsType<Counted> = [
    {
      title: t('column.contract'),
      key: 'contract',
      render: (_, c) => (
        <div style={{ minWidth: 180 }}>
          <Link to={`/contracts/${c.id}`}>{c.title}</Link>
          <div className="muted num">{c.number}</div>
        </div>
      ),
    },
    { title: t('statistics.type'), key: 'type', responsive: ['md'], render: (_, c) => t(`codes:contractType.${c.type}`) },
    { title: t('statistics.registeredOn'), dataIndex: 'registeredOn', className: 'num', responsive: ['sm'] },
    { title: t('statistics.totalAmount'), key: 'total', align: 'right', render: (_, c) => <span title={formatYuan(c.totalAmount)}>{money(c.totalAmount)}</span> },
    { title: t('statistics.techAmount'), key: 'tech', align: 'right', render: (_, c) => <span title={formatYuan(c.techAmount)}>{money(c.techAmount)}</span> },
  ];
  return <Table<Counted> rowKey="id" size="small" columns={columns} dataSource={contracts ? [...contracts] : []} loading={loading} scroll={{ x: true }} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} />;
}

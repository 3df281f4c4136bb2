import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ContractClass5, TechField, type RegisterFilter } from '@jihui/domain';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { count, moment } from '../../lib/format.js';
import { exactMoney, money } from '../../lib/money.js';
import { getRegister, registerPageSize, type RegisterEntry } from './register.api.js';
import './register.css';

/** The register for anybody: every amount of which the front page's sum is made. */
export function RegisterPage() {
  const { t } = useTranslation(['contracts', 'codes']);
  usePageTitle(t('register.title'));
  const [params, setParams] = useSearchParams();
  const filter: RegisterFilter = {
    year: Number(params.get('year')) || null,
    contractClass: ContractClass5.safeParse(params.get('class')).data ?? null,
    techField: TechField.safeParse(params.get('field')).data ?? null,
    branchId: /^[\da-f-]{36}$/.exec(params.get('branch') ?? '')?.[0] ?? null,
  };
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: ['register', filter, page],
    queryFn: () => getRegister(filter, page),
    placeholderData: (before) => before,
  });
  const change = (name: string, value: string | undefined) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      if (name !== 'page') now.delete('page');
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
  const choice = (name: string, value: string | null, any: string, label: string, options: { value: string; label: string }[]) => (
    <label className="register-choice">
      <span className="muted">{label}</span>
      <Select
        aria-label={label}
        value={value ?? undefined}
        placeholder={any}
        allowClear
        options={options}
        onChange={(v: string | undefined) => change(name, v)}
        popupMatchSelectWidth={false}
      />
    </label>
  );
  const columns: TableColumnsType<RegisterEntry> = [
    {
      title: t('register.number'),
      key: 'number',
      render: (_, e) => (
        <Link to={`/verify/${e.number}`} style={{ whiteSpace: 'nowrap' }}>
          {e.number}
        </Link>
      ),
    },
    { title: t('register.contractClass'), key: 'class', render: (_, e) => t(`codes:contractClass.${e.contractClass}`) },
    {
      title: t('register.techField'),
      key: 'field',
      responsive: ['md'],
      render: (_, e) => (e.techField ? t(`codes:techField.${e.techField}`) : ''),
    },
    { title: t('register.branch'), key: 'branch', responsive: ['lg'], render: (_, e) => e.branchName },
    {
      title: t('register.day'),
      key: 'day',
      responsive: ['sm'],
      render: (_, e) => <span style={{ whiteSpace: 'nowrap' }}>{e.registeredOn}</span>,
    },
    {
      title: t('register.amount'),
      key: 'amount',
      align: 'right',
      render: (_, e) => (
        <span title={exactMoney(e.totalAmount)} style={{ whiteSpace: 'nowrap' }}>
          {money(e.totalAmount)}
        </span>
      ),
    },
  ];
  return (
    <PageFrame title={t('register.title')} meta={t('register.intro')}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <div className="register-choices no-print">
          {choice(
            'year',
            filter.year ? String(filter.year) : null,
            t('register.anyYear'),
            t('register.year'),
            (data?.years ?? []).map((y) => ({ value: String(y), label: String(y) })),
          )}
          {choice(
            'class',
            filter.contractClass ?? null,
            t('register.anyClass'),
            t('register.contractClass'),
            ContractClass5.options.map((value) => ({ value, label: t(`codes:contractClass.${value}`) })),
          )}
          {choice(
            'field',
            filter.techField ?? null,
            t('register.anyField'),
            t('register.techField'),
            TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) })),
          )}
          {choice(
            'branch',
            filter.branchId ?? null,
            t('register.anyBranch'),
            t('register.branch'),
            (data?.branches ?? []).map((b) => ({ value: b.id, label: b.name })),
          )}
        </div>
        {data ? (
          <div className="register-sum num" role="status">
            {t('register.sum', { total: count(data.total) })}{' '}
            <strong title={exactMoney(data.totalAmount)}>{money(data.totalAmount)}</strong>
            <div className="muted">
              {t('register.asOf', { time: moment(new Date(dataUpdatedAt)) })}
            </div>
            <Link to="/ledger">{t('register.ledger')}</Link>
          </div>
        ) : null}
        <Table<RegisterEntry>
          rowKey="number"
          columns={columns}
          dataSource={data?.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{
            current: page,
            pageSize: registerPageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (to) => change('page', to > 1 ? String(to) : undefined),
          }}
          locale={{
            emptyText: (
              <EmptyState text={t('register.empty')} action={<Button onClick={() => setParams({})}>{t('register.clear')}</Button>} />
            ),
          }}
        />
      </Panel>
    </PageFrame>
  );
}

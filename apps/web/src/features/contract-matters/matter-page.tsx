import { useQuery } from '@tanstack/react-query';
import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import { MatterActions } from './matter-actions.js';
import { DueTag } from '../../lib/light.js';
import { MatterTag } from './matter-tag.js';
import { getMatter, matterKeys, type Matter } from './matters.api.js';

/** One matter: what is asked for, old and new side by side, its papers, and what the branch says. */
export function MatterPage() {
  const { t } = useTranslation(['aftercare', 'contracts']);
  const { id = '' } = useParams();
  const { data: m, error, refetch } = useQuery({ queryKey: matterKeys.one(id), queryFn: () => getMatter(id) });
  usePageTitle(m ? t('matter', { kind: t(`kind.${m.kind}`) }) : t('title'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!m) return <Loading rows={8} />;
  const contract = m.contract;
  return (
    <PageFrame
      title={t('matter', { kind: t(`kind.${m.kind}`) })}
      crumbs={[
        { title: t('contracts:title'), href: '/contracts' },
        ...(contract ? [{ title: contract.registrationNo ?? contract.title, href: `/contracts/${contract.id}?tab=after` }] : []),
        { title: t(`kind.${m.kind}`) },
      ]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<MatterTag matter={m} />}
      meta={contract?.title}
      actions={<MatterActions matter={m} />}
      aside={
        <Panel>
          <Facts
            items={[
              ...(contract
                ? [
                    { label: t('column.contract'), value: <Link to={`/contracts/${contract.id}`}>{contract.registrationNo ?? contract.title}</Link> },
                    { label: t('sides'), value: `${contract.seller.name} → ${contract.buyer.name}` },
                    contract.totalAmount ? { label: t('contracts:field.totalAmount'), value: money(contract.totalAmount) } : null,
                  ]
                : []),
              m.dueOn ? { label: t('column.due'), value: <DueTag dueOn={m.dueOn} light={m.light} /> } : null,
              m.ground ? { label: t('field.ground'), value: t(`ground.${m.ground}`) } : null,
              m.examinerName ? { label: t('examiner'), value: m.examinerName } : null,
              m.deciderName ? { label: t('decider'), value: `${m.deciderName} · ${m.decidedAt ? moment(m.decidedAt) : ''}` } : null,
            ]}
          />
          <div className="muted" style={{ marginTop: 12 }}>
            {`${m.isOwn ? t('filedBy.own') : t('filedBy.other', { name: m.filedByName })} · ${moment(m.createdAt)}`}
          </div>
        </Panel>
      }
    >
      {m.opinion ? <Alert type={m.status === 'GRANTED' ? 'success' : m.status === 'EXAMINED' ? 'info' : 'warning'} showIcon title={t('opinion')} description={m.opinion} style={{ marginBottom: 16 }} /> : null}
      {contract?.refusalCode ? (
        <Panel title={t('refusedDecision')}>
          <p style={{ margin: 0 }}>{t(`contracts:refusal.${contract.refusalCode}`)}</p>
          <p style={{ whiteSpace: 'pre-line', margin: 0 }}>{contract.refusalReason}</p>
        </Panel>
      ) : null}
      <Panel title={t('reason')}>
        <p style={{ whiteSpace: 'pre-line', margin: 0 }}>{m.reason}</p>
      </Panel>
      {m.differences.length ? <Differences rows={m.differences} /> : null}
      {m.files.length ? (
        <Panel title={t('files')}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {m.files.map((file) => (
              <li key={file.id}>
                <a href={`/files/${file.id}`} download={file.name}>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </PageFrame>
  );
}

function Differences({ rows }: { rows: Matter['differences'] }) {
  const { t } = useTranslation(['aftercare', 'contracts', 'codes']);
  const words = (field: string, value: string | null) => {
    if (!value) return t('contracts:page.empty');
    if (field === 'totalAmount' || field === 'techAmount') return `${money(value)}`;
    if (field === 'paymentMode') return t(`codes:paymentMode.${value}` as 'codes:paymentMode.LUMP_SUM');
    if (field === 'techField') return t(`codes:techField.${value}` as 'codes:techField.NEW_MATERIALS');
    return value;
  };
  return (
    <Panel title={t('differences')}>
      <Table
        rowKey="field"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={[...rows]}
        columns={[
          { title: '', key: 'field', width: 120, render: (_, d) => t(`contracts:field.${d.field}` as 'contracts:field.title') },
          { title: t('field2.before'), key: 'before', render: (_, d) => <span style={{ whiteSpace: 'pre-line' }}>{words(d.field, d.before)}</span> },
          { title: t('field2.after'), key: 'after', render: (_, d) => <strong style={{ whiteSpace: 'pre-line' }}>{words(d.field, d.after)}</strong> },
        ]}
      />
    </Panel>
  );
}

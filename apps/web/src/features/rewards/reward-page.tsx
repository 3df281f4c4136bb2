import { useQuery } from '@tanstack/react-query';
import { Alert, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatYuan, type Explained, type RuleUse } from '@jihui/domain';
import { Facts, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { shareText } from '../../lib/explained.js';
import { Citations, ExplainedLines } from '../../lib/explained-lines.js';
import { DueTag } from '../../lib/light.js';
import { PayDialog } from './pay-dialog.js';
import { RewardActions } from './reward-actions.js';
import { rewardTone } from './reward-status.js';
import { getDistribution, rewardKeys, type Distribution } from './rewards.api.js';

/** 奖酬分配: who gets what by which rules, its notice inside the unit, and what is paid. */
export function RewardPage() {
  const { t } = useTranslation('aftercare');
  const { id = '' } = useParams();
  usePageTitle(t('reward.one'));
  const { data: d, error, refetch } = useQuery({ queryKey: rewardKeys.one(id), queryFn: () => getDistribution(id) });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!d) return <Loading rows={8} />;
  return (
    <PageFrame
      title={t('reward.one')}
      crumbs={[{ title: t('reward.title'), href: '/rewards' }, { title: d.contract?.registrationNo ?? t('reward.one') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={rewardTone[d.status]}>{t(`reward.status.${d.status}`)}</StatusTag>}
      meta={d.contract?.title}
      actions={<RewardActions distribution={d} />}
      aside={
        <Panel>
          <Facts
            items={[
              { label: t('reward.pool'), value: <strong>{formatYuan(d.pool)}</strong> },
              { label: t('reward.field.netIncome'), value: formatYuan(d.netIncome) },
              { label: t('reward.payBy'), value: <DueTag dueOn={d.payBy} light={d.light} /> },
              d.noticeLastDay ? { label: t('reward.noticePeriod'), value: t('money.period', { from: d.noticedOn ?? '', until: d.noticeLastDay }) } : null,
              { label: t('reward.field.decidedBy'), value: `${d.decidedBy}（${d.decidedOn}）` },
            ]}
          />
        </Panel>
      }
    >
      {d.status === 'NOTICED' ? <Alert type="info" showIcon title={t('reward.noticeSays', { number: d.contract?.registrationNo ?? '', day: d.noticeLastDay ?? '' })} style={{ marginBottom: 16 }} /> : null}
      {d.cancelReason ? <Alert type="warning" showIcon title={d.cancelReason} style={{ marginBottom: 16 }} /> : null}
      <Shares distribution={d} />
      {d.objections.length ? (
        <Panel title={t('reward.objections')}>
          <ul style={{ margin: 0, paddingInlineStart: 18, display: 'grid', gap: 8 }}>
            {d.objections.map((o) => (
              <li key={`${o.on} ${o.text}`}>
                <span className="muted num">{o.on}</span> {o.text}
                <div className="muted">{o.answer ?? t('reward.noAnswer')}</div>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={t('reward.result')}>
        <ExplainedLines lines={d.lines as Explained[]} />
        <Citations rules={d.rules as RuleUse[]} />
      </Panel>
    </PageFrame>
  );
}

function Shares({ distribution: d }: { distribution: Distribution }) {
  const { t } = useTranslation('aftercare');
  const [chosen, setChosen] = useState<string[]>([]);
  const isPaying = d.availableActions.includes('pay');
  return (
    <Panel title={t('reward.completers')} extra={isPaying && chosen.length ? <PayDialog distribution={d} names={chosen} onDone={() => setChosen([])} /> : isPaying ? <span className="muted">{t('reward.choose')}</span> : null}>
      <Table
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={[...d.shares]}
        {...(isPaying
          ? { rowSelection: { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)), getCheckboxProps: (s) => ({ disabled: Boolean(s.paidOn), 'aria-label': s.name }) } }
          : {})}
        columns={[
          { title: t('reward.name'), dataIndex: 'name' },
          { title: t('reward.share'), key: 'bp', align: 'right', render: (_, s) => shareText(s.shareBp) },
          { title: t('reward.amount'), key: 'fen', align: 'right', render: (_, s) => <span className="num">{formatYuan(s.fen)}</span> },
          { title: t('reward.paid'), key: 'paid', render: (_, s) => (s.paidOn ? `${s.paidOn} · ${s.voucherNo ?? ''}` : <span className="muted">{t('reward.unpaid')}</span>) },
        ]}
      />
    </Panel>
  );
}

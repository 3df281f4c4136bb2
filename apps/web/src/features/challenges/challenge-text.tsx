import { Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '@jihui/ui';
import { formatMoney } from '../../lib/format.js';
import type { Challenge } from './challenges.api.js';
import './challenges.css';

/** What bidders answer to: need, indicators, terms, criteria. */
export function ChallengeText({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'codes']);
  const text = (field: 'background' | 'triedSelf' | 'deliverables' | 'acceptance' | 'ipSharing' | 'bidderConditions' | 'ndaAnnex') =>
    c[field] || null;
  return (
    <>
      <Panel title={t('field.background')}>
        <div className="challenge-text">{text('background')}</div>
        <Sub title={t('field.triedSelf')}>{text('triedSelf')}</Sub>
      </Panel>
      <Panel title={t('field.indicators')}>
        <Table
          rowKey="name"
          size="small"
          pagination={false}
          scroll={{ x: true }}
          dataSource={c.indicators}
          columns={[
            {
              title: t('indicator.name'),
              key: 'name',
              render: (_, i) => (
                <span>
                  {i.name} {i.must ? <Tag color="red">{t('must')}</Tag> : <Tag>{t('nice')}</Tag>}
                </span>
              ),
            },
            {
              title: t('indicator.current'),
              key: 'current',
              render: (_, i) => (i.current ? `${i.current} ${i.unit ?? ''}` : t('unknown')),
            },
            {
              title: t('indicator.target'),
              key: 'target',
              render: (_, i) => (
                <strong className="num">{`${i.op === 'TEXT' ? '' : t(`codes:indicatorOp.${i.op}`)} ${i.target} ${i.unit ?? ''}`}</strong>
              ),
            },
            { title: t('indicator.method'), key: 'method', render: (_, i) => i.method },
          ]}
        />
        <Sub title={t('field.deliverables')}>{text('deliverables')}</Sub>
        <Sub title={t('field.acceptance')}>{text('acceptance')}</Sub>
      </Panel>
      <Panel title={t('section.bid')}>
        <Sub title={t('field.bidderConditions')}>{text('bidderConditions')}</Sub>
        <Sub title={t('field.ipSharing')}>{text('ipSharing')}</Sub>
        <h3 className="muted">{t('field.criteria')}</h3>
        <Table
          rowKey="name"
          size="small"
          pagination={false}
          scroll={{ x: true }}
          dataSource={c.criteria}
          columns={[
            { title: t('criterion.name'), dataIndex: 'name', key: 'name' },
            { title: t('criterion.weight'), key: 'weight', width: 90, render: (_, x) => <span className="num">{`${x.weight}%`}</span> },
            ...(c.criteria.some((x) => x.hint) ? [{ title: t('criterion.hint'), dataIndex: 'hint', key: 'hint' }] : []),
          ]}
        />
        {c.gates.length ? <Sub title={t('field.gates')}>{c.gates.map((g) => `${g.day} ${g.name}：${g.rule}`).join('\n')}</Sub> : null}
      </Panel>
      {c.ndaAnnex ? (
        <Panel title={t('field.ndaAnnex')}>
          <p className="muted">{t('ndaHint')}</p>
          <div className="challenge-text">{c.ndaAnnex}</div>
        </Panel>
      ) : null}
    </>
  );
}

function Sub({ title, children }: { title: string; children: ReactNode }) {
  return children ? (
    <>
      <h3 className="muted" style={{ fontSize: 14, margin: '12px 0 2px' }}>
        {title}
      </h3>
      <div className="challenge-text">{children}</div>
    </>
  ) : null;
}

/** Short facts: kind, mode, money by source, payments, term. */
export function ChallengeFacts({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation(['challenges', 'codes']);
  const money = (fen: string | null) => (fen ? <span className="num">{formatMoney(fen)}</span> : null);
  return (
    <Facts
      items={[
        { label: t('field.number'), value: c.number },
        { label: t('field.owner'), value: c.organisation?.name },
        { label: t('field.kind'), value: t(`kind.${c.kind}`) },
        { label: t('field.mode'), value: c.mode === 'HORSE_RACE' ? t('raceTeams', { count: c.teams }) : t(`mode.${c.mode}`) },
        { label: t('field.bidderCash'), value: money(c.bidderCash) },
        { label: t('field.ownFunds'), value: money(c.ownFunds) },
        { label: t('field.fiscalSupport'), value: money(c.fiscalSupport) },
        { label: t('field.paymentPlan'), value: c.paymentPlan.map((p) => `${p.name} ${p.percent}%`).join('，') },
        { label: t('field.endsOn'), value: c.endsOn },
        c.techField ? { label: t('field.techField'), value: t(`codes:techField.${c.techField}`) } : null,
        c.chain ? { label: t('field.chain'), value: t(`codes:chain.${c.chain}`) } : null,
        { label: t('field.contact'), value: [c.contactName, c.contactPhone].filter(Boolean).join('　') },
      ]}
    />
  );
}

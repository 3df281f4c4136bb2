import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { neverInForce, RuleKey, shanghaiDay } from '@jihui/domain';
import { Facts, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { ruleTitle, timeOf, valueWords } from '../../lib/explained.js';
import { CertaintyTag } from '../../lib/explained-lines.js';
import { getRules, rulesKey, type RuleRow } from '../../lib/rule-book.js';
import { useAddress } from '../../lib/use-address.js';
import { HolidayTables } from './holiday-tables.js';
import { RuleChanges } from './rule-changes.js';
import { RuleEditor } from './rule-editor.js';

const groups: { code: 'tax' | 'subsidy' | 'reward' | 'contract' | 'period'; keys: RuleKey[] }[] = [
  { code: 'tax', keys: ['VAT_EXEMPTION', 'VAT_RATE', 'TRANSFER_INCOME_TAX', 'INCOME_TAX_RATE', 'SUPER_DEDUCTION', 'STAMP_DUTY', 'AWARD_TAX', 'AWARD_CONDITIONS'] },
  { code: 'subsidy', keys: ['SUBSIDY_INTAKE', 'SUBSIDY_OUTPUT', 'SUBSIDY_INSTITUTION'] },
  { code: 'reward', keys: ['REWARD_FLOOR_HENAN', 'REWARD_FLOOR_NATIONAL', 'REWARD_PAYMENT'] },
  { code: 'contract', keys: ['CARRIER_SETS', 'OPEN_LICENCE'] },
  { code: 'period', keys: ['EXAMINATION_HENAN', 'EXAMINATION_NATIONAL', 'EXAMINATION_DRAFT', 'REVIEW_STEPS', 'PRICING_NOTICE', 'LICENCE_FILING', 'DORMANT'] },
];

/** The rules by key with their times, grounds and certainty; beside them the holiday tables and who has changed what. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const { can } = useSession();
  const { params, change } = useAddress();
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: rulesKey, queryFn: getRules });
  const [edited, setEdited] = useState<RuleRow | null>(null);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const list = groups.map((group) => (
    <Panel key={group.code} title={t(`group.${group.code}`)}>
      {group.keys.map((key) => (
        <Rule key={key} rows={data.filter((r) => r.key === key)} onEdit={can('rule.edit') ? setEdited : null} />
      ))}
    </Panel>
  ));
  const tabs = [
    { key: 'rules', label: t('tab.rules'), children: list },
    { key: 'calendar', label: t('tab.calendar'), children: <HolidayTables mayEdit={can('rule.edit')} /> },
    ...(can('rule.read') ? [{ key: 'changes', label: t('tab.changes'), children: <RuleChanges /> }] : []),
  ];
  return (
    <PageFrame title={t('title')} meta={<>{t('lead')} <Link to="/calculators/tax">{t('openCalculator')}</Link></>}>
      <Tabs activeKey={params.get('tab') ?? 'rules'} onChange={(tab) => change({ tab: tab === 'rules' ? null : tab })} items={tabs} />
      {edited ? <RuleEditor rule={edited} onClose={() => setEdited(null)} /> : null}
    </PageFrame>
  );
}

function Rule({ rows, onEdit }: { rows: RuleRow[]; onEdit: ((rule: RuleRow) => void) | null }) {
  const { t } = useTranslation('rules');
  const today = shanghaiDay(new Date());
  const live = rows.filter((r) => !neverInForce(r));
  const [latest] = live;
  if (!latest) return null;
  return (
    <section className="rule-row" id={latest.key}>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8, flexWrap: 'wrap' }}>
        <h3 style={{ fontSize: 15, margin: 0 }}>{ruleTitle(latest.key)}</h3>
        {onEdit ? (
          <Button size="small" aria-label={`${t('edit.open')} ${ruleTitle(latest.key)}`} onClick={() => onEdit(latest)}>
            {t('edit.open')}
          </Button>
        ) : null}
      </div>
      {rows.map((row) => (
        <Row key={row.id} row={row} state={neverInForce(row) ? 'never' : (row.validFrom ?? '') > today ? 'future' : row.validTo && row.validTo < today ? 'past' : 'now'} />
      ))}
    </section>
  );
}

function Row({ row, state }: { row: RuleRow; state: 'now' | 'past' | 'future' | 'never' }) {
  const { t } = useTranslation('rules');
  const isOver = state === 'past' || state === 'never';
  return (
    <div style={{ marginTop: 8, ...(isOver ? { borderInlineStart: '3px solid #d5dbe5', paddingInlineStart: 12 } : {}) }}>
      <div>
        <CertaintyTag certainty={row.certainty} /> <strong className="num">{timeOf(row)}</strong> <span className="muted">{t(`state.${state}`)}</span>
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 28, rowGap: 4, margin: '6px 0' }}>
        {valueWords(row.key, row.value).map(({ field, words }) => (
          <Facts key={field} items={[{ label: field, value: <span className="num">{words}</span> }]} />
        ))}
      </div>
      <div style={{ overflowWrap: 'anywhere' }}>
        <span className="muted">{t('basis')}</span> {row.basis}
        {row.note ? <span className="muted">{` · ${row.note}`}</span> : null}
      </div>
    </div>
  );
}

import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { clarityOf, shanghaiDay, textsNaming, textsWithContact, type PublicText } from '@jihui/domain';
import { Facts, Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { ComplexityPanel } from './complexity-panel.js';
import { contentOf } from './demand-content.js';
import { DemandHistory } from './demand-history.js';
import { demandTone } from './demand-status.js';
import { DemandFacts, DemandText } from './demand-summary.js';
import type { Demand } from './demands.api.js';

/** A demand beside what an operator looks for in it. */
export function ReviewedDemand({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands');
  return (
    <>
      <h2 style={{ marginTop: 0 }}>
        {demand.title}{' '}
        {demand.status === 'SUBMITTED' ? null : <StatusTag tone={demandTone[demand.status]}>{t(`status.${demand.status}`)}</StatusTag>}
      </h2>
      <div className="page-columns">
        <div style={{ minWidth: 0 }}>
          <DemandText demand={contentOf(demand)} />
        </div>
        <aside>
          <Panel title={t('review.checks')}>
            <Findings demand={demand} />
          </Panel>
          {demand.complexity ? <ComplexityPanel complexity={demand.complexity} /> : null}
          <Panel title={t('page.facts')}>
            <DemandFacts demand={contentOf(demand)} />
          </Panel>
          <Panel>
            <Facts
              items={[
                { label: t('page.unit'), value: demand.organisation?.name },
                { label: t('field.anonymous'), value: t(demand.anonymous ? 'anonymousOption' : 'named') },
                { label: t('page.contact'), value: [demand.contactName, demand.contactPhone].filter(Boolean).join('　') },
                demand.submittedAt
                  ? { label: t('status.SUBMITTED'), value: t('review.submittedAt', { when: moment(demand.submittedAt) }) }
                  : null,
              ]}
            />
          </Panel>
          <Panel title={t('page.history')}>
            <DemandHistory lines={demand.history ?? []} />
          </Panel>
        </aside>
      </div>
    </>
  );
}

function Findings({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands');
  const unmet = clarityOf(contentOf(demand))
    .points.filter((p) => !p.met)
    .map((p) => p.point);
  const words = (names: readonly PublicText[]) => names.map((n) => t(`field.${n}`)).join('、');
  const contacts = textsWithContact(demand);
  const naming = demand.anonymous && demand.organisation ? textsNaming(demand, demand.organisation.name) : [];
  const findings = [
    contacts.length ? t('finding.contact', { fields: words(contacts) }) : null,
    naming.length ? t('finding.name', { fields: words(naming) }) : null,
    demand.deadline && demand.deadline < shanghaiDay(new Date()) ? t('finding.past') : null,
    unmet.includes('problem') ? t('finding.short') : null,
    unmet.includes('indicators') ? t('finding.noFigure') : null,
    unmet.includes('budget') ? t('finding.noBudget') : null,
  ].filter((f) => f !== null);
  if (!findings.length) {
    return (
      <span>
        <CheckCircleFilled style={{ color: '#2b7a4b' }} aria-hidden /> {t('finding.none')}
      </span>
    );
  }
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {findings.map((f) => (
        <li key={f} style={{ display: 'flex', gap: 8 }}>
          <WarningFilled style={{ color: '#9a6200', marginTop: 5 }} aria-hidden />
          <span>{f}</span>
        </li>
      ))}
    </ul>
  );
}

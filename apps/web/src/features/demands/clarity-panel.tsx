import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { demandClarity, textsNaming, textsWithContact, type ClarityPoint, type DemandInput } from '@jihui/domain';
import { Panel } from '@jihui/ui';

/** Where a point is answered: the field that a click leads to. */
const fieldOf: Record<ClarityPoint, string> = {
  problem: 'problem',
  indicators: 'indicators',
  currentState: 'currentState',
  budget: 'budgetMax',
  deadline: 'deadline',
  acceptance: 'acceptance',
  field: 'techField',
  keywords: 'keywords',
};

function goTo(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** What the demand says and what would help to find somebody, while it is written. */
export function ClarityPanel({ content, organisationName }: { content: DemandInput; organisationName: string }) {
  const { t } = useTranslation('demands');
  const points = demandClarity(content);
  const fields = (names: readonly ('title' | 'problem' | 'currentState' | 'acceptance')[]) => names.map((n) => t(`field.${n}`)).join('、');
  const contacts = textsWithContact(content);
  const naming = content.anonymous ? textsNaming(content, organisationName) : [];
  return (
    <Panel title={t('clarity.title')}>
      <p className="num" style={{ marginTop: 0 }} aria-live="polite">
        {t('clarity.count', { met: points.filter((p) => p.met).length, all: points.length })}
      </p>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {points.map(({ point, met }) => (
          <li key={point} style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
            {met ? (
              <CheckCircleFilled aria-label={t('clarity.met')} style={{ color: '#2b7a4b', marginTop: 5 }} />
            ) : (
              <MinusCircleOutlined aria-label={t('clarity.missing')} style={{ color: '#697386', marginTop: 5 }} />
            )}
            {met ? (
              <span className="muted">{t(`clarity.${point}`)}</span>
            ) : (
              <a
                href={`#${fieldOf[point]}`}
                onClick={(e) => {
                  e.preventDefault();
                  goTo(fieldOf[point]);
                }}
              >
                {t(`clarity.${point}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {contacts.length ? (
        <Alert type="warning" title={t('finding.contact', { fields: fields(contacts) })} style={{ marginTop: 12 }} />
      ) : null}
      {naming.length ? <Alert type="warning" title={t('finding.name', { fields: fields(naming) })} style={{ marginTop: 12 }} /> : null}
      <p className="muted" style={{ fontSize: 13, marginBottom: 0 }}>
        {t('clarity.basis')}
      </p>
    </Panel>
  );
}

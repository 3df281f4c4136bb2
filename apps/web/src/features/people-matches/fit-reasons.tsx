import { useTranslation } from 'react-i18next';
import type { Relevance } from '@jihui/domain';
import { StatusTag, type Tone } from '@jihui/ui';
import type { ConditionCheck, FitReasons } from './people-matches.api.js';

const tone: Record<Relevance, Tone> = { HIGH: 'good', MEDIUM: 'active' };
const verdictTone: Record<ConditionCheck['verdict'], Tone> = { MET: 'good', FAILED: 'bad', TO_DECLARE: 'attention', TO_CHECK: 'neutral' };

/** The band in words, and all that it rests on. */
export function Reasons({ fit: { relevance, shared, sameField, through } }: { fit: FitReasons }) {
  const { t } = useTranslation('peopleMatches');
  return (
    <div className="fit-why">
      <StatusTag tone={tone[relevance]}>{t(`relevance.${relevance}`)}</StatusTag>
      {shared.length ? (
        <span>
          {t('shared')}
          {shared.map((text) => (
            <mark key={text}>{text}</mark>
          ))}
        </span>
      ) : null}
      {sameField ? <span>{t('sameField')}</span> : null}
      {through.length ? <span className="muted">{t('through', { titles: through.map((title) => `《${title}》`).join('') })}</span> : null}
    </div>
  );
}

/** The conditions of an item, one by one, answered for one unit. */
export function Checks({ checks }: { checks: readonly ConditionCheck[] }) {
  const { t } = useTranslation('peopleMatches');
  return (
    <ul className="fit-checks" aria-label={t('conditions')}>
      {checks.map(({ condition, verdict, path }) => (
        <li key={condition}>
          <StatusTag tone={verdictTone[verdict]}>{t(`verdict.${verdict}`)}</StatusTag>
          <span>{t(`condition.${condition}`)}</span>
          {path ? <span className="muted">{path}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** How the bands are found: said wherever they are shown. */
export function RuleNote({ withBrokers = false }: { withBrokers?: boolean }) {
  const { t } = useTranslation('peopleMatches');
  return <p className="muted fit-note">{withBrokers ? t('rule') + t('ruleOfBrokers') : t('rule')}</p>;
}

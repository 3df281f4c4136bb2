import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../lib/format.js';
import { indicatorText } from '../../lib/indicator-text.js';
import { moneyRange } from '../../lib/money.js';
import { CompareChoice, type Compared } from './compare-choice.js';
import { MarkedText } from './marked-text.js';
import type { Hit } from './search.api.js';

/** One found item: what one decides by, and why it is here. */
export function ResultRow({ hit, compared }: { hit: Hit; compared: Compared }) {
  const { t } = useTranslation('search');
  const facts = useFacts(hit);
  const path = hit.kind === 'ACHIEVEMENT' ? 'achievements' : 'demands';
  return (
    <li className="result">
      <h2 className="result-title">
        <span className={`kind kind-${path}`}>{t(`kind.${hit.kind}`)}</span>
        <Link to={`/${path}/${hit.id}`} className="result-link">
          <MarkedText of={hit.title} />
        </Link>
        <CompareChoice id={hit.id} title={hit.title.text} compared={compared} />
      </h2>
      <p className="result-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p className="result-snippet">
        <MarkedText of={hit.snippet} />
      </p>
      {hit.indicators.length ? (
        <p className="result-why">
          {t('indicator.answers')}
          {hit.indicators.map((i) => (
            <span key={indicatorText(i)}>{indicatorText(i)}</span>
          ))}
        </p>
      ) : null}
      {hit.matched.length ? (
        <p className="result-why">
          {t('matched')}
          {hit.matched.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      ) : null}
    </li>
  );
}

function useFacts({ achievement, demand, unitName }: Hit): string[] {
  const { t } = useTranslation(['search', 'codes']);
  const row = achievement ?? demand;
  const confirmedOn = row?.confirmedAt ? t(row.freshness === 'FRESH' ? 'confirmed' : 'confirmationDue', { month: day(row.confirmedAt).slice(0, 7) }) : row?.publishedAt ? t('published', { day: day(row.publishedAt) }) : null;
  const own: (string | null)[] = achievement
    ? [
        achievement.trl ? `TRL ${achievement.trl}` : null,
        achievement.priceMode === 'NEGOTIABLE' ? t('codes:priceMode.NEGOTIABLE') : moneyRange(achievement.priceMin, achievement.priceMax),
      ]
    : [
        demand?.minTrl ? t('minTrl', { level: demand.minTrl }) : null,
        demand?.budgetMin || demand?.budgetMax ? t('budget', { amount: moneyRange(demand.budgetMin, demand.budgetMax) }) : t('budgetNone'),
        demand?.deadline ? t('deadline', { day: demand.deadline }) : null,
      ];
  const field = row?.techField ? t(`codes:techField.${row.techField}`) : null;
  return [unitName ?? t('unnamed'), field, ...own, confirmedOn].flatMap((fact) => fact || []);
}

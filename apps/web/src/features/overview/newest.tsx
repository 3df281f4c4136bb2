import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { since } from '../../lib/format.js';
import { money, moneyRange } from '../../lib/money.js';
import type { Front } from './overview.api.js';

function Column({ title, all, empty, children }: { title: string; all: string; empty: string; children: ReactNode[] }) {
  const { t } = useTranslation('overview');
  return (
    <section className="panel">
      <div className="newest-head">
        <h2 className="panel-title">{title}</h2>
        <Link to={all} aria-label={`${title} ${t('all')}`}>
          {t('all')}
        </Link>
      </div>
      {children.length ? <ul className="newest">{children}</ul> : <p className="muted">{empty}</p>}
    </section>
  );
}

function Line({ to, title, parts }: { to: string; title: string; parts: (string | null | undefined)[] }) {
  return (
    <li>
      <Link to={to}>{title}</Link>
      <div className="newest-meta">
        {parts.flatMap((part) => (part ? [<span key={part}>{part}</span>] : []))}
      </div>
    </li>
  );
}

export function NewAchievements({ front }: { front: Front }) {
  const { t } = useTranslation(['overview', 'codes']);
  return (
    <Column title={t('newAchievements')} all="/search?kind=ACHIEVEMENT" empty={t('noAchievements')}>
      {front.achievements.flatMap(({ id, unitName, achievement: a }) =>
        a
          ? [
              <Line
                key={id}
                to={`/achievements/${id}`}
                title={a.title}
                parts={[
                  unitName,
                  a.techField && t(`codes:techField.${a.techField}`),
                  a.trl ? `TRL ${a.trl}` : null,
                  moneyRange(a.priceMin, a.priceMax) || t('negotiable'),
                  a.publishedAt && since(a.publishedAt),
                ]}
              />,
            ]
          : [],
      )}
    </Column>
  );
}

export function NewDemands({ front }: { front: Front }) {
  const { t } = useTranslation(['overview', 'codes']);
  return (
    <Column title={t('newDemands')} all="/search?kind=DEMAND" empty={t('noDemands')}>
      {front.demands.flatMap(({ id, unitName, demand: d }) => {
        if (!d) return [];
        const budget = d.budgetMax ?? d.budgetMin;
        return [
          <Line
            key={id}
            to={`/demands/${id}`}
            title={d.title}
            parts={[unitName ?? t('unnamed'), d.techField && t(`codes:techField.${d.techField}`), budget && t('budget', { amount: money(budget) }), d.publishedAt && since(d.publishedAt)]}
          />,
        ];
      })}
    </Column>
  );
}

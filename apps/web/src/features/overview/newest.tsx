import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoney, since } from '../../lib/format.js';
import type { Front } from './overview.api.js';

function Column({ title, all, empty, children }: { title: string; all: string; empty: string; children: ReactNode[] }) {
  const { t } = useTranslation('overview');
  return (
    <section className="panel">
      <div className="newest-head">
        <h2 className="panel-title">{title}</h2>
        <Link to={all}>{t('all')}</Link>
      </div>
      {children.length ? <ul className="newest">{children}</ul> : <p className="muted">{empty}</p>}
    </section>
  );
}

function Line({ to, title, parts }: { to: string; title: string; parts: (string | null | undefined)[] }) {
  return (
    <li>
      <Link to={to}>{title}</Link>
      <div className="newest-meta">{parts.filter(Boolean).join(' · ')}</div>
    </li>
  );
}

export function NewAchievements({ front }: { front: Front }) {
  const { t } = useTranslation(['overview', 'codes']);
  return (
    <Column title={t('newAchievements')} all="/search?kind=ACHIEVEMENT&sort=NEWEST" empty={t('noAchievements')}>
      {front.achievements.hits.flatMap(({ achievement: a }) =>
        a
          ? [
              <Line
                key={a.id}
                to={`/achievements/${a.id}`}
                title={a.title}
                parts={[a.organisation?.name, a.techField && t(`codes:techField.${a.techField}`), a.trl ? `TRL ${a.trl}` : null, a.priceMin ? formatMoney(a.priceMin) : t('negotiable'), a.publishedAt && since(a.publishedAt)]}
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
    <Column title={t('newDemands')} all="/search?kind=DEMAND&sort=NEWEST" empty={t('noDemands')}>
      {front.demands.hits.flatMap(({ demand: d }) => {
        if (!d) return [];
        const budget = d.budgetMax ?? d.budgetMin;
        return [
          <Line
            key={d.id}
            to={`/demands/${d.id}`}
            title={d.title}
            parts={[d.organisation?.name ?? t('unnamed'), d.techField && t(`codes:techField.${d.techField}`), budget ? t('budget', { amount: formatMoney(budget) }) : null, d.publishedAt && since(d.publishedAt)]}
          />,
        ];
      })}
    </Column>
  );
}

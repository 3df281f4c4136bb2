import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '@jihui/ui';
import { GradeButtons } from './grade-buttons.js';
import type { Candidate, Ranking } from './match-bench.api.js';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** One pair: its place and chance under both versions, what they rest on, and one's own grade. */
export function CandidateRow({ candidate: c, ranking }: { candidate: Candidate; ranking: Ranking }) {
  const { t } = useTranslation(['matchBench', 'matches']);
  const same = ranking.first.name === ranking.second.name;
  const moved = c.first.place - c.second.place;
  const score = (s: Candidate['first']) => (
    <span className="bench-score">
      <strong className="num">{percent(s.probability)}</strong>
      <StatusTag tone={s.band === 'STRONG' ? 'good' : s.band ? 'active' : 'neutral'}>{s.band ? t(`matches:band.${s.band}`) : t('below')}</StatusTag>
    </span>
  );
  return (
    <li className="bench-row">
      <span className="bench-place num">{c.first.place}</span>
      <div className="bench-main">
        <Link to={`/achievements/${c.achievement.id}`} className="bench-title">
          {c.achievement.title}
        </Link>
        <span className="muted">{c.achievement.organisation?.name}</span>
        <div className="bench-scores">
          {score(c.first)}
          {same ? null : (
            <>
              <span aria-hidden>→</span>
              {score(c.second)}
              <span className="num">{moved ? t(moved > 0 ? 'up' : 'down', { count: Math.abs(moved), place: c.second.place }) : t('stays')}</span>
            </>
          )}
        </div>
        <Collapse
          ghost
          size="small"
          items={[{ key: 'why', label: t('why', { terms: c.shared.slice(0, 3).map((s) => s.text).join('、') || t('nothingShared') }), children: <Parts candidate={c} ranking={ranking} /> }]}
        />
      </div>
      <GradeButtons candidate={c} demandId={ranking.demand.id} />
    </li>
  );
}

/** The features, what each adds under either version, and the strings that the cosine is made of. */
function Parts({ candidate: c, ranking: { first, second } }: { candidate: Candidate; ranking: Ranking }) {
  const { t } = useTranslation('matchBench');
  const signed = (x: number): string => `${x >= 0 ? '+' : '−'}${Math.abs(x).toFixed(3)}`;
  const addsOf = (feature: string, score: Candidate['first']): string => {
    const adds = feature === 'rootCosine' ? score.adds : feature === 'embedding' ? score.similarityAdds : null;
    return adds === null ? t('notWeighed') : signed(adds);
  };
  const of = (name: string, value: number | null): string => {
    if (value === null) return t('unsaid');
    if (name === 'sameField') return t(value ? 'yes' : 'no');
    if (name === 'keyTermsCovered' || name === 'priceOverBudget') return `${Math.round(value * 100)}%`;
    return name === 'trlGap' || name === 'daysSinceConfirmed' ? String(value) : value.toFixed(4);
  };
  return (
    <div className="bench-parts">
      <p className="bench-text">{c.achievement.summary}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('feature')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{first.name}</th>
            {first.name === second.name ? null : <th scope="col">{second.name}</th>}
          </tr>
        </thead>
        <tbody className="num">
          <tr>
            <th scope="row">{t('intercept')}</th>
            <td />
            <td>{signed(c.first.intercept)}</td>
            {first.name === second.name ? null : <td>{signed(c.second.intercept)}</td>}
          </tr>
          {c.features.map(({ feature, value }) => (
            <tr key={feature}>
              <th scope="row">{t(`features.${feature}`)}</th>
              <td>{of(feature, value)}</td>
              <td>{addsOf(feature, c.first)}</td>
              {first.name === second.name ? null : <td>{addsOf(feature, c.second)}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('logOdds')}</th>
            <td />
            <td>{`${signed(c.first.logOdds)}${c.first.capped ? t('capped', { ceiling: first.ceiling }) : ''}`}</td>
            {first.name === second.name ? null : <td>{`${signed(c.second.logOdds)}${c.second.capped ? t('capped', { ceiling: second.ceiling }) : ''}`}</td>}
          </tr>
        </tbody>
      </table>
      <p className="num">
        {c.shared.map((s) => (
          <span key={s.text} className="bench-shared">
            {s.text} <span className="muted">{s.share.toFixed(3)}</span>
          </span>
        ))}
      </p>
    </div>
  );
}

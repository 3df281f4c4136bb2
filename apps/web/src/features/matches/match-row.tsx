import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { since } from '../../lib/format.js';
import { moneyRange } from '../../lib/money.js';
import { useRegionName } from '../../lib/regions.js';
import { trlWord } from '../../lib/trl.js';
import { JudgeButtons } from './judge-buttons.js';
import { BandSentence, KeyTerms, MustHaves } from './match-figures.js';
import type { Match } from './matches.api.js';
import { SharedBars } from './shared-bars.js';
import { reasonsOf } from './use-constraints.js';

/** One match in a list: what it is, how strong and why, what is missing, what one can do. */
export function MatchRow({ match, actions }: { match: Match; actions: ReactNode }) {
  const { t } = useTranslation('matches');
  const { item } = match;
  const [params] = useSearchParams();
  if (!item) return null;
  const path = 'trl' in item ? `/achievements/${item.id}` : `/demands/${item.id}`;
  return (
    <li className="match-row">
      <div className="match-main">
        <Link to={path} className="match-title">
          {item.title}
        </Link>
        <Decisive item={item} />
        <BandSentence match={match} />
        <KeyTerms match={match} />
        <MustHaves match={match} />
        <div className="match-actions no-print">
          {actions}
          <JudgeButtons match={match} size="small" />
          <Link to={`/matches/${match.demandId}/${match.achievementId}?${reasonsOf(params, 'trl' in item)}`}>{t('why')}</Link>
        </div>
      </div>
      <div className="match-side">
        <SharedBars match={match} limit={4} />
      </div>
    </li>
  );
}

/** What one decides by: who, where, in which field, how mature, for how much, how fresh. */
function Decisive({ item }: { item: NonNullable<Match['item']> }) {
  const { t } = useTranslation(['matches', 'codes']);
  const region = useRegionName()(item.regionCode);
  const money =
    'trl' in item
      ? moneyRange(item.priceMin, item.priceMax) || t('codes:priceMode.NEGOTIABLE')
      : moneyRange(item.budgetMin, item.budgetMax);
  const trl = 'trl' in item ? item.trl : item.minTrl;
  return (
    <div className="page-meta" style={{ marginTop: 0 }}>
      <span>{item.organisation?.name ?? t('unnamed')}</span>
      {region ? <span>{region}</span> : null}
      {item.techField ? <span>{t(`codes:techField.${item.techField}`)}</span> : null}
      {trl ? <span>{t('trl' in item ? 'trl' : 'minTrl', { level: trl, word: trlWord(trl) })}</span> : null}
      {money ? <span className="num">{money}</span> : null}
      {'deadline' in item && item.deadline ? <span className="num">{t('until', { day: item.deadline })}</span> : null}
      {item.confirmedAt ? <span className="num">{t('confirmed', { when: since(item.confirmedAt) })}</span> : null}
    </div>
  );
}

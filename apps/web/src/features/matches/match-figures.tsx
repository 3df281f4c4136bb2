import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MustHaveVerdict } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { bandTone, ofHundred } from './match-band.js';
import type { Explanation } from './explanation.api.js';
import type { MatchFigures } from './matches.api.js';

/** The band in words, and what it means in a hundred cases; by which model, where one pair is all that the page shows. */
export function BandSentence({ match, withModel = false }: { match: Pick<MatchFigures, 'band' | 'score' | 'modelVersion'>; withModel?: boolean }) {
  const { t } = useTranslation('matches');
  return (
    <span className="match-band">
      <StatusTag tone={bandTone[match.band]}>{t(`band.${match.band}`)}</StatusTag>
      <span className="muted match-hundred">{t('ofHundred', { count: ofHundred(match.score) })}</span>
      {withModel ? <span className="muted match-hundred">{t('byModel', { version: match.modelVersion })}</span> : null}
    </span>
  );
}

/** Which of the demand's heaviest words the achievement holds, and which it lacks. */
export function KeyTerms({ match }: { match: Pick<MatchFigures, 'covered' | 'missing'> }) {
  const { t } = useTranslation('matches');
  const all = match.covered.length + match.missing.length;
  if (!all) return null;
  return (
    <div className="match-terms">
      <span>{t('covers', { count: match.covered.length, all })}</span>
      {match.covered.length ? <span className="muted">{match.covered.join('、')}</span> : null}
      {match.missing.length ? <span className="match-missing">{t('missing', { terms: match.missing.join('、') })}</span> : null}
    </div>
  );
}

/** A feature of its own beside the shared words: what an embedder says of both texts, and what that has changed. */
export function Similarity({ match }: { match: Pick<Explanation['match'], 'similarity' | 'wordsScore' | 'score'> }) {
  const { t } = useTranslation('matches');
  if (match.similarity === null || match.wordsScore === null) return null;
  return (
    <section aria-label={t('similarity.title')} className="match-similarity">
      <h3 className="match-sub">{t('similarity.title')}</h3>
      <p className="num">{t('similarity.line', { similarity: match.similarity.toFixed(2), words: ofHundred(match.wordsScore), both: ofHundred(match.score) })}</p>
      <p className="muted match-note">{t('similarity.note')}</p>
    </section>
  );
}

const icon: Record<MustHaveVerdict, typeof CheckOutlined> = { MET: CheckOutlined, UNMET: CloseOutlined, UNKNOWN: QuestionOutlined };
const order: readonly MustHaveVerdict[] = ['MET', 'UNMET', 'UNKNOWN'];

/** A verdict in its colour and with its sign. */
export function Verdict({ verdict, children }: { verdict: MustHaveVerdict; children: ReactNode }) {
  const Icon = icon[verdict];
  return (
    <span className={`match-must ${verdict.toLowerCase()}`}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** What the demand insists on, in one line: its indicators counted, its other conditions one by one. */
export function MustHaves({ match }: { match: Pick<MatchFigures, 'mustHaves' | 'indicators'> }) {
  const { t } = useTranslation('matches');
  if (!match.mustHaves.length && !match.indicators.length) return null;
  const counted = order.map((verdict) => ({ verdict, count: match.indicators.filter((i) => i.verdict === verdict).length }));
  return (
    <ul className="match-musts" aria-label={t('mustHaves')}>
      {match.mustHaves.map(({ kind, verdict }) => (
        <li key={kind}>
          <Verdict verdict={verdict}>{t(`must.${kind}.${verdict}`)}</Verdict>
        </li>
      ))}
      {counted.map(({ verdict, count }) =>
        count ? (
          <li key={verdict}>
            <Verdict verdict={verdict}>{t(`indicatorCount.${verdict}`, { count })}</Verdict>
          </li>
        ) : null,
      )}
    </ul>
  );
}

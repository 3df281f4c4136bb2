import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { MustHaveVerdict } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { bandTone, ofHundred } from './match-band.js';
import type { Explanation, MatchFigures } from './matches.api.js';

/** The band in words, and what it means in a hundred cases. */
export function BandSentence({ match }: { match: Pick<MatchFigures, 'band' | 'score'> }) {
  const { t } = useTranslation('matches');
  return (
    <span className="match-band">
      <StatusTag tone={bandTone[match.band]}>{t(`band.${match.band}`)}</StatusTag>
      <span className="muted match-hundred">{t('ofHundred', { count: ofHundred(match.score) })}</span>
    </span>
  );
}

/** Which of the demand's heaviest words the achievement holds, and which it lacks. */
export function KeyTerms({ match, short = false }: { match: Pick<MatchFigures, 'covered' | 'missing'>; short?: boolean }) {
  const { t } = useTranslation('matches');
  const all = match.covered.length + match.missing.length;
  if (!all) return null;
  return (
    <div className="match-terms">
      <span>{t('covers', { count: match.covered.length, all })}</span>
      {short ? null : match.covered.length ? <span className="muted">{match.covered.join('、')}</span> : null}
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

/** What the demand insists on, one by one: 满足, 未满足, 未说明. */
export function MustHaves({ match }: { match: Pick<MatchFigures, 'mustHaves'> }) {
  const { t } = useTranslation('matches');
  if (!match.mustHaves.length) return null;
  return (
    <ul className="match-musts" aria-label={t('mustHaves')}>
      {match.mustHaves.map(({ kind, verdict }) => {
        const Icon = icon[verdict];
        return (
          <li key={kind} className={`match-must ${verdict.toLowerCase()}`}>
            <Icon aria-hidden />
            <span>{t(`must.${kind}.${verdict}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import type { MatchFigures } from './matches.api.js';

type Props = { match: Pick<MatchFigures, 'shared' | 'cosine'>; limit?: number; /** Of these, one side at least has only a word that means the same. */ unwritten?: readonly string[] };

/** What both texts share, as parts of the whole: the bars sum to all of it, the rest being too small to name. */
export function SharedBars({ match, limit = 6, unwritten = [] }: Props) {
  const { t } = useTranslation('matches');
  // A pair that was only scored so far: its reasons follow within seconds.
  if (!match.shared.length) return <p className="muted match-note">{t('sharedLater')}</p>;
  const part = (share: number): number => Math.round((share / match.cosine) * 100);
  const named = match.shared.slice(0, limit).map((s) => ({ ...s, percent: part(s.share) }));
  const rest = Math.max(0, 100 - named.reduce((sum, s) => sum + s.percent, 0));
  return (
    <ul className="match-bars" aria-label={t('sharedTitle')}>
      {named.map((s) => (
        <Bar key={s.text} text={unwritten.includes(s.text) ? t('synonymBar', { text: s.text }) : s.text} percent={s.percent} />
      ))}
      {rest > 0 ? <Bar text={t('sharedRest')} percent={rest} quiet /> : null}
    </ul>
  );
}

function Bar({ text, percent, quiet = false }: { text: string; percent: number; quiet?: boolean }) {
  return (
    <li className={quiet ? 'match-bar quiet' : 'match-bar'}>
      <span className="match-bar-text">{text}</span>
      <span className="match-bar-track" aria-hidden>
        <span className="match-bar-fill" style={{ width: `${percent}%` }} />
      </span>
      <span className="num">{`${percent}%`}</span>
    </li>
  );
}

import { ArrowRightOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatchBand } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { listed } from '../../lib/lists.js';
import { ofHundred } from './match-band.js';
import { askForHints, type Explanation, type Hint } from './explanation.api.js';
import { matchKeys } from './matches.api.js';

const again = 700;
/** A matcher that has not answered by then is down or starts anew. */
const mostTries = 60;

/** 怎样提高匹配度: each line computed anew by the matcher, for both sides; one's own side first, with the way to the editor. */
export function RaisePanel({ explanation: { match, hint } }: { explanation: Explanation }) {
  const { t } = useTranslation('matches');
  const { demandId, achievementId } = match;
  const queries = useQueryClient();
  const [tries, setTries] = useState(0);
  const isLate = tries >= mostTries;
  const isWaiting = hint === null && !isLate;
  // A worker that holds all texts computes it: asked once, looked for until it is there.
  useEffect(() => {
    if (!isWaiting) return;
    void askForHints(demandId, achievementId).catch(() => undefined);
    const timer = setInterval(() => {
      setTries((n) => n + 1);
      void queries.invalidateQueries({ queryKey: matchKeys.pair(demandId, achievementId) });
    }, again);
    return () => clearInterval(timer);
  }, [isWaiting, demandId, achievementId, queries]);
  // What rounds to the same figure is no news to anybody.
  const shown = (hint?.raises ?? []).filter((r) => hint && ofHundred(r.score) > ofHundred(hint.score));
  const sides = match.demand?.isOwn ? (['DEMAND', 'ACHIEVEMENT'] as const) : (['ACHIEVEMENT', 'DEMAND'] as const);
  const own = { DEMAND: match.demand?.isOwn ?? false, ACHIEVEMENT: match.achievement?.isOwn ?? false };
  const page = { DEMAND: `/demands/${demandId}`, ACHIEVEMENT: `/achievements/${achievementId}` };
  return (
    <Panel title={t('raise.title')}>
      {hint ? null : (
        <p role="status" className="muted">
          {t(isLate ? 'raise.late' : 'raise.waiting')}
        </p>
      )}
      {hint && !shown.length ? <p className="match-note">{t(hint.tried ? 'raise.nothing' : 'raise.complete')}</p> : null}
      {hint
        ? sides.map((side) => {
            const raises = shown.filter((r) => r.side === side);
            if (!raises.length) return null;
            return (
              <section key={side}>
                <h3 className="match-sub">{t(own[side] ? `raise.own.${side}` : `raise.other.${side}`)}</h3>
                <ul className="match-raises">
                  {raises.map((raise) => (
                    <Raise key={raise.terms.join()} raise={raise} now={hint.score} from={match.band} />
                  ))}
                </ul>
                {own[side] ? <Link to={page[side]}>{t('raise.edit')}</Link> : null}
              </section>
            );
          })
        : null}
      <p className="muted match-note">{t('raise.note')}</p>
    </Panel>
  );
}

function Raise({ raise: { terms, score, band }, now, from }: { raise: Hint['raises'][number]; now: number; /** The band without it. */ from: MatchBand }) {
  const { t } = useTranslation('matches');
  return (
    <li>
      <span className="match-raise-terms">{listed(terms)}</span>
      <span className="num match-raise-figures">
        {ofHundred(now)} <ArrowRightOutlined aria-label={t('raise.to')} /> <strong>{ofHundred(score)}</strong>
        {band && band !== from ? <span className="muted"> {t(`band.${band}`)}</span> : null}
      </span>
    </li>
  );
}

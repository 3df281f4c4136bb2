import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What other features offer an owner for whom nothing fits: hints for sharpening a demand, a challenge from it. */
export type WaysOn = { sharpen?: ReactNode; broker?: ReactNode; challenge?: ReactNode };

/** 暂无合适: what one can do, instead of a long list that means nothing. */
export function NothingFits({ isDemand, title, sharpen, broker, challenge }: WaysOn & { isDemand: boolean; title?: string }) {
  const { t } = useTranslation('matches');
  return (
    <div className="match-nothing">
      <strong>{t('nothing')}</strong>
      <p className="muted match-note">{t('nothingWhy')}</p>
      <ol className="match-ways">
        <li>
          <strong>{t(isDemand ? 'way.sharpen' : 'way.keywords')}</strong>
          <div>{sharpen ?? t(isDemand ? 'wayWords' : 'wayKeywords')}</div>
        </li>
        <li>
          <strong>{t('way.broker')}</strong>
          <div className="match-way-action">
            {t('wayBroker')}
            {broker ?? <Link to="/organisations?kind=BROKER_FIRM">{t('brokers')}</Link>}
          </div>
        </li>
        {isDemand && challenge ? (
          <li>
            <strong>{t('way.challenge')}</strong>
            <div className="match-way-action">
              {t('wayChallenge')}
              {challenge}
            </div>
          </li>
        ) : null}
        <li>
          <strong>{t('way.search')}</strong>
          <div>
            {t(isDemand ? 'waySearch' : 'wayDemands')}
            <Link to={`/search?${new URLSearchParams({ ...(title ? { q: title } : {}), kind: isDemand ? 'ACHIEVEMENT' : 'DEMAND' }).toString()}`}>
              {t(isDemand ? 'searchAchievements' : 'searchDemands')}
            </Link>
          </div>
        </li>
      </ol>
      <p className="muted match-note">{t('wayWait')}</p>
    </div>
  );
}

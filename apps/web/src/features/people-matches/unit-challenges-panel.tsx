import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '@jihui/ui';
import { formatMoney, moment } from '../../lib/format.js';
import { Checks, Reasons, RuleNote } from './fit-reasons.js';
import { fitKeys, getUnitChallenges } from './people-matches.api.js';
import './people-matches.css';

/** 适合我单位的榜单: open items near what one's unit has published. */
export function UnitChallengesPanel() {
  const { t } = useTranslation('peopleMatches');
  const { data } = useQuery({ queryKey: fitKeys.unit, queryFn: getUnitChallenges });
  if (!data) return null;
  if (!data.items.length)
    return (
      <Panel title={t('forUnit')}>
        <p style={{ margin: 0 }}>{t(data.compared ? 'noChallenges' : 'nothingPublished', { count: data.compared })}</p>
      </Panel>
    );
  return (
    <Panel title={t('forUnit')} extra={<span className="muted num">{t('compared', { count: data.compared })}</span>}>
      {data.barredUntil ? <Alert type="warning" showIcon title={t('barred', { day: data.barredUntil })} style={{ marginBottom: 12 }} /> : null}
      <ul className="fit-list">
        {data.items.map((fit) => (
          <li key={fit.challenge.id}>
            <div className="fit-head">
              <Link to={`/challenges/${fit.challenge.id}`} className="fit-title">
                {fit.challenge.title}
              </Link>
              <span className="muted">{fit.challenge.organisation?.name}</span>
              {fit.challenge.bidderCash ? <span className="num">{formatMoney(fit.challenge.bidderCash)}</span> : null}
              {fit.challenge.claimsCloseAt ? <span className="num">{t('closes', { moment: moment(fit.challenge.claimsCloseAt) })}</span> : null}
            </div>
            <Reasons fit={fit} />
            <Checks checks={fit.checks} />
          </li>
        ))}
      </ul>
      <RuleNote />
    </Panel>
  );
}

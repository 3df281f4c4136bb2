import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Collapse } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { since } from '../../lib/format.js';
import { ConstraintBar, ConstraintCosts } from './constraint-bar.js';
import { TakeBackButton } from './judge-buttons.js';
import { MatchRow } from './match-row.js';
import { getItem, getMatches, isIncomplete, matchKeys, type Declined, type Item, type Match, type MatchList } from './matches.api.js';
import { NothingFits, type WaysOn } from './nothing-fits.js';
import { useConstraints } from './use-constraints.js';
import './matches.css';

const whileWaiting = 2000;
type Props = Item & { actions?: (match: Match) => ReactNode; ways?: WaysOn };

/** All matches of one item: narrowed by what its reader insists on, with what that costs, and what he has declined. */
export function MatchListPage({ demandId, achievementId, actions, ways }: Props) {
  const { t } = useTranslation('matches');
  const isDemand = demandId !== undefined;
  const item = isDemand ? { demandId } : { achievementId };
  const address = useConstraints();
  const { constraints } = address;
  const named = useQuery({ queryKey: matchKeys.item(item), queryFn: () => getItem(item) });
  const { data, error, refetch } = useQuery({
    queryKey: matchKeys.of(item, constraints),
    queryFn: () => getMatches(item, constraints),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isIncomplete(state.data) ? whileWaiting : false),
  });
  const title = t(isDemand ? 'ofDemand' : 'ofAchievement');
  usePageTitle(named.data ? `${title} · ${named.data.title}` : title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const path = isDemand ? `/demands/${demandId}` : `/achievements/${achievementId ?? ''}`;
  return (
    <PageFrame
      title={title}
      crumbs={[{ href: path, title: named.data?.title ?? '' }, { title }]}
      link={(href, text) => <Link to={href}>{text}</Link>}
      meta={
        data.computedAt && data.total ? (
          <span className="num">
            {t('summary', { count: data.total, strong: data.strong, when: since(data.computedAt) })}
            {data.items[0] ? t('version', { version: data.items[0].modelVersion }) : null}
          </span>
        ) : null
      }
    >
      <OthersReasons reasons={data.othersReasons} />
      {data.total ? (
        <Panel>
          <ConstraintBar {...address} isDemand={isDemand} />
          <ConstraintCosts {...address} isDemand={isDemand} list={data} />
        </Panel>
      ) : null}
      <Panel>
        <Rows list={data} isDemand={isDemand} title={named.data?.title} actions={actions} ways={ways} />
      </Panel>
      {data.declined.length ? <DeclinedOnes declined={data.declined} isDemand={isDemand} /> : null}
    </PageFrame>
  );
}

function Rows({ list, isDemand, title, actions, ways }: { list: MatchList; isDemand: boolean; title: string | undefined } & Pick<Props, 'actions' | 'ways'>) {
  const { t } = useTranslation('matches');
  if (!list.computedAt) {
    return (
      <p role="status" className="muted">
        {t('waiting')}
      </p>
    );
  }
  if (!list.total && !list.declined.length) return <NothingFits isDemand={isDemand} title={title} {...ways} />;
  if (!list.items.length) return list.total ? <p>{t('constraint.nothingLeft')}</p> : <NothingFits isDemand={isDemand} title={title} {...ways} />;
  return (
    <ul className="match-list">
      {list.items.map((match) => (
        <MatchRow key={match.id} match={match} actions={actions?.(match)} />
      ))}
    </ul>
  );
}

function OthersReasons({ reasons }: { reasons: MatchList['othersReasons'] }) {
  const { t } = useTranslation(['matches', 'introductions']);
  if (!reasons.length) return null;
  const words = reasons.map(({ reason, count }) => t('judge.times', { reason: t(`introductions:reason.${reason}`), count })).join('；');
  const [most] = reasons;
  return (
    <Alert
      type="info"
      showIcon
      title={t('judge.others', { words })}
      description={most ? t(`introductions:advice.${most.reason}`) : null}
      style={{ marginBottom: 16 }}
    />
  );
}

/** What the reader has declined: out of the way, not gone. */
function DeclinedOnes({ declined, isDemand }: { declined: Declined[]; isDemand: boolean }) {
  const { t } = useTranslation(['matches', 'introductions']);
  const rows = declined.map(({ id, item, judgement }) => (
    <li key={id}>
      <Link to={`/${isDemand ? 'achievements' : 'demands'}/${item?.id ?? ''}`}>{item?.title}</Link>
      <span className="muted">
        {[judgement?.declineReason ? t(`introductions:reason.${judgement.declineReason}`) : '', judgement?.note ?? '']
          .filter(Boolean)
          .join('：')}
      </span>
      {judgement ? <TakeBackButton id={judgement.id} /> : null}
    </li>
  ));
  return (
    <Collapse
      items={[
        { key: 'declined', label: t('judge.declined', { count: declined.length }), children: <ul className="match-declined">{rows}</ul> },
      ]}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Input, Pagination, Select, Tabs, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { boardFilterOf, BoardStage, ChallengeKind, ChallengeMode, TechField } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { formatMoney } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { useRegionOptions } from '../../lib/regions.js';
import { challengeTone } from './challenge-status.js';
import { challengeKeys, getBoard, pageSize, type BoardFilter, type BoardItem } from './challenges.api.js';
import { Countdown } from './countdown.js';
import './challenges.css';

type BoardPlaces = {
  /** What fits the reader's unit. */
  fits?: ReactNode;
  /** What can be done with the search that the address holds. */
  actions?: (address: string, text: string) => ReactNode;
};

/** 榜单: what is open, in review, awarded and ended, for everybody; routes bring what other features add. */
export function BoardPage({ fits, actions }: BoardPlaces) {
  const { t } = useTranslation(['challenges', 'codes']);
  usePageTitle(t('board'));
  const [params, setParams] = useSearchParams();
  const filter: BoardFilter = {
    ...boardFilterOf(params),
    page: Math.max(1, Number(params.get('page')) || 1),
  };
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: challengeKeys.board(filter),
    queryFn: () => getBoard(filter),
    placeholderData: (before) => before,
  });
  const regions = useRegionOptions();
  const change = (key: string, value: string | null) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      if (key !== 'page') now.delete('page');
      if (value) now.set(key, value);
      else now.delete(key);
      return now;
    });
  return (
    <PageFrame
      title={t('board')}
      meta={<span>{t('boardHint')}</span>}
      actions={
        <>
          {actions?.(`/challenges${params.size ? `?${params.toString()}` : ''}`, filter.text ?? '')}
          <LinkButton to="/challenges/statistics">{t('figures.title')}</LinkButton>
          <Button href={`/exports/challenges.csv?${params.toString()}`}>{t('figures.exportItems')}</Button>
          <Button href="/exports/challenges.ics">{t('subscribeIcs')}</Button>
          <Button href="/exports/challenges.rss">{t('subscribeRss')}</Button>
        </>
      }
    >
      {fits}
      <Panel>
        <Tabs
          activeKey={filter.stage ?? 'ALL'}
          onChange={(key) => change('stage', key)}
          items={[...BoardStage.options, 'ALL' as const].map((s) => ({
            key: s,
            label: [t(`stage.${s}`), data?.boardFigures.find((f) => f.stage === s)?.count].filter((part) => part !== undefined).join(' '),
          }))}
        />
        <Flex gap={8} wrap style={{ marginBottom: 12 }}>
          <Input.Search
            key={filter.text ?? ''}
            defaultValue={filter.text ?? ''}
            placeholder={t('searchBoard')}
            aria-label={t('searchBoard')}
            allowClear
            onSearch={(text) => change('text', text.trim() || null)}
            style={{ flex: '1 1 220px', maxWidth: 320 }}
          />
          <Select
            allowClear
            aria-label={t('field.kind')}
            placeholder={t('field.kind')}
            value={filter.kind}
            onChange={(kind) => change('kind', kind ?? null)}
            style={{ flex: '1 1 180px', maxWidth: 240 }}
            options={ChallengeKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <Select
            allowClear
            aria-label={t('field.techField')}
            placeholder={t('field.techField')}
            value={filter.techField}
            onChange={(field) => change('field', field ?? null)}
            style={{ flex: '1 1 180px', maxWidth: 240 }}
            options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))}
          />
          <Select
            allowClear
            aria-label={t('field.mode')}
            placeholder={t('field.mode')}
            value={filter.mode}
            onChange={(mode) => change('mode', mode ?? null)}
            style={{ flex: '1 1 140px', maxWidth: 200 }}
            options={ChallengeMode.options.map((value) => ({ value, label: t(`mode.${value}`) }))}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('figures.cut.REGION')}
            placeholder={t('figures.cut.REGION')}
            value={filter.region}
            onChange={(region) => change('region', region ?? null)}
            style={{ flex: '1 1 160px', maxWidth: 240 }}
            options={regions}
          />
          {filter.unfilled ? (
            <Tag closable onClose={() => change('unfilled', null)} style={{ alignSelf: 'center' }}>
              {t('figures.noField')}
            </Tag>
          ) : null}
          {filter.outcome ? (
            <Tag closable onClose={() => change('outcome', null)} style={{ alignSelf: 'center' }}>
              {t(`figures.outcomes.${filter.outcome}`)}
            </Tag>
          ) : null}
          {filter.month ? (
            <Tag closable onClose={() => change('month', null)} style={{ alignSelf: 'center' }}>
              {t('figures.publishedIn', { month: filter.month })}
            </Tag>
          ) : null}
        </Flex>
        {error ? (
          <FailedToLoad error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.challenges.items.length === 0 ? (
          <EmptyState text={t('emptyBoard')} />
        ) : (
          <ul className="challenge-list">
            {data.challenges.items.map((item) => (
              <Item key={item.id} item={item} serverTime={data.serverTime} askedAt={dataUpdatedAt} />
            ))}
          </ul>
        )}
        <Pagination
          hideOnSinglePage
          current={filter.page}
          pageSize={pageSize}
          total={data?.challenges.total ?? 0}
          showSizeChanger={false}
          onChange={(page) => change('page', String(page))}
        />
      </Panel>
    </PageFrame>
  );
}

function Item({ item, serverTime, askedAt }: { item: BoardItem; serverTime: string; askedAt: number }) {
  const { t } = useTranslation(['challenges', 'codes']);
  return (
    <li className="challenge-item">
      <div style={{ minWidth: 0 }}>
        <Link to={`/challenges/${item.id}`} className="challenge-title">
          {item.title}
        </Link>
        <div className="muted challenge-facts">
          <span className="num">{item.number}</span>
          <span>{item.organisation?.name}</span>
          <span>{t(`kind.${item.kind}`)}</span>
          <span>{t(`mode.${item.mode}`)}</span>
          {item.techField ? <span>{t(`codes:techField.${item.techField}`)}</span> : null}
          {item.claimCount !== null ? <span className="num">{t('claimCount', { count: item.claimCount })}</span> : null}
        </div>
      </div>
      <div className="challenge-side">
        <strong className="num">{item.bidderCash ? t('cash', { amount: formatMoney(item.bidderCash) }) : null}</strong>
        {item.status === 'CLAIM_OPEN' && item.claimsCloseAt ? (
          <Countdown until={item.claimsCloseAt} serverTime={serverTime} askedAt={askedAt} />
        ) : (
          <StatusTag tone={challengeTone[item.status]}>{t(`status.${item.status}`)}</StatusTag>
        )}
      </div>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Table, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { AchievementStatus } from '@jihui/domain';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { BatchRelease, type Chosen } from './batch-release.js';
import { achievementKeys, getMine, getReleasable, pageSize, type AchievementFilter, type AchievementItem } from './achievements.api.js';
import { useAchievementColumns } from './use-achievement-columns.js';

/** One's achievements by state; the TTO's are those of the unit, and many can be published at once. */
export function MyAchievementsPage() {
  const { t } = useTranslation(['achievements', 'common']);
  usePageTitle(t('title'));
  const { can } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const releases = can('achievement.release');
  const filter: AchievementFilter = {
    status: AchievementStatus.safeParse(params.get('status')).data ?? null,
    text: params.get('text'),
    importId: params.get('import'),
    page: Math.max(1, Number(params.get('page')) || 1),
  };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: achievementKeys.mine(filter),
    queryFn: () => getMine(filter),
    placeholderData: (before) => before,
  });
  const columns = useAchievementColumns(releases);
  const change = (next: Record<string, string | null>) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      for (const [key, value] of Object.entries({ page: null, ...next })) {
        if (value) now.set(key, value);
        else now.delete(key);
      }
      return now;
    });
  // A step may empty the last page.
  const isBeyond = data !== undefined && !data.myAchievements.items.length && filter.page > 1;
  useEffect(() => {
    if (isBeyond) setParams((old) => new URLSearchParams([...old].filter(([key]) => key !== 'page')), { replace: true });
  }, [isBeyond, setParams]);
  const counts = new Map(data?.myAchievementCounts.map((c) => [c.status, c.count]));
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const waiting =
    filter.status === null
      ? (counts.get('DRAFT') ?? 0) + (counts.get('IN_REVIEW') ?? 0)
      : ['DRAFT', 'IN_REVIEW'].includes(filter.status)
        ? (counts.get(filter.status) ?? 0)
        : 0;
  const isFiltered = Boolean(filter.status ?? filter.text ?? filter.importId);
  const create = can('achievement.write') ? (
    <Button type="primary" onClick={() => void navigate('/my/achievements/new')}>
      {t('create')}
    </Button>
  ) : null;
  const items = data?.myAchievements.items ?? [];

  return (
    <PageFrame
      title={t('mine')}
      actions={
        <>
          {create}
          {can('achievement.write') ? <Button onClick={() => void navigate('/my/achievements/disclose')}>{t('disclose')}</Button> : null}
          {can('import.run') && releases ? <Button onClick={() => void navigate('/imports')}>{t('importMany')}</Button> : null}
        </>
      }
    >
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Tabs
          activeKey={filter.status ?? 'ALL'}
          onChange={(key) => change({ status: key === 'ALL' ? null : key })}
          items={[
            { key: 'ALL', label: `${t('all')} ${all}` },
            ...AchievementStatus.options.map((s) => ({ key: s, label: `${t(`status.${s}`)} ${counts.get(s) ?? 0}` })),
          ]}
        />
        <Input.Search
          key={filter.text ?? ''}
          defaultValue={filter.text ?? ''}
          placeholder={t('searchMine')}
          aria-label={t('searchMine')}
          allowClear
          onSearch={(text) => change({ text: text.trim() || null })}
          style={{ maxWidth: 320, marginBottom: 12 }}
        />
        {filter.importId ? (
          <Alert
            type="info"
            title={t('fromImport')}
            action={<Button onClick={() => change({ import: null })}>{t('clearFilter')}</Button>}
            style={{ marginBottom: 12 }}
          />
        ) : null}
        {releases ? (
          <BatchRelease
            chosen={chosen}
            onDone={setChosen}
            chooseAll={
              waiting > 1
                ? { count: waiting, run: async () => setChosen(new Map((await getReleasable(filter)).map((r) => [r.id, r]))) }
                : null
            }
          />
        ) : null}
        <Table<AchievementItem>
          rowKey="id"
          columns={columns}
          dataSource={items}
          loading={isFetching && !data}
          // Not `scroll`: its hidden measuring row would hold a second "select all" that the keyboard reaches.
          style={{ overflowX: 'auto' }}
          rowSelection={
            releases && waiting
              ? {
                  selectedRowKeys: [...chosen.keys()],
                  preserveSelectedRowKeys: true,
                  getCheckboxProps: (a) => ({ disabled: !a.availableActions.includes('release'), 'aria-label': a.title }),
                  onChange: (keys) => setChosen(new Map(keys.flatMap((key) => refOf(String(key), items, chosen)))),
                }
              : undefined
          }
          pagination={{
            current: filter.page,
            pageSize,
            total: data?.myAchievements.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (page) => change({ page: String(page) }),
          }}
          locale={{
            emptyText: isFiltered ? (
              <EmptyState text={t('emptyFiltered')} action={<Button onClick={() => setParams({})}>{t('clearFilter')}</Button>} />
            ) : (
              <EmptyState text={t(releases ? 'emptyAll' : 'emptyAllInventor')} action={create} />
            ),
          }}
        />
      </Panel>
    </PageFrame>
  );
}

/** The version at which a row was seen: this page's, or that of the page on which it was chosen. */
function refOf(id: string, items: readonly AchievementItem[], before: Chosen): [string, { id: string; version: number; title: string }][] {
  const row = items.find((a) => a.id === id) ?? before.get(id);
  return row ? [[id, { id, version: row.version, title: row.title }]] : [];
}

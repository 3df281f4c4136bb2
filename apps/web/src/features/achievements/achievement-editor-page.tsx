import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { AchievementEditor } from './achievement-editor.js';
import { achievementKeys, getAchievement } from './achievements.api.js';
import '../../lib/editor.css';
import '../../lib/hints.css';

const changes = ['edit', 'amend', 'revise'] as const;

/** A new achievement, or one that its reader may change now. */
export function AchievementEditorPage({ confidential }: { confidential: (id: string | null) => ReactNode }) {
  const { t } = useTranslation('achievements');
  const { id } = useParams();
  const { me, can } = useSession();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: achievementKeys.one(id ?? ''),
    queryFn: () => getAchievement(id ?? ''),
    enabled: Boolean(id),
    gcTime: 0,
    staleTime: Infinity,
  });
  usePageTitle(t(id ? 'edit' : 'create'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || (id && !data)) return <Loading rows={10} />;
  if (data && !changes.some((c) => data.availableActions.includes(c))) {
    return (
      <Result
        status="info"
        title={t('notEditable', { status: t(`status.${data.status}`) })}
        extra={
          <Button type="primary" onClick={() => void navigate(`/achievements/${data.id}`)}>
            {t('openPage')}
          </Button>
        }
      />
    );
  }
  return (
    <AchievementEditor
      key={id ?? 'new'}
      achievement={data ?? null}
      confidential={confidential}
      me={{ id: me.id, name: me.name, releases: can('achievement.release') }}
    />
  );
}

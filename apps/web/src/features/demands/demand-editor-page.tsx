import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { DemandEditor } from './demand-editor.js';
import { demandKeys, getDemand } from './demands.api.js';
import '../../lib/editor.css';

/** A new demand, or one that may be edited now. */
export function DemandEditorPage() {
  const { t } = useTranslation('demands');
  const { id } = useParams();
  const { me } = useSession();
  const navigate = useNavigate();
  const {
    data: demand,
    error,
    refetch,
  } = useQuery({
    queryKey: demandKeys.one(id ?? ''),
    queryFn: () => getDemand(id ?? ''),
    enabled: Boolean(id),
    gcTime: 0,
    staleTime: Infinity,
  });
  usePageTitle(t(id ? 'edit' : 'create'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || (id && !demand)) return <Loading rows={10} />;
  if (demand && !demand.availableActions.includes('edit')) {
    return (
      <Result
        status="info"
        title={t('notEditable', { status: t(`status.${demand.status}`) })}
        extra={
          <Button type="primary" onClick={() => void navigate(`/demands/${demand.id}`)}>
            {t('openPage')}
          </Button>
        }
      />
    );
  }
  return (
    <DemandEditor
      key={id ?? 'new'}
      demand={demand ?? null}
      me={{ id: me.id, name: me.name, organisationName: me.organisation?.name ?? '' }}
    />
  );
}

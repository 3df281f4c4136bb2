import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { DemandEditor } from './demand-editor.js';
import { demandKeys, getDemand } from './demands.api.js';
import '../../lib/editor.css';
import '../../lib/hints.css';
import './demand-steps.css';

/** Which editor made a record that has its own address since: it goes on, instead of being loaded anew in the middle of a word. */
const madeBy = new Map<string, string>();
const entryOfEditor = z.object({ editor: z.string() });

/** A new demand, or one that may be edited now. */
export function DemandEditorPage({ confidential }: { confidential: (id: string | null) => ReactNode }) {
  const { t } = useTranslation('demands');
  const { id } = useParams();
  const { me } = useSession();
  const navigate = useNavigate();
  const { key: entryKey, state } = useLocation();
  const maker = id ? madeBy.get(id) : undefined;
  const editorKey = maker ?? id ?? entryOfEditor.safeParse(state).data?.editor ?? entryKey;
  // An editor that is gone makes nothing any more: its record is loaded from the server.
  useEffect(
    () => () => {
      for (const [record, key] of madeBy) if (key === editorKey) madeBy.delete(record);
    },
    [editorKey],
  );
  const {
    data: demand,
    error,
    refetch,
  } = useQuery({
    queryKey: demandKeys.one(id ?? ''),
    queryFn: () => getDemand(id ?? ''),
    enabled: Boolean(id) && !maker,
    gcTime: 0,
    staleTime: Infinity,
  });
  usePageTitle(t(id ? 'edit' : 'create'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || (id && !demand && !maker)) return <Loading rows={10} />;
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
      key={editorKey}
      editorKey={editorKey}
      confidential={confidential}
      onCreated={(made) => madeBy.set(made, editorKey)}
      demand={maker ? null : (demand ?? null)}
      me={{ id: me.id, name: me.name, organisationName: me.organisation?.name ?? '' }}
    />
  );
}

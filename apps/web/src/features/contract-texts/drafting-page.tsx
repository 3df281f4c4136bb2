import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { getDraftText, textKeys } from './contract-texts.api.js';
import { DraftingForm } from './drafting-form.js';
import './contract-texts.css';

/** The wizard for a contract's whole text; `fields` are the fields that the register has. */
export function DraftingPage({ fields }: { fields: (onFill: () => void) => ReactNode }) {
  const { t } = useTranslation(['contractTexts', 'contracts']);
  const { id = '' } = useParams();
  const { me } = useSession();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ queryKey: textKeys.draft(id), queryFn: () => getDraftText(id), gcTime: 0, staleTime: Infinity });
  usePageTitle(data?.contract.title ?? t('title'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || !data) return <Loading rows={10} />;
  if (!data.contract.availableActions.includes('edit')) {
    return (
      <Result
        status="info"
        title={t('notEditable')}
        extra={
          <Button type="primary" onClick={() => void navigate(`/contracts/${id}?tab=document`)}>
            {t('contracts:edit.open')}
          </Button>
        }
      />
    );
  }
  return <DraftingForm key={id} loaded={data} userId={me.id} fields={fields} />;
}

import { useQuery } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { ContractEditor } from './contract-editor.js';
import { getContract } from './contracts.api.js';
import './contracts.css';

/** The form of a contract that may be changed now. */
export function ContractEditorPage() {
  const { t } = useTranslation('contracts');
  const { id = '' } = useParams();
  const { me } = useSession();
  const navigate = useNavigate();
  // Its own key: what is being typed is not replaced by what a list loads.
  const {
    data: contract,
    error,
    refetch,
  } = useQuery({ queryKey: ['contract-editor', id], queryFn: () => getContract(id), gcTime: 0, staleTime: Infinity });
  usePageTitle(contract?.title ?? t('edit.title'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me || !contract) return <Loading rows={10} />;
  if (!contract.availableActions.includes('edit')) {
    return (
      <Result
        status="info"
        title={t('edit.notEditable', { status: t(`status.${contract.status}`) })}
        extra={
          <Button type="primary" onClick={() => void navigate(`/contracts/${id}`)}>
            {t('edit.open')}
          </Button>
        }
      />
    );
  }
  return <ContractEditor key={id} contract={contract} userId={me.id} />;
}

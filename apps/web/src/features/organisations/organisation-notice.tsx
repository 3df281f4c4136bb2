import { useTranslation } from 'react-i18next';
import { Alert } from 'antd';
import { verificationWorkingDays } from '@jihui/domain';
import type { Organisation } from './organisations.api.js';

/** Why an organisation is not in the market, for those who may see it. */
export function OrganisationNotice({ organisation: { status, rejectionReason } }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const style = { marginBottom: 16, whiteSpace: 'pre-line' } as const;
  if (status === 'PENDING')
    return (
      <Alert
        type="info"
        showIcon
        title={t('page.pendingTitle')}
        description={t('page.pendingText', { days: verificationWorkingDays })}
        style={style}
      />
    );
  if (status === 'REJECTED')
    return (
      <Alert
        type="warning"
        showIcon
        title={t('page.rejectedTitle')}
        description={`${rejectionReason ?? ''}\n${t('page.rejectedText')}`}
        style={style}
      />
    );
  if (status === 'SUSPENDED')
    return <Alert type="error" showIcon title={t('page.suspendedTitle')} description={rejectionReason} style={style} />;
  return null;
}

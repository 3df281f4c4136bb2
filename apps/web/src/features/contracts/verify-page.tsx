import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { ApiError } from '../../lib/api.js';
import { getNumberByToken } from './register.api.js';
import { VerifyBox } from './verify-box.js';

/** Where anybody checks a certificate; a mail's link with its token opens the certificate at once. */
export function VerifyPage() {
  const { t } = useTranslation('contracts');
  usePageTitle(t('verify.title'));
  const [params] = useSearchParams();
  const token = params.get('token');
  const {
    data: number,
    error,
    isLoading,
    refetch,
  } = useQuery({ queryKey: ['certificate', 'token', token], queryFn: () => getNumberByToken(token ?? ''), enabled: Boolean(token) });
  if (number) return <Navigate to={`/verify/${number}`} replace />;
  if (isLoading) return <Loading />;
  const isUnknown = error instanceof ApiError && error.code === 'NOT_FOUND';
  if (error && !isUnknown) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <PageFrame title={t('verify.title')}>
      {isUnknown ? <Alert type="warning" showIcon title={t('verify.expired')} style={{ marginBottom: 16 }} /> : null}
      <Panel>
        <p style={{ marginTop: 0 }}>{t('verify.intro')}</p>
        <VerifyBox />
      </Panel>
    </PageFrame>
  );
}

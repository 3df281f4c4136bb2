import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { unsubscribeToken } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { unsubscribe } from './alerts.api.js';

/** Opened by the link of a mail: that click was the one click. Pressing twice, or a mail program that looks first, does no more harm than one mail less. */
export function UnsubscribePage() {
  const { t } = useTranslation('alerts');
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const isToken = unsubscribeToken.safeParse({ token }).success;
  usePageTitle(t('unsubscribe.title'));
  const { isSuccess, isError } = useQuery({
    queryKey: ['unsubscribe', token],
    queryFn: () => unsubscribe(token),
    enabled: isToken,
    retry: false,
    staleTime: Infinity,
  });
  const settings = <Link to="/alerts">{t('unsubscribe.toSettings')}</Link>;
  return (
    <div style={{ maxWidth: 640, margin: '24px auto 0' }}>
      <Panel>
        <h1 style={{ fontSize: 20, margin: '4px 0 12px' }}>{t('unsubscribe.title')}</h1>
        {isToken && !isSuccess && !isError ? <p role="status">{t('unsubscribe.working')}</p> : null}
        {isSuccess ? (
          <Alert
            type="success"
            showIcon
            title={t('unsubscribe.done')}
            description={
              <>
                <p style={{ margin: '0 0 6px' }}>{t('unsubscribe.doneHint')}</p>
                {settings}
              </>
            }
          />
        ) : null}
        {!isToken || isError ? <Alert type="warning" showIcon title={t('unsubscribe.failed')} description={settings} /> : null}
      </Panel>
    </div>
  );
}

import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { ApiError } from '../lib/api.js';
import { errorSentence } from '../lib/sentences.js';

/** What a person sees when a page does not exist for him. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return <Result status="404" title={t('notFoundTitle')} subTitle={t('notFoundText')} extra={<Link to="/">{t('back')}</Link>} />;
}

/** What a person sees when a page broke; a page whose code was replaced by a new version is simply loaded again. */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const known = error instanceof ApiError;
  if (known && error.code === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <Result
      status={known ? 'warning' : '500'}
      title={known ? errorSentence(error) : t('brokenTitle')}
      subTitle={known ? error.requestId : t('brokenText')}
      extra={<Button onClick={() => window.location.reload()}>{t('retry')}</Button>}
    />
  );
}

/** An error inside a page: its sentence, and the way to try again. */
export function FailedToLoad({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  if (error instanceof ApiError && error.code === 'NOT_FOUND') return <NotFoundPage />;
  // Another try does not give a right that is missing.
  const mayHelp = !(error instanceof ApiError && error.code === 'FORBIDDEN');
  return <Result status="warning" title={errorSentence(error)} extra={retry && mayHelp ? <Button onClick={retry}>{t('retry')}</Button> : undefined} />;
}

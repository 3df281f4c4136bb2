import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { platformNoIn } from '@jihui/domain';
import { ApiError } from '../../lib/api.js';
import { registeredContract } from './help.api.js';

/** Whoever types a registration number looks for that contract: what the public may know of it stands above everything else. */
export function RegisteredContract({ text }: { text: string }) {
  const { t } = useTranslation('search');
  const number = platformNoIn(text) ?? '';
  const { data, error } = useQuery({ queryKey: ['search', 'registered', number], queryFn: () => registeredContract(number), enabled: number !== '', retry: false });
  // Only an answer says that there is none: without one (no connection) the line is left out.
  if (error instanceof ApiError && error.code === 'NOT_FOUND')
    return (
      <p className="registered" role="status">
        {t('registered.unknown', { number })} <Link to="/register">{t('registered.all')}</Link>
      </p>
    );
  if (!data) return null;
  return (
    <p className="registered">
      <strong>{t(`registered.state.${data.state}`)}</strong> <Link to={`/verify/${data.number}`}>{t('registered.contract', { number: data.number, title: data.title })}</Link>{' '}
      <span className="muted">{t('registered.on', { day: data.registeredOn })}</span>
    </p>
  );
}

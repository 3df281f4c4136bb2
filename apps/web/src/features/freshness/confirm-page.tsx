import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { confirmationToken } from '@jihui/domain';
import { Facts, Loading, Panel } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { confirmByLink, lookAt, type ItemToConfirm } from './freshness.api.js';

const pathOf = ({ kind, id }: Pick<ItemToConfirm, 'kind' | 'id'>): string => `/${kind === 'DEMAND' ? 'demands' : 'achievements'}/${id}`;

/** What a link of a mail confirms, shown before it is confirmed; nobody signs in for it. Opening it changes nothing: mail programs open links too. */
export function ConfirmPage() {
  const { t } = useTranslation('freshness');
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const isToken = confirmationToken.safeParse({ token }).success;
  usePageTitle(t('title'));
  const { data: item, error } = useQuery({ queryKey: ['freshness', token], queryFn: () => lookAt(token), enabled: isToken, retry: false, staleTime: Infinity });
  const confirm = useMutation({ mutationFn: () => confirmByLink(token) });
  const done = confirm.data;
  return (
    <div style={{ maxWidth: 640, margin: '24px auto 0' }}>
      <Panel>
        <h1 style={{ fontSize: 20, margin: '4px 0 12px' }}>{t('title')}</h1>
        {!isToken || error ? <Alert type="warning" showIcon title={t('gone')} description={t('goneHint')} /> : null}
        {isToken && !item && !error ? <Loading rows={5} /> : null}
        {item ? <Item item={item} /> : null}
        {done ? (
          <Alert
            type="success"
            showIcon
            title={t('done', { day: done.confirmedAt ? day(done.confirmedAt) : '' })}
            description={<Link to={pathOf(done)}>{t('open')}</Link>}
          />
        ) : null}
        {confirm.error ? <Alert type="error" showIcon title={errorSentence(confirm.error)} style={{ marginBottom: 12 }} /> : null}
        {item && !done ? (
          <>
            <Button type="primary" size="large" loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('confirm')}
            </Button>
            <p className="muted">
              {t('else')}
              <Link to={pathOf(item)}>{t('open')}</Link>
            </p>
          </>
        ) : null}
      </Panel>
    </div>
  );
}

function Item({ item }: { item: ItemToConfirm }) {
  const { t } = useTranslation('freshness');
  return (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('explain', { name: item.askedOf })}
      </p>
      <h2 style={{ fontSize: 17, margin: '0 0 8px' }}>{item.title}</h2>
      <Facts
        items={[
          { label: t('unit'), value: item.organisationName },
          item.publishedAt ? { label: t('published'), value: <span className="num">{day(item.publishedAt)}</span> } : null,
          item.confirmedAt ? { label: t('confirmedOn'), value: <span className="num">{day(item.confirmedAt)}</span> } : null,
        ]}
      />
      <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxHeight: 320, overflowY: 'auto' }}>{item.text}</p>
    </>
  );
}

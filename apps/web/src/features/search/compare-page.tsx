import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { mostCompared } from '@jihui/domain';
import { EmptyState, Loading, PageFrame } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useComparedRows } from './compare-rows.js';
import { comparedItems, type ComparedItem } from './help.api.js';
import './search.css';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Up to four published items side by side; the address names them. */
export function ComparePage() {
  const { t } = useTranslation('search');
  const [params] = useSearchParams();
  const ids = [...new Set((params.get('ids') ?? '').split(','))].filter((id) => uuid.test(id)).slice(0, mostCompared);
  usePageTitle(t('compare.title'));
  const { data, error, refetch } = useQuery({ queryKey: ['compare', ids], queryFn: () => comparedItems(ids), enabled: ids.length > 0 });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data && ids.length) return <Loading rows={8} />;
  const missing = ids.length - (data?.length ?? 0);
  return (
    <PageFrame title={t('compare.title')} meta={t('compare.lead')} actions={<Link to="/search">{t('compare.back')}</Link>}>
      {missing > 0 && data?.length ? <p role="status">{t('compare.missing', { n: missing })}</p> : null}
      {data?.length ? <Table items={data} ids={ids} /> : <EmptyState text={t('compare.nothing')} />}
    </PageFrame>
  );
}

function Table({ items, ids }: { items: ComparedItem[]; ids: string[] }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const rows = useComparedRows(items);
  const titleOf = (item: ComparedItem): string => item.achievement?.title ?? item.demand?.title ?? '';
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label={t('compare.title')}>
      <table className="compare-table">
        <thead>
          <tr>
            <td />
            {items.map((item) => (
              <th key={item.id} scope="col">
                <Link to={`/${item.kind === 'ACHIEVEMENT' ? 'achievements' : 'demands'}/${item.id}`}>{titleOf(item)}</Link>{' '}
                <button type="button" className="link-button" aria-label={t('compare.drop', { title: titleOf(item) })} onClick={() => void navigate(`/compare?ids=${ids.filter((id) => id !== item.id).join(',')}`)}>
                  ×
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, differs }) => (
            <tr key={key} className={differs && items.length > 1 ? 'differs' : undefined}>
              <th scope="row">
                {t(`compare.row.${key}`)}
                {differs && items.length > 1 ? <span className="visually-hidden">{t('compare.differs')}</span> : null}
              </th>
              {cells.map((lines, i) => (
                <td key={items[i]?.id}>{lines.length > 1 ? <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul> : (lines[0] ?? t('compare.none'))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

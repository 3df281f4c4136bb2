import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf, lastPage, pageSize, type Selection } from './selection.js';

/** The pages around this one, as links. */
export function Pager({ selection, total }: { selection: Selection; total: number }) {
  const { t } = useTranslation('search');
  const pages = Math.min(Math.ceil(total / pageSize), lastPage);
  const { page } = selection;
  if (pages <= 1) return null;
  const around = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((p) => p >= 1 && p <= pages).sort((a, b) => a - b);
  const to = (p: number): string => addressOf({ ...selection, page: p });
  return (
    <nav className="pager" aria-label={t('pages')}>
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev">
          {t('previous')}
        </Link>
      ) : null}
      {around.map((p, i) => (
        <span key={p} className="pager-step">
          {i > 0 && p - (around[i - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          <Link to={to(p)} aria-current={p === page ? 'page' : undefined}>
            {p}
          </Link>
        </span>
      ))}
      {page < pages ? (
        <Link to={to(page + 1)} rel="next">
          {t('next')}
        </Link>
      ) : null}
    </nav>
  );
}

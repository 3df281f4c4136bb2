import { Button, Pagination } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading } from '@jihui/ui';
import { FailedToLoad } from '../app/error-page.js';

type Props<T> = {
  query: { data: { items: T[]; total: number } | undefined; error: Error | null; refetch: () => unknown };
  page: number;
  pageSize: number;
  onPage: (page: number) => void;
  className: string;
  row: (item: T) => ReactNode;
  /** What an empty list says; with filters set, and the way to take them back. */
  empty: { all: string; filtered: string; clear: (() => void) | null; clearText: string };
  note?: ReactNode;
};

/** A page of records below its filters: how many there are, the records, the way to the next; or what stands in the way. */
export function FoundList<T>({ query: { data, error, refetch }, page, pageSize, onPage, className, row, empty, note }: Props<T>) {
  const { t } = useTranslation('common');
  return (
    <>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading rows={8} /> : null}
      {data ? <div className="muted num">{t('total', { count: data.total })}</div> : null}
      {data?.total === 0 ? (
        <EmptyState
          text={empty.clear ? empty.filtered : empty.all}
          action={empty.clear ? <Button onClick={empty.clear}>{empty.clearText}</Button> : null}
        />
      ) : null}
      <ul className={className}>{data?.items.map(row)}</ul>
      {note}
      <Pagination current={page} pageSize={pageSize} total={data?.total ?? 0} hideOnSinglePage showSizeChanger={false} onChange={onPage} />
    </>
  );
}

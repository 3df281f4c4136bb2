import { Empty, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';

/** What an empty list says: what would fill it, and the way to do that. */
export function EmptyState({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<span style={{ color: 'var(--jihui-color-text-secondary)' }}>{text}</span>}>
      {action}
    </Empty>
  );
}

/** A skeleton that waits 300 ms, so that quick answers do not flicker. */
export function Loading({ rows = 6, label = document.documentElement.lang === 'en' ? 'Loading' : '正在加载' }: { rows?: number; label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" aria-label={label} style={{ minHeight: 120 }}>
      {late ? <Skeleton active paragraph={{ rows }} /> : null}
    </div>
  );
}

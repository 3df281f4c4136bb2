import { Breadcrumb, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

type Crumb = { title: string; href?: string };
type Props = { title: ReactNode; crumbs?: Crumb[]; tag?: ReactNode; meta?: ReactNode; actions?: ReactNode; aside?: ReactNode; link?: (href: string, title: string) => ReactNode; children: ReactNode };

/** Every page's frame: where one is, the record's name and state, its next step at the right, the content below. */
export function PageFrame({ title, crumbs, tag, meta, actions, aside, link, children }: Props) {
  return (
    <div className="page">
      {crumbs ? <Breadcrumb items={crumbs.map((c) => ({ title: c.href && link ? link(c.href, c.title) : c.title }))} style={{ marginBottom: 8 }} /> : null}
      <Flex justify="space-between" align="flex-start" gap={16} wrap>
        <div style={{ minWidth: 0, flex: '1 1 320px' }}>
          <Flex align="center" gap={10} wrap>
            <Typography.Title level={1} style={{ fontSize: 22, margin: 0, lineHeight: 1.4 }}>
              {title}
            </Typography.Title>
            {tag}
          </Flex>
          {meta ? <div className="page-meta">{meta}</div> : null}
        </div>
        {actions ? (
          <Flex gap={8} wrap className="no-print">
            {actions}
          </Flex>
        ) : null}
      </Flex>
      <div className={aside ? 'page-columns' : undefined} style={{ marginTop: 16 }}>
        <div style={{ minWidth: 0 }}>{children}</div>
        {aside ? <aside>{aside}</aside> : null}
      </div>
    </div>
  );
}

/** A white block with a heading, the page's unit of content. */
export function Panel({ title, extra, children, id }: { title?: ReactNode; extra?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="panel" id={id}>
      {title ? (
        <Flex justify="space-between" align="center" gap={8} wrap style={{ marginBottom: 12 }}>
          <h2 className="panel-title">{title}</h2>
          {extra}
        </Flex>
      ) : null}
      {children}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { events } from '@jihui/domain';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { auditKeys, getEvents, pageSize, type AuditFilter, type AuditLine } from './audit.api.js';
import { subjectPath } from './subject-path.js';

const names = Object.keys(events);
const groups = [...new Set(names.map((name) => name.split('.')[0] ?? ''))];

/** The audit trail, newest first. A click on an object or an organisation narrows it. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'common']);
  usePageTitle(t('title'));
  const { params, page, change } = useAddress();
  const filter: AuditFilter = {
    subjectId: params.get('subject'),
    organisationId: params.get('organisation'),
    event: params.get('event'),
    page,
  };
  const { data, error, refetch } = useQuery({
    queryKey: auditKeys.events(filter),
    queryFn: () => getEvents(filter),
    placeholderData: (before) => before,
  });
  const narrowed = filter.subjectId
    ? t('filteredSubject', { id: filter.subjectId.slice(-8) })
    : filter.organisationId
      ? t('filteredOrganisation')
      : null;
  const options = groups.map((group) => {
    const label = t(`group.${group}` as 'group.contract');
    return {
      label,
      options: [
        { value: group, label: `${label}（${t('allEvents')}）` },
        ...names.filter((n) => n.startsWith(`${group}.`)).map((value) => ({ value, label: eventWord(value) })),
      ],
    };
  });
  const columns: TableColumnsType<AuditLine> = [
    { title: t('when'), key: 'when', minWidth: 140, render: (_, l) => <span className="num">{moment(l.at)}</span> },
    { title: t('what'), key: 'what', minWidth: 120, render: (_, l) => eventWord(l.event) },
    {
      title: t('who'),
      key: 'who',
      minWidth: 140,
      render: (_, l) => <Who line={l} onChoose={(organisation) => change({ organisation, subject: null })} />,
    },
    {
      title: t('note'),
      key: 'note',
      responsive: ['md'],
      render: (_, l) => <span style={{ overflowWrap: 'anywhere' }}>{eventNote(l.data)}</span>,
    },
    {
      title: t('subject'),
      key: 'subject',
      minWidth: 170,
      render: (_, l) => <Subject line={l} onChoose={(subject) => change({ subject, organisation: null })} />,
    },
  ];
  return (
    <PageFrame title={t('title')} meta={t('lead')}>
      <Panel>
        <Select
          aria-label={t('event')}
          placeholder={t('allEvents')}
          value={filter.event}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          onChange={(event: string | null | undefined) => change({ event: event ?? null })}
          style={{ width: 260, maxWidth: '100%', marginBottom: 12 }}
        />
        {narrowed ? (
          <Alert
            type="info"
            title={narrowed}
            action={<Button onClick={() => change({ subject: null, organisation: null })}>{t('clear')}</Button>}
            style={{ marginBottom: 12 }}
          />
        ) : null}
        {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
        <Table<AuditLine>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={!data && !error}
          scroll={{ x: true }}
          pagination={{
            current: filter.page,
            pageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            showTotal: (count) => t('common:total', { count }),
            onChange: (next) => change({ page: String(next) }),
          }}
          locale={{ emptyText: <EmptyState text={t('empty')} /> }}
        />
      </Panel>
    </PageFrame>
  );
}

function Who({ line, onChoose }: { line: AuditLine; onChoose: (organisationId: string) => void }) {
  const { t } = useTranslation('audit');
  const { organisationId, organisationName } = line;
  return (
    <>
      <div>{line.actorName || t('visitor')}</div>
      {organisationId ? (
        <Button
          type="link"
          size="small"
          style={{ padding: 0, height: 'auto' }}
          aria-label={t('sameOrganisation', { name: organisationName })}
          onClick={() => onChoose(organisationId)}
        >
          {organisationName}
        </Button>
      ) : (
        <span className="muted">{organisationName}</span>
      )}
    </>
  );
}

function Subject({ line, onChoose }: { line: AuditLine; onChoose: (subjectId: string) => void }) {
  const { t } = useTranslation('audit');
  const path = subjectPath(line.event, line.subjectId);
  return (
    <>
      <div>{path ? <Link to={path}>{line.subjectName ?? t('open')}</Link> : line.subjectName}</div>
      <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} onClick={() => onChoose(line.subjectId)}>
        {t('sameSubject')}
      </Button>
    </>
  );
}

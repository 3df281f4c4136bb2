import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Popconfirm, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { conflictRelation, relationEnds, StoredRelation } from '@jihui/domain';
import { DayInput, EmptyState, Loading, PageFrame, Panel, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { ShortText } from '../../lib/limited-text.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { addRelation, dropRelation, engineKeys, getRelations, refreshEngines, type Ref } from './engines.api.js';

/** The relations that the branch knows of: its conflict checks stand on them. */
export function RelationsPage() {
  const { t } = useTranslation(['challengeEngines', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const kind = StoredRelation.safeParse(Form.useWatch('relation', form)).data ?? 'CONTROLS';
  const isOf = (side: 'from' | 'to') => t(relationEnds[kind][side].includes('PERSON') ? 'relations.is.PERSON' : 'relations.is.ORGANISATION');
  usePageTitle(t('relations.title'));
  const { data, error, refetch } = useQuery({ queryKey: engineKeys.relations, queryFn: getRelations });
  const drop = useMutation({
    mutationFn: (ref: Ref) => dropRelation(ref),
    onSuccess: async () => {
      void message.success(t('relations.dropped'));
      await refreshEngines();
    },
    onError: (refused) => void message.error(errorSentence(refused)),
  });
  const labelOf = (path: string) => t(`relations.${path.split('.')[0] ?? ''}` as 'relations.from');
  return (
    <PageFrame title={t('relations.title')} meta={<span>{t('relations.hint')}</span>}>
      <Panel title={t('relations.add')}>
        <ZodForm
          schema={conflictRelation}
          keptAs="relation"
          emptiesWhenSent
          initialValues={{ relation: 'CONTROLS', from: { name: '' }, to: { name: '' }, since: null, until: null, source: '' }}
          onSubmit={async (input) => {
            await addRelation(input);
            void message.success(t('relations.added'));
            await refreshEngines();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={labelOf}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('relations.add')}
        >
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', columnGap: 16 }}>
            <Form.Item name={['from', 'name']} label={t('relations.from')} extra={isOf('from')}>
              <ShortText max={100} />
            </Form.Item>
            <Form.Item name="relation" label={t('relations.relation')}>
              <Select options={StoredRelation.options.map((value) => ({ value, label: t(`relations.kind.${value}`) }))} />
            </Form.Item>
            <Form.Item name={['to', 'name']} label={t('relations.to')} extra={isOf('to')}>
              <ShortText max={100} />
            </Form.Item>
            <Form.Item name="since" label={t('relations.since')}>
              <DayInput />
            </Form.Item>
            <Form.Item name="until" label={t('relations.until')}>
              <DayInput />
            </Form.Item>
            <Form.Item name="source" label={t('relations.source')}>
              <ShortText max={200} />
            </Form.Item>
          </div>
        </ZodForm>
      </Panel>
      <Panel>
        {error ? (
          <FailedToLoad error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.length === 0 ? (
          <EmptyState text={t('relations.empty')} />
        ) : (
          <Table
            className="keep-numbers"
            rowKey="id"
            size="small"
            scroll={{ x: true }}
            dataSource={data}
            columns={[
              { title: t('relations.from'), dataIndex: 'fromName', onCell: () => ({ style: { whiteSpace: 'nowrap' } }) },
              { title: t('relations.relation'), key: 'relation', render: (_, r) => t(`relations.kind.${StoredRelation.parse(r.relation)}`) },
              { title: t('relations.to'), dataIndex: 'toName', onCell: () => ({ style: { whiteSpace: 'nowrap' } }) },
              { title: t('relations.term'), key: 'term', render: (_, r) => <span className="num">{[r.since, r.until].filter(Boolean).join(' ～ ')}</span> },
              { title: t('relations.source'), dataIndex: 'source' },
              {
                title: t('relations.step'),
                key: 'drop',
                render: (_, r) => (
                  <Popconfirm
                    title={t('relations.askDrop')}
                    okText={t('relations.drop')}
                    cancelText={t('common:cancel')}
                    onConfirm={() => drop.mutate({ id: r.id, version: r.version })}
                  >
                    <Button size="small">{t('relations.drop')}</Button>
                  </Popconfirm>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </PageFrame>
  );
}

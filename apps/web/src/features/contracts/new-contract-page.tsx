import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { contractCreate, supplierKinds } from '@jihui/domain';
import { Loading, PageFrame, Panel, ZodForm } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { emptyContent } from './contract-content.js';
import { TypeSelect } from './contract-fields.js';
import { createContract, getOwnAchievements, getOwnDemands, refreshAll } from './contracts.api.js';
import { PartySelect } from './party-select.js';
import './contracts.css';

type Organisation = NonNullable<NonNullable<ReturnType<typeof useSession>['me']>['organisation']>;

/** Who concludes what: enough for a draft, whose content is written afterwards. */
export function NewContractPage() {
  const { t } = useTranslation('contracts');
  const { me } = useSession();
  usePageTitle(t('edit.new'));
  return me?.organisation ? <NewContract organisation={me.organisation} /> : <Loading />;
}

function NewContract({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['contracts', 'common']);
  const navigate = useNavigate();
  const [form] = Form.useForm();
  const isSupplier = supplierKinds.includes(organisation.kind);
  const [side, setSide] = useState<'sellerId' | 'buyerId'>(isSupplier ? 'sellerId' : 'buyerId');
  const other = side === 'sellerId' ? 'buyerId' : 'sellerId';
  const achievements = useQuery({ queryKey: ['contracts', 'own-achievements'], queryFn: getOwnAchievements, enabled: isSupplier });
  const demands = useQuery({ queryKey: ['contracts', 'own-demands'], queryFn: getOwnDemands, enabled: !isSupplier });
  const turn = (to: 'sellerId' | 'buyerId') => {
    const counterparty: unknown = form.getFieldValue(other);
    setSide(to);
    form.setFieldsValue({
      [to]: organisation.id,
      [to === 'sellerId' ? 'buyerId' : 'sellerId']: counterparty,
      achievementId: null,
      demandId: null,
    });
  };
  const options = (items: readonly { id: string; title: string }[] | undefined) =>
    items?.map(({ id, title }) => ({ value: id, label: title })) ?? [];

  return (
    <PageFrame
      title={t('edit.new')}
      crumbs={[{ title: t('title'), href: '/contracts' }, { title: t('edit.new') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
    >
      <div className="narrow-form">
        <Alert type="info" showIcon title={t('create.fromTalk')} style={{ marginBottom: 16 }} />
        <ZodForm
          form={form}
          schema={contractCreate}
          keptAs="new-contract"
          initialValues={{ ...emptyContent, [side]: organisation.id, title: '' }}
          onSubmit={async (input) => {
            const { id } = await createContract(input);
            await refreshAll();
            await navigate(`/contracts/${id}/edit`);
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`field.${path}` as 'field.title')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('create.submit')}
        >
          <Panel>
            <Form.Item label={t('create.side')}>
              <Radio.Group
                value={side}
                onChange={(e) => turn(e.target.value === 'sellerId' ? 'sellerId' : 'buyerId')}
                options={[
                  { value: 'sellerId', label: t('create.asSeller') },
                  { value: 'buyerId', label: t('create.asBuyer') },
                ]}
              />
            </Form.Item>
            <Form.Item name={other} label={t('create.other')} extra={t('create.otherHint')}>
              <PartySelect role="side" except={organisation.id} />
            </Form.Item>
            <Form.Item name="brokerId" label={t('create.broker')} extra={t('create.brokerHint')}>
              <PartySelect role="broker" except={organisation.id} />
            </Form.Item>
          </Panel>
          <Panel>
            <Form.Item name="type" label={t('field.type')} style={{ maxWidth: 320 }}>
              <TypeSelect />
            </Form.Item>
            <Form.Item name="title" label={t('field.title')}>
              <ShortText max={100} counted />
            </Form.Item>
            {isSupplier && side === 'sellerId' ? (
              <Form.Item name="achievementId" label={t('create.achievement')}>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  loading={achievements.isLoading}
                  options={options(achievements.data)}
                />
              </Form.Item>
            ) : null}
            {!isSupplier && side === 'buyerId' ? (
              <Form.Item name="demandId" label={t('create.demand')}>
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} loading={demands.isLoading} options={options(demands.data)} />
              </Form.Item>
            ) : null}
          </Panel>
        </ZodForm>
      </div>
    </PageFrame>
  );
}

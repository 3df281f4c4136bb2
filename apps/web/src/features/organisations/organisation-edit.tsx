import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { organisationEdit, supplierKinds } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { useRegionOptions } from '../../lib/regions.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { editOrganisation, refreshAll, type Organisation } from './organisations.api.js';
import { UsccInput } from './uscc-input.js';

/** The organisation's own data, edited by its administrator in place. */
export function OrganisationEdit({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'common']);
  const { message } = App.useApp();
  const regions = useRegionOptions();
  const isFixed = organisation.status === 'VERIFIED';
  const { name, uscc, regionCode, nameEn, address, intro, disciplines } = organisation;
  return (
    <Panel title={t('page.editTitle')}>
      {isFixed ? <Alert type="info" title={t('page.fixed')} style={{ marginBottom: 16 }} /> : null}
      <div style={{ maxWidth: 520 }}>
        <ZodForm
          schema={organisationEdit}
          keptAs={`organisation ${organisation.id} ${organisation.version}`}
          initialValues={{ name, uscc, regionCode, nameEn, address, intro, disciplines }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`field.${path.split('.')[0]}` as 'field.name')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('common:save')}
          extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
          onSubmit={async (input) => {
            await editOrganisation({ id: organisation.id, version: organisation.version }, input);
            await refreshAll();
            void message.success(t('page.saved'));
            onClose();
          }}
        >
          <Form.Item name="name" label={t('field.name')}>
            <Input disabled={isFixed} />
          </Form.Item>
          <Form.Item name="uscc" label={t('field.uscc')}>
            <UsccInput disabled={isFixed} />
          </Form.Item>
          <Form.Item name="nameEn" label={t('field.nameEn')}>
            <Input />
          </Form.Item>
          <Form.Item name="regionCode" label={t('field.regionCode')}>
            <Select options={regions} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name="address" label={t('field.address')} extra={t('signUp.addressHint')}>
            <Input />
          </Form.Item>
          <Form.Item name="intro" label={t('field.intro')} style={{ marginBottom: 30 }}>
            <LongText autoSize={{ minRows: 4, maxRows: 12 }} max={500} counted />
          </Form.Item>
          {supplierKinds.includes(organisation.kind) ? (
            <Form.Item name="disciplines" label={t('field.disciplines')} extra={t('page.disciplinesHint')}>
              <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
            </Form.Item>
          ) : null}
        </ZodForm>
      </div>
    </Panel>
  );
}

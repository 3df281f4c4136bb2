import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { organisationCreate } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { useRegionOptions } from '../../lib/regions.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { createOrganisation, refreshAll } from './organisations.api.js';
import { UsccInput } from './uscc-input.js';

const kinds = ['MARKET_OPERATOR', 'GOVERNMENT_OFFICE'] as const;

/** The system administrator's way to a new branch or government office. */
export function CreateOfficeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'common', 'codes']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const regions = useRegionOptions();
  const [form] = Form.useForm();
  const kind: unknown = Form.useWatch('kind', form);
  return (
    <Modal open={open} title={t('create.title')} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('create.text')}
      </p>
      <ZodForm
        form={form}
        schema={organisationCreate}
        keptAs="office"
        initialValues={{ kind: 'MARKET_OPERATOR' }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.name')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('create.submit')}
        onSubmit={async (input) => {
          const created = await createOrganisation({ ...input, branchCode: input.kind === 'MARKET_OPERATOR' ? input.branchCode : null });
          void message.success(t('create.created', { name: created.name }));
          onClose();
          await refreshAll();
          await navigate(`/organisations/${created.id}`);
        }}
      >
        <Form.Item name="kind" label={t('field.kind')}>
          <Radio.Group options={kinds.map((value) => ({ value, label: t(`codes:organisationKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('field.name')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="uscc" label={t('field.uscc')}>
          <UsccInput />
        </Form.Item>
        <Form.Item name="regionCode" label={t('field.regionCode')}>
          <Select options={regions} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        {kind === 'MARKET_OPERATOR' ? (
          <Form.Item
            name="branchCode"
            label={t('field.branchCode')}
            extra={t('create.branchCodeHint')}
            normalize={(value: string) => value.toUpperCase() || null}
          >
            <ShortText autoComplete="off" max={6} style={{ width: 160 }} />
          </Form.Item>
        ) : null}
        <Form.Item name="memberName" label={t('field.memberName')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="memberEmail" label={t('field.memberEmail')}>
          <Input type="email" autoComplete="off" inputMode="email" />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}

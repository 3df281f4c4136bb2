import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { organisationSignUp, SelfSignedKind } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { useRegionOptions } from '../../lib/regions.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { signUp, type SignedUp } from './organisations.api.js';
import { UsccInput } from './uscc-input.js';

/** One page in four parts; what is wrong stands at its field and in a list at the top. */
export function SignUpForm({ onDone }: { onDone: (organisation: SignedUp) => Promise<void> }) {
  const { t } = useTranslation(['organisations', 'common', 'codes', 'accounts']);
  return (
    <ZodForm
      schema={organisationSignUp}
      keptAs="sign-up"
      initialValues={{ termsAccepted: false }}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={(path) => t(`field.${path}` as 'field.name')}
      summaryTitle={t('common:formErrorsTitle')}
      submitText={t('signUp.submit')}
      onSubmit={async (input) => onDone(await signUp(input))}
    >
      <UnitPart />
      <Panel title={t('signUp.person')}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t('signUp.personText')}
        </p>
        <div style={{ maxWidth: 400 }}>
          <Form.Item name="adminName" label={t('field.adminName')}>
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item name="adminEmail" label={t('field.adminEmail')} extra={t('signUp.emailHint')}>
            <Input type="email" autoComplete="username" inputMode="email" />
          </Form.Item>
          <Form.Item name="adminPhone" label={t('field.adminPhone')} extra={t('signUp.phoneHint')}>
            <Input type="tel" autoComplete="tel" inputMode="tel" />
          </Form.Item>
          <Form.Item name="password" label={t('signUp.passwordTitle')} extra={t('accounts:passwordHint')} style={{ marginBottom: 0 }}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </div>
      </Panel>
      <Panel title={t('signUp.terms')}>
        <ul style={{ margin: '0 0 12px', paddingInlineStart: 18 }}>
          <li>{t('signUp.termsPublic')}</li>
          <li>{t('signUp.termsPrivate')}</li>
          <li>{t('signUp.termsUse')}</li>
        </ul>
        <Form.Item name="termsAccepted" valuePropName="checked" style={{ marginBottom: 0 }}>
          <Checkbox>{t('signUp.accept')}</Checkbox>
        </Form.Item>
      </Panel>
    </ZodForm>
  );
}

function UnitPart() {
  const { t } = useTranslation(['organisations', 'codes']);
  const regions = useRegionOptions();
  return (
    <Panel title={t('signUp.unit')}>
      <Form.Item name="kind" label={t('field.kind')}>
        <Radio.Group style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 10, maxWidth: 640 }}>
          {SelfSignedKind.options.map((kind) => (
            <Radio key={kind} value={kind}>
              {t(`codes:organisationKind.${kind}`)}
              <span className="muted" style={{ display: 'block', fontSize: 13 }}>
                {t(`signUp.kindHint.${kind}`)}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <div style={{ maxWidth: 400 }}>
        <Form.Item name="name" label={t('field.name')} extra={t('signUp.nameHint')}>
          <Input autoComplete="organization" />
        </Form.Item>
        <Form.Item name="uscc" label={t('field.uscc')}>
          <UsccInput />
        </Form.Item>
        <Form.Item name="regionCode" label={t('field.regionCode')} extra={t('signUp.regionHint')}>
          <Select options={regions} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="address" label={t('field.address')} extra={t('signUp.addressHint')} style={{ marginBottom: 0 }}>
          <Input autoComplete="street-address" />
        </Form.Item>
      </div>
    </Panel>
  );
}

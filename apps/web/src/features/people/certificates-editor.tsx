import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CertificateKind } from '@jihui/domain';
import { DayInput } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';

const most = 10;

/** Certificates, copied from the paper. */
export function CertificatesEditor() {
  const { t } = useTranslation('people');
  return (
    <Form.List name="certificates">
      {(rows, { add, remove }) => (
        <fieldset id="certificates" className="profile-certificates">
          <legend>{t('mine.certificates')}</legend>
          {rows.map(({ key, name }) => (
            <div
              key={key}
              className="profile-certificate"
              role="group"
              aria-label={`${t('mine.certificates')}，${t('mine.item', { n: name + 1 })}`}
            >
              <Form.Item name={[name, 'kind']} label={t('mine.certificate.kind')}>
                <Select options={CertificateKind.options.map((value) => ({ value, label: t(`certificateKind.${value}`) }))} />
              </Form.Item>
              {(['name', 'number', 'issuer'] as const).map((field) => (
                <Form.Item key={field} name={[name, field]} label={t(`mine.certificate.${field}`)}>
                  <ShortText max={60} />
                </Form.Item>
              ))}
              <Form.Item name={[name, 'issuedOn']} label={t('mine.certificate.issuedOn')}>
                <DayInput />
              </Form.Item>
              <Form.Item name={[name, 'expiresOn']} label={t('mine.certificate.expiresOn')}>
                <DayInput />
              </Form.Item>
              <Button icon={<DeleteOutlined />} aria-label={t('mine.removeCertificate', { n: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          {rows.length < most ? (
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add({ kind: 'TECH_MANAGER', name: '', number: '', issuer: '', issuedOn: null, expiresOn: null })}
            >
              {t('mine.addCertificate')}
            </Button>
          ) : null}
        </fieldset>
      )}
    </Form.List>
  );
}

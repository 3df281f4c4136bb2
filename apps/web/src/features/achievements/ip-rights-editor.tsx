import { CheckCircleFilled, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '@jihui/ui';
import { IpKind, IpStatus, parsePatentNumber, patentExpiryYear } from '@jihui/domain';
import { ShortText } from '../../lib/limited-text.js';

const row = { display: 'flex', flexWrap: 'wrap', columnGap: 8, flex: 1, minWidth: 0 } as const;
const patents: readonly string[] = ['INVENTION', 'UTILITY_MODEL', 'DESIGN'];
/** From here on a number is typed to its end, and can be told wrong. */
const isWhole = (text: string): boolean => text.replace(/[^\dXx]/g, '').length >= 13;

/** 知识产权 one per block. A patent number is checked as it is typed and gives its kind and, with ZL, its state. */
export function IpRightsEditor() {
  const { t } = useTranslation(['achievements', 'codes']);
  const form = Form.useFormInstance();
  const kinds = IpKind.options.map((value) => ({ value, label: t(`codes:ipKind.${value}`) }));
  const statuses = IpStatus.options.map((value) => ({ value, label: t(`codes:ipStatus.${value}`) }));
  const label = (part: 'kind' | 'number' | 'title' | 'status', n: number) => `${t(`part.${part}`)}，${t('item', { n: n + 1 })}`;
  const takeNumber = (name: number, text: string) => {
    const patent = parsePatentNumber(text);
    if (!patent || !patents.includes(String(form.getFieldValue(['ipRights', name, 'kind'])))) return;
    form.setFieldValue(['ipRights', name, 'kind'], patent.kind);
    if (patent.granted) form.setFieldValue(['ipRights', name, 'status'], 'GRANTED');
  };
  return (
    <Form.List name="ipRights">
      {(fields, { add, remove }) => (
        <div id="ipRights" role="group" aria-label={t('field.ipRights')}>
          {fields.map(({ key, name }) => (
            <div
              key={key}
              style={{ display: 'flex', gap: 8, alignItems: 'flex-start', borderBottom: '1px solid #e6e9ee', marginBottom: 12 }}
            >
              <div style={row}>
                <Form.Item name={[name, 'kind']} style={{ marginBottom: 8, flex: '1 1 130px' }}>
                  <Select options={kinds} aria-label={label('kind', name)} />
                </Form.Item>
                <Form.Item name={[name, 'status']} style={{ marginBottom: 8, flex: '1 1 110px' }}>
                  <Select options={statuses} aria-label={label('status', name)} />
                </Form.Item>
                <NumberField n={name} label={label('number', name)} onType={(text) => takeNumber(name, text)} />
                <FilingDay n={name} />
                <Form.Item name={[name, 'title']} style={{ marginBottom: 12, flex: '1 1 100%' }}>
                  <ShortText placeholder={t('part.title')} aria-label={label('title', name)} max={120} />
                </Form.Item>
              </div>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('ip.remove', { n: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          {fields.length < 20 ? (
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add({ kind: 'INVENTION', number: null, title: '', status: 'GRANTED' })}
            >
              {t('ip.add')}
            </Button>
          ) : null}
        </div>
      )}
    </Form.List>
  );
}

/** The number with what its check says so far; nothing while it may still become right. */
function NumberField({ n, label, onType }: { n: number; label: string; onType: (text: string) => void }) {
  const { t } = useTranslation(['achievements', 'codes']);
  const number: unknown = Form.useWatch(['ipRights', n, 'number']);
  const kind: unknown = Form.useWatch(['ipRights', n, 'kind']);
  const text = typeof number === 'string' && patents.includes(String(kind)) ? number : '';
  const patent = text ? parsePatentNumber(text) : null;
  const isRight = patent !== null && patent.kind === kind;
  const wrong =
    patent && !isRight ? t('ip.kind', { kind: t(`codes:ipKind.${patent.kind}`) }) : !patent && isWhole(text) ? t('ip.wrong') : undefined;
  const right = isRight ? (
    <span style={{ color: '#2b7a4b' }}>
      <CheckCircleFilled aria-hidden /> {t('ip.right', { year: patent.filingYear, expiry: patentExpiryYear(patent) })}
    </span>
  ) : undefined;
  return (
    <Form.Item
      name={[n, 'number']}
      style={{ flex: '3 1 240px', minWidth: 0, marginBottom: 8 }}
      getValueFromEvent={(e: { target: { value: string } }) => e.target.value || null}
      help={right ?? wrong}
      validateStatus={wrong ? 'error' : undefined}
    >
      <ShortText placeholder={t('part.number')} aria-label={label} max={40} onChange={(e) => onType(e.target.value)} />
    </Form.Item>
  );
}

/** 申请日: asked for once the number is right, since the term counts from it. */
function FilingDay({ n }: { n: number }) {
  const { t } = useTranslation('achievements');
  const number: unknown = Form.useWatch(['ipRights', n, 'number']);
  if (typeof number !== 'string' || !parsePatentNumber(number)) return null;
  return (
    <Form.Item name={[n, 'filedOn']} style={{ flex: '1 1 150px', marginBottom: 8 }}>
      <DayInput placeholder={t('ip.filedOn')} aria-label={`${t('ip.filedOn')}，${t('item', { n: n + 1 })}`} />
    </Form.Item>
  );
}

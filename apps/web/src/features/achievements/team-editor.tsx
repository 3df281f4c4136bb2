import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ShortText } from '../../lib/limited-text.js';

/** The people who made it, the lead first. */
export function TeamEditor() {
  const { t } = useTranslation('achievements');
  return (
    <Form.List name="team">
      {(fields, { add, remove }) => (
        <div id="team" role="group" aria-label={t('field.team')}>
          {fields.map(({ key, name }) => (
            <div key={key} style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
              <Form.Item name={[name, 'name']} style={{ marginBottom: 8, flex: 1 }}>
                <ShortText placeholder={t('part.name')} aria-label={`${t('part.name')}，${t('item', { n: name + 1 })}`} max={30} />
              </Form.Item>
              <Form.Item name={[name, 'title']} style={{ marginBottom: 8, flex: 1 }}>
                <ShortText placeholder={t('memberTitle')} aria-label={`${t('memberTitle')}，${t('item', { n: name + 1 })}`} max={30} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('team.remove', { n: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          {fields.length < 20 ? (
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', title: '' })}>
              {t('team.add')}
            </Button>
          ) : null}
        </div>
      )}
    </Form.List>
  );
}

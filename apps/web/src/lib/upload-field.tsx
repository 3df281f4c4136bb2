import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from './api.js';
import { errorSentence } from './sentences.js';

type Props = { id?: string; value?: string[]; onChange?: (ids: string[]) => void };

/** Files that go with a form: uploaded at once, given to the record when the form is sent. */
export function UploadField({ id, value = [], onChange }: Props) {
  const { t } = useTranslation('aftercare');
  const [names, setNames] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const add = async (file: File) => {
    setRefused(null);
    try {
      const stored = await upload(file);
      setNames((all) => ({ ...all, [stored.id]: stored.name }));
      onChange?.([...value, stored.id]);
    } catch (error) {
      setRefused(errorSentence(error));
    }
  };
  return (
    <div id={id}>
      {refused ? <Alert type="error" showIcon title={refused} style={{ marginBottom: 8 }} /> : null}
      <Upload
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.zip"
        fileList={value.map((uid) => ({ uid, name: names[uid] ?? uid, status: 'done' as const }))}
        beforeUpload={(file) => (void add(file), false)}
        onRemove={(file) => onChange?.(value.filter((one) => one !== file.uid))}
      >
        <Button icon={<UploadOutlined />}>{t('addFile')}</Button>
      </Upload>
    </div>
  );
}

/** One file of a form: another one takes its place. */
export function UploadOne({ id, value, onChange }: { id?: string; value?: string | null; onChange?: (id: string | null) => void }) {
  return <UploadField {...(id ? { id } : {})} value={value ? [value] : []} onChange={(ids) => onChange?.(ids.at(-1) ?? null)} />;
}

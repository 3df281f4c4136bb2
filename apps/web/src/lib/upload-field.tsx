import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload, type UploadFile } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keptForm } from '@jihui/ui';
import { upload } from './api.js';
import { errorSentence } from './sentences.js';

type Props = { id?: string; value?: string[]; onChange?: (ids: string[]) => void; multiple?: boolean };

/** A form that outlives a reload knows its files by id only; their names are kept beside it. */
const keptNames = () => keptForm('file names', {});
const nameOf = (id: string): string => String(Reflect.get(keptNames().initial, id) ?? id);

/** Files that go with a form: uploaded at once, given to the record when the form is sent. */
export function UploadField({ id, value = [], onChange, multiple = true }: Props) {
  const { t } = useTranslation('aftercare');
  const [coming, setComing] = useState<UploadFile[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  // Two uploads answer in any order, each into the list that the other may just have changed: the one of the last rendering is too old.
  const ids = useRef(value);
  useEffect(() => void (ids.current = value));
  const put = (next: string[]) => {
    ids.current = next;
    onChange?.(next);
  };
  const add = async (file: File & { uid: string }) => {
    setRefused(null);
    setComing((all) => [...all, { uid: file.uid, name: file.name, status: 'uploading' }]);
    try {
      const stored = await upload(file);
      keptNames().keep({ ...keptNames().initial, [stored.id]: stored.name });
      put([...ids.current, stored.id]);
    } catch (error) {
      setRefused(errorSentence(error));
    } finally {
      setComing((all) => all.filter((one) => one.uid !== file.uid));
    }
  };
  return (
    <div id={id}>
      {refused ? <Alert type="error" showIcon title={refused} style={{ marginBottom: 8 }} /> : null}
      <Upload
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.zip"
        multiple={multiple}
        fileList={[...value.map((uid) => ({ uid, name: nameOf(uid), status: 'done' as const })), ...coming]}
        beforeUpload={(file) => (void add(file), false)}
        onRemove={(file) => put(ids.current.filter((one) => one !== file.uid))}
      >
        <Button icon={<UploadOutlined />}>{t('addFile')}</Button>
      </Upload>
    </div>
  );
}

/** One file of a form: another one takes its place. */
export function UploadOne({ id, value, onChange }: { id?: string; value?: string | null; onChange?: (id: string | null) => void }) {
  return <UploadField {...(id ? { id } : {})} multiple={false} value={value ? [value] : []} onChange={(ids) => onChange?.(ids.at(-1) ?? null)} />;
}

import { FileOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markableMegabytes, tierFileLimit } from '@jihui/domain';
import { upload } from '../../lib/api.js';
import { errorSentence } from '../../lib/sentences.js';
import { addFile, refreshTiers, removeFile, type ConfidentialPart } from './tiers.api.js';

/** The files of the second tier in their owner's hands: originals to download, files to add and to take away. */
export function OwnerFiles({ part }: { part: ConfidentialPart }) {
  const { t } = useTranslation(['tiers', 'common']);
  const { modal } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const add = useMutation({
    mutationFn: async (file: File) => addFile(part.subjectKind, part.subjectId, (await upload(file, setShare)).id),
    onSettled: async () => {
      setShare(null);
      await refreshTiers();
    },
  });
  const remove = useMutation({ mutationFn: removeFile, onSettled: refreshTiers });
  const ask = (id: string, name: string) =>
    modal.confirm({
      title: t('own.removeAsk', { name }),
      okText: t('own.remove'),
      cancelText: t('common:cancel'),
      onOk: () => remove.mutateAsync(id).catch(() => undefined),
    });
  const error = add.error ?? remove.error;
  return (
    <section>
      <h3>{t('own.files')}</h3>
      {error ? <Alert type="error" showIcon title={errorSentence(error)} style={{ marginBottom: 12 }} /> : null}
      {part.files?.length ? (
        <ul className="tier-files">
          {part.files.map((file) => (
            <li key={file.id}>
              <FileOutlined aria-hidden />
              <a className="tier-file-name" href={`/files/${file.id}`} download={file.name}>
                {file.name}
              </a>
              <Button size="small" type="text" aria-label={`${t('own.remove')} ${file.name}`} onClick={() => ask(file.id, file.name)}>
                {t('own.remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('own.noFiles')}</p>
      )}
      <Upload
        accept=".pdf,.png,.jpg,.jpeg"
        showUploadList={false}
        disabled={add.isPending}
        beforeUpload={(file) => (add.mutate(file), false)}
      >
        <Button icon={<UploadOutlined />} loading={add.isPending}>
          {share === null ? t('own.add') : t('own.adding', { percent: Math.round(share * 100) })}
        </Button>
      </Upload>
      <p className="muted">{t('own.fileHelp', { megabytes: markableMegabytes, limit: tierFileLimit })}</p>
    </section>
  );
}

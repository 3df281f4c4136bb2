import { DeleteOutlined, FileOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@jihui/ui';
import { upload } from '../../lib/api.js';
import { day } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { contractSteps, refreshAll, type Contract } from './contracts.api.js';

const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.zip';
const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The annexes: read by everybody who sees the contract, changed while the parties hold it. */
export function ContractFiles({ contract }: { contract: Contract }) {
  const { t } = useTranslation(['contracts', 'common']);
  const { message, modal } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const isOpen = contract.availableActions.includes('edit');
  const add = useMutation({
    mutationFn: async (file: File) => contractSteps.attach(contract.id, (await upload(file, setShare)).id),
    onMutate: () => setRefused(null),
    onSuccess: () => void message.success(t('done.fileAdded')),
    onError: (error) => setRefused(errorSentence(error)),
    onSettled: async () => {
      setShare(null);
      await refreshAll();
    },
  });
  const remove = (file: Contract['files'][number]) =>
    modal.confirm({
      title: t('files.removeAsk', { name: file.name }),
      okText: t('files.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: async () => {
        try {
          await contractSteps.removeFile(contract.id, file.id);
          void message.success(t('done.fileRemoved'));
        } catch (error) {
          void message.error(errorSentence(error));
        }
        await refreshAll();
      },
    });
  const button = (
    <Upload accept={accepted} showUploadList={false} disabled={add.isPending} beforeUpload={(file) => (add.mutate(file), false)}>
      <Button icon={<UploadOutlined />} loading={add.isPending}>
        {share === null ? t('files.upload') : t('files.uploading', { percent: Math.round(share * 100) })}
      </Button>
    </Upload>
  );
  return (
    <>
      {refused ? <Alert type="error" showIcon title={refused} style={{ marginBottom: 12 }} /> : null}
      {contract.files.length ? (
        <ul className="contract-files">
          {contract.files.map((file) => (
            <li key={file.id}>
              <FileOutlined aria-hidden />
              <a href={`/files/${file.id}`} download={file.name}>
                {file.name}
              </a>
              <span className="muted num">{`${sizeOf(file.size)} · ${day(file.createdAt)}`}</span>
              {isOpen ? (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${t('files.remove')} ${file.name}`}
                  onClick={() => remove(file)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState text={t('files.empty')} action={isOpen ? button : undefined} />
      )}
      {isOpen && contract.files.length ? button : null}
      {isOpen ? <p className="muted">{t('files.hint')}</p> : null}
    </>
  );
}

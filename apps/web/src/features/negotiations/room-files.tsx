import { FileOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { papersOf } from '@jihui/domain';
import { EmptyState } from '@jihui/ui';
import { upload } from '../../lib/api.js';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { addFile, refreshRoom, type Negotiation } from './negotiations.api.js';
import { partyOf } from './parties.js';

const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.zip,.csv,.txt';
const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The papers of the room, for those who are in it. */
export function RoomFiles({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation('negotiations');
  const [share, setShare] = useState<number | null>(null);
  const add = useMutation({
    mutationFn: async (file: File) => addFile(talk.id, (await upload(file, setShare)).id),
    onSettled: async () => {
      setShare(null);
      await refreshRoom();
    },
  });
  const button = (
    <Upload accept={accepted} showUploadList={false} disabled={add.isPending} beforeUpload={(file) => (add.mutate(file), false)}>
      <Button icon={<UploadOutlined />} loading={add.isPending}>
        {share === null ? t('files.add') : t('files.adding', { percent: Math.round(share * 100) })}
      </Button>
    </Upload>
  );
  return (
    <>
      {add.error ? <Alert type="error" showIcon title={errorSentence(add.error)} style={{ marginBottom: 12 }} /> : null}
      {talk.files.length ? (
        <ul className="room-files">
          {papersOf(talk.files).map(({ versions: [last, ...earlier] }) =>
            last ? (
              <li key={last.file.id}>
                <FileOutlined aria-hidden />
                <FileLink talk={talk} file={last.file} number={earlier.length ? last.number : null} />
                {earlier.length ? (
                  <details className="paper-versions">
                    <summary>{t('files.earlier', { count: earlier.length })}</summary>
                    <ul>
                      {earlier.map(({ number, file }) => (
                        <li key={file.id}>
                          <FileLink talk={talk} file={file} number={number} />
                        </li>
                      ))}
                    </ul>
                  </details>
                ) : null}
              </li>
            ) : null,
          )}
        </ul>
      ) : (
        <EmptyState text={t('files.empty')} />
      )}
      {talk.isWritable ? button : null}
      <p className="muted">{t('files.hint')}</p>
    </>
  );
}

/** A file with its version, who has put it there and when. */
function FileLink({ talk, file, number }: { talk: Negotiation; file: Negotiation['files'][number]; number: number | null }) {
  const { t } = useTranslation('negotiations');
  const facts = [number ? t('files.version', { number }) : null, sizeOf(file.size), partyOf(talk, file.organisationId).name, moment(file.updatedAt)];
  return (
    <>
      <a href={`/files/${file.id}`} download={file.name}>
        {file.name}
      </a>
      <span className="muted num">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}

import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Radio, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignedCopyKind } from '@jihui/domain';
import { EmptyState, Panel } from '@jihui/ui';
import { upload } from '../../lib/api.js';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { addSignedCopy, refreshTexts, type WholeText } from './contract-texts.api.js';

type Props = { contractId: string; text: WholeText; mayAdd: boolean; isConfirmed: boolean };

/** Signed papers with their checksums, and which text they belong to. */
export function SignedCopies({ contractId, text, mayAdd, isConfirmed }: Props) {
  const { t } = useTranslation('contractTexts');
  const { message } = App.useApp();
  const [kind, setKind] = useState<SignedCopyKind>('SCAN');
  const [share, setShare] = useState<number | null>(null);
  const add = useMutation({
    mutationFn: async (file: File) => addSignedCopy(contractId, (await upload(file, setShare)).id, kind),
    onSuccess: () => void message.success(t('copies.done')),
    onSettled: async () => {
      setShare(null);
      await refreshTexts();
    },
  });
  const { signing, signedCopies } = text;
  return (
    <Panel title={t('copies.title')}>
      <p className="muted">{t('copies.about')}</p>
      <p className="muted">{signing.configured ? t('signing.by', { name: signing.name ?? '' }) : t('signing.none')}</p>
      {add.error ? <Alert type="error" showIcon title={errorSentence(add.error)} style={{ marginBottom: 12 }} /> : null}
      {signedCopies.length ? (
        <ul className="signed-copies">
          {signedCopies.map((c) => (
            <li key={c.id}>
              <a href={`/files/${c.fileId}`} download={c.fileName}>
                {c.fileName}
              </a>
              <span className="muted">{`${t(`kind.${c.kind}`)} · ${t('copies.ofRevision', { revision: c.revision })} · ${t('copies.by', { name: c.addedByName, when: moment(c.createdAt) })}`}</span>
              <span className="muted text-hash">{`${t('copies.fileHash')} ${c.sha256}`}</span>
              <span className="muted text-hash">{`${t('copies.textHash')} ${c.textSha256}`}</span>
              {c.textSha256 === text.sha256 ? null : <strong className="copy-older">{t('copies.older')}</strong>}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState text={t('copies.empty')} />
      )}
      {mayAdd && isConfirmed ? (
        <div className="text-tools">
          <Radio.Group
            aria-label={t('copies.kindLabel')}
            value={kind}
            onChange={(e) => setKind(SignedCopyKind.catch('SCAN').parse(e.target.value))}
            options={SignedCopyKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <Upload
            accept={kind === 'SCAN' ? '.pdf,.png,.jpg,.jpeg' : '.pdf'}
            showUploadList={false}
            disabled={add.isPending}
            beforeUpload={(file) => (add.mutate(file), false)}
          >
            <Button icon={<UploadOutlined />} loading={add.isPending}>
              {share === null ? t('copies.add') : t('copies.adding', { percent: Math.round(share * 100) })}
            </Button>
          </Upload>
        </div>
      ) : mayAdd ? (
        <p className="muted">{t('copies.needsConfirmation')}</p>
      ) : null}
    </Panel>
  );
}

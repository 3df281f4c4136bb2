import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportKind } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { upload } from '../../lib/api.js';
import { importErrorSentence } from './finding-sentence.js';
import { importSteps, refreshImports } from './imports.api.js';

/** One place to drop a spreadsheet; the import's own page follows. */
export function UploadPanel({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const [share, setShare] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: async (file: File) => importSteps.create(kind, (await upload(file, setShare)).id),
    onSuccess: async (id) => {
      await refreshImports();
      await navigate(`/imports/${id}`);
    },
    onSettled: () => setShare(null),
  });
  const percent = Math.round((share ?? 0) * 100);
  return (
    <Panel title={t(`upload.title.${kind}`)}>
      {send.error ? <Alert type="error" showIcon title={importErrorSentence(send.error)} style={{ marginBottom: 12 }} /> : null}
      <Upload.Dragger
        accept=".xlsx,.xls,.csv,.txt"
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => (send.mutate(file), false)}
      >
        {send.isPending ? (
          <div style={{ padding: '18px 24px' }} role="status">
            <p>{share !== null && share < 1 ? t('upload.uploading', { percent }) : t('upload.reading')}</p>
            <Progress percent={percent} showInfo={false} aria-label={t('upload.uploading', { percent })} />
          </div>
        ) : (
          <div style={{ padding: '10px 16px' }}>
            <InboxOutlined aria-hidden style={{ fontSize: 34, color: '#1d4e89' }} />
            <p style={{ fontSize: 16, margin: '6px 0' }}>{t('upload.drop')}</p>
            <p className="muted" style={{ margin: 0 }}>
              {t('upload.accepts')}
            </p>
          </div>
        )}
      </Upload.Dragger>
    </Panel>
  );
}

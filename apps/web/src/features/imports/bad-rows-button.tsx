import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { badRowsFile, save } from './bad-rows-file.js';
import { importErrorSentence } from './finding-sentence.js';
import type { ImportRecord } from './imports.api.js';

/** Downloads the rows that were refused, with their reasons. */
export function BadRowsButton({ record, count }: { record: ImportRecord; count: number }) {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const [done, setDone] = useState(0);
  const download = useMutation({
    mutationFn: () => badRowsFile(record, setDone),
    onMutate: () => setDone(0),
    onSuccess: (blob) => save(blob, `${record.fileName.replace(/\.[^.]+$/, '')}-${t('result.fileSuffix')}.csv`),
    onError: (error) => void message.error(importErrorSentence(error)),
  });
  return (
    <Tooltip title={t('result.downloadHint')}>
      <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
        {download.isPending ? t('result.downloading', { done, all: count }) : t('result.download')}
      </Button>
    </Tooltip>
  );
}

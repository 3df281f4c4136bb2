import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosureLimits } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { ApiError, upload } from '../../lib/api.js';
import { errorSentence } from '../../lib/sentences.js';
import { readFile } from './disclosures.api.js';

type Props = { text: string; onText: (text: string) => void; onGuess: () => void; isGuessing: boolean; failure: unknown };
const leastCharacters = 30;

/** Where a disclosure comes from: a text that is pasted, or a file whose text can be read over before anything is guessed from it. */
export function DisclosureSource({ text, onText, onGuess, isGuessing, failure }: Props) {
  const { t } = useTranslation('disclosures');
  const sentenceOf = useFileSentence();
  const [isCut, setCut] = useState(false);
  const read = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > disclosureLimits.bytes) throw new ApiError('FILE_TOO_LARGE', { megabytes: disclosureLimits.bytes / 1024 / 1024 });
      return readFile((await upload(file)).id);
    },
    onSuccess: (found) => {
      setCut(found.isCut);
      onText(text.trim() ? `${text.trim()}\n\n${found.text}`.slice(0, disclosureLimits.characters) : found.text);
    },
  });
  return (
    <Panel title={t('source.title')}>
      <p className="muted">{t('source.lead')}</p>
      <Upload.Dragger
        accept=".pdf,.docx,.txt"
        showUploadList={false}
        disabled={read.isPending}
        beforeUpload={(file) => (read.mutate(file), false)}
      >
        <div style={{ padding: '6px 16px' }} role={read.isPending ? 'status' : undefined}>
          <InboxOutlined aria-hidden style={{ fontSize: 30, color: '#1d4e89' }} />
          <p style={{ fontSize: 15, margin: '4px 0' }}>{t(read.isPending ? 'source.reading' : 'source.drop')}</p>
          <p className="muted" style={{ margin: 0 }}>
            {t('source.accepts', { megabytes: disclosureLimits.bytes / 1024 / 1024 })}
          </p>
        </div>
      </Upload.Dragger>
      {read.error ? <Alert type="error" showIcon title={sentenceOf(read.error)} style={{ marginTop: 12 }} /> : null}
      {isCut ? <Alert type="info" showIcon title={t('source.cut', { n: disclosureLimits.characters })} style={{ marginTop: 12 }} /> : null}
      <label htmlFor="disclosure-text" style={{ display: 'block', margin: '16px 0 6px' }}>
        {t('source.text')}
      </label>
      <Input.TextArea
        id="disclosure-text"
        value={text}
        onChange={(e) => onText(e.target.value)}
        autoSize={{ minRows: 8, maxRows: 22 }}
        count={{ show: true, max: disclosureLimits.characters }}
      />
      {failure ? <Alert type="error" showIcon title={errorSentence(failure)} style={{ marginTop: 28 }} /> : null}
      <div style={{ marginTop: 28, display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          type="primary"
          loading={isGuessing}
          disabled={text.trim().length < leastCharacters || text.length > disclosureLimits.characters}
          onClick={onGuess}
        >
          {t('source.guess')}
        </Button>
        {text.trim().length < leastCharacters ? <span className="muted">{t('source.least', { n: leastCharacters })}</span> : null}
      </div>
    </Panel>
  );
}

/** A file that gives no text has a sentence of its own here: what to do instead. */
function useFileSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation('disclosures');
  return (error) => {
    const key =
      error instanceof ApiError && error.code === 'FILE_UNREADABLE' ? `disclosures:unreadable.${String(error.params['reason'])}` : '';
    return key && i18n.exists(key) ? (i18n.t as (key: string) => string)(key) : `${errorSentence(error)} ${t('source.keep')}`;
  };
}

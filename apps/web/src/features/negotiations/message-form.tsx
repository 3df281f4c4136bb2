import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { negotiationMessage } from '@jihui/domain';
import { queryClient } from '../../lib/api.js';
import { LongText } from '../../lib/limited-text.js';
import { dropCopy, keepCopy, readCopy } from '../../lib/local-copy.js';
import { errorSentence } from '../../lib/sentences.js';
import { negotiationKeys, writeMessage } from './negotiations.api.js';

/** What is typed stays in this browser until it is sent. */
export function MessageForm({ talkId }: { talkId: string }) {
  const { t } = useTranslation('negotiations');
  const name = `message.${talkId}`;
  const [text, setText] = useState(() => readCopy<string>(name)?.values ?? '');
  const type = (typed: string) => {
    setText(typed);
    if (typed) keepCopy(name, { values: typed, base: null, at: new Date().toISOString() });
    else dropCopy(name);
  };
  const send = useMutation({
    mutationFn: () => writeMessage(talkId, text.trim()),
    onSuccess: () => type(''),
    onSettled: () => queryClient.invalidateQueries({ queryKey: negotiationKeys.messages(talkId) }),
  });
  const isReady = negotiationMessage.shape.text.safeParse(text).success && !send.isPending;
  return (
    <div className="message-form">
      {send.error ? <Alert type="error" showIcon title={errorSentence(send.error)} /> : null}
      <LongText
        aria-label={t('message')}
        placeholder={t('messagePlaceholder')}
        autoSize={{ minRows: 2, maxRows: 10 }}
        max={4000}
        value={text}
        onChange={(e) => type(e.target.value)}
        onKeyDown={(e) => (e.ctrlKey || e.metaKey) && e.key === 'Enter' && isReady && send.mutate()}
      />
      <div className="message-send">
        <span className="muted wide-only">{t('sendKey')}</span>
        <Button type="primary" disabled={!isReady} loading={send.isPending} onClick={() => send.mutate()}>
          {t('send')}
        </Button>
      </div>
    </div>
  );
}

import { Alert, App } from 'antd';
import { useState } from 'react';
import type { Issue } from '@jihui/domain';
import { ApiError } from '../../lib/api.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshAll } from './challenges.api.js';

/** A step of a panel whose refusal stands in it. Who came too late reads the item as it is now; what he typed stays. */
export function useSending(labelOf?: (path: string) => string) {
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (run: () => Promise<unknown>, done: string) => {
    setSending(true);
    setFault(null);
    try {
      const said = await run();
      void message.success(typeof said === 'string' ? said : done);
      await refreshAll();
    } catch (error) {
      const { issues, sentence } = refusalOf(error);
      const line = (i: Issue) => [labelOf?.(i.path), issueSentence(i)].filter(Boolean).join('：');
      setFault(sentence ?? issues.map(line).join('\n'));
      if (error instanceof ApiError && error.code === 'STALE') await refreshAll();
    } finally {
      setSending(false);
    }
  };
  return { sending, fault, send };
}

/** What kept the step back. */
export function Fault({ text }: { text: string | null }) {
  return text ? <Alert type="error" showIcon role="alert" title={text} style={{ marginBottom: 12, whiteSpace: 'pre-line' }} /> : null;
}

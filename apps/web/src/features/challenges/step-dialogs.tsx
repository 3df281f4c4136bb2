import { Alert, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { challengeAmendment, claimPeriodDays, issuesOf, passPhraseGiven } from '@jihui/domain';
import { useKept } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { amend, giveKey, publish, takeKey, type Challenge } from './challenges.api.js';

type Props = { challenge: Challenge; onCancel: () => void; onDone: (text: string) => Promise<void> };
type Frame = { open: boolean; title: string; okText: string; onCancel: () => void; send: () => Promise<void>; children: ReactNode };

/** A dialog whose refusal stands in it, and what was typed stays. */
function StepDialog({ open, title, okText, onCancel, send, children }: Frame) {
  const { t } = useTranslation('common');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const ok = async () => {
    setSending(true);
    setError(null);
    try {
      await send();
    } catch (refused) {
      const { issues, sentence } = refusalOf(refused);
      setError(sentence ?? (issues[0] ? issueSentence(issues[0]) : null));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText={t('cancel')}
      okButtonProps={{ loading: sending }}
      onOk={() => void ok()}
      onCancel={onCancel}
      destroyOnHidden
    >
      {error ? <Alert type="error" showIcon title={error} style={{ marginBottom: 12 }} role="alert" /> : null}
      <Form layout="vertical" component="div">
        {children}
      </Form>
    </Modal>
  );
}

/** Checks before it sends: the same schema as the API's. */
function checked<V>(result: { success: true; data: V } | { success: false; error: Parameters<typeof issuesOf>[0] }): V {
  if (result.success) return result.data;
  const [issue] = issuesOf(result.error);
  throw Object.assign(new Error('invalid'), { sentence: issue ? issueSentence(issue) : '' });
}

/** The pass phrase of a key holder: chosen when he takes the key, given when the claims are opened. */
export function PassPhraseDialog({ kind, challenge, onCancel, onDone }: Props & { kind: 'holdKey' | 'open' | null }) {
  const { t } = useTranslation('challenges');
  const [text, setText] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isTaking = kind === 'holdKey';
  const send = async () => {
    const found = passPhraseGiven.safeParse({ passPhrase: text }, { reportInput: true });
    const short = found.success ? null : issueSentence(issuesOf(found.error)[0] ?? { path: '', code: 'required' });
    const fail = isTaking ? (short ?? (text === again ? null : t('key.differ'))) : null;
    setFault(fail);
    if (fail) return;
    const ref = { id: challenge.id, version: challenge.version };
    await (isTaking ? takeKey(ref, text) : giveKey(ref, text));
    setText('');
    setAgain('');
    await onDone(t(isTaking ? 'done.holdKey' : 'done.open'));
  };
  return (
    <StepDialog
      open={kind !== null}
      title={t(isTaking ? 'action.holdKey' : 'action.open')}
      okText={t(isTaking ? 'action.holdKey' : 'action.open')}
      onCancel={onCancel}
      send={send}
    >
      <Alert type="warning" title={t(isTaking ? 'key.takeHint' : 'key.giveHint')} style={{ marginBottom: 12 }} />
      <Form.Item label={t('key.passPhrase')} htmlFor="pass-phrase" validateStatus={fault ? 'error' : undefined} help={fault}>
        <Input.Password id="pass-phrase" autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} />
      </Form.Item>
      {isTaking ? (
        <Form.Item label={t('key.again')} htmlFor="pass-phrase-again">
          <Input.Password id="pass-phrase-again" autoComplete="off" value={again} onChange={(e) => setAgain(e.target.value)} />
        </Form.Item>
      ) : null}
    </StepDialog>
  );
}

const inShanghai = (at: Dayjs | null): string | null => (at ? `${at.format('YYYY-MM-DDTHH:mm:00')}+08:00` : null);

/** The deadline of the claims, in Shanghai's time whatever the device's zone is. */
export function PublishDialog({ open, challenge, onCancel, onDone }: Props & { open: boolean }) {
  const { t } = useTranslation('challenges');
  const [at, setAt] = useState<Dayjs | null>(dayjs().add(30, 'day').hour(17).minute(0).second(0));
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    const moment = inShanghai(at);
    setFault(moment ? null : issueSentence({ path: 'claimsCloseAt', code: 'required' }));
    if (!moment) return;
    await publish({ id: challenge.id, version: challenge.version }, moment);
    await onDone(t('done.publish'));
  };
  return (
    <StepDialog open={open} title={t('action.publish')} okText={t('action.publish')} onCancel={onCancel} send={send}>
      <p>{t('publishHint', claimPeriodDays)}</p>
      <Form.Item label={t('field.claimsCloseAt')} htmlFor="claims-close" validateStatus={fault ? 'error' : undefined} help={fault}>
        <DatePicker
          id="claims-close"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={at}
          onChange={setAt}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </StepDialog>
  );
}

/** 更正公告. */
export function AmendDialog({ open, challenge, onCancel, onDone }: Props & { open: boolean }) {
  const { t } = useTranslation('challenges');
  const { value: text, put: setText, forget } = useKept(`amendment ${challenge.id}`, '');
  const [at, setAt] = useState<Dayjs | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setFault(null);
    try {
      const input = checked(challengeAmendment.safeParse({ text, claimsCloseAt: inShanghai(at) }, { reportInput: true }));
      await amend({ id: challenge.id, version: challenge.version }, { text: input.text, claimsCloseAt: input.claimsCloseAt ?? null });
    } catch (error) {
      if (error instanceof Error && 'sentence' in error) return setFault(String(error.sentence));
      throw error;
    }
    forget();
    await onDone(t('done.amend'));
  };
  return (
    <StepDialog open={open} title={t('action.amend')} okText={t('action.amend')} onCancel={onCancel} send={send}>
      <p>{t('amendHint')}</p>
      <Form.Item label={t('amendText')} htmlFor="amend-text" validateStatus={fault ? 'error' : undefined} help={fault}>
        <LongText id="amend-text" autoSize={{ minRows: 4 }} max={2000} value={text} onChange={(e) => setText(e.target.value)} />
      </Form.Item>
      <Form.Item label={t('amendDeadline')} htmlFor="amend-at">
        <DatePicker
          id="amend-at"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={at}
          onChange={setAt}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </StepDialog>
  );
}

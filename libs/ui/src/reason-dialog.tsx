import { Alert, Button, Form, Input, Modal, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { issuesOf, reasonGiven, type Issue } from '@jihui/domain';
import { useKept } from './kept-form.js';
import type { Refusal } from './zod-form.js';

const longest = reasonGiven.shape.reason.maxLength ?? Infinity;

type Props = {
  open: boolean;
  /** Names the reason, by the step and the record, until it is sent: closing the dialog loses nothing. */
  keptAs: string;
  title: string;
  label: string;
  hint?: string;
  okText: string;
  cancelText: string;
  danger?: boolean;
  /** Sentences that are often needed: a click writes one into the field. */
  suggestions?: readonly string[];
  suggestionsTitle?: string;
  sentenceOf: (issue: Issue) => string;
  refusalOf: (error: unknown) => Refusal;
  onCancel: () => void;
  onOk: (reason: string) => Promise<unknown>;
};

/** Asks for the reason of a step that the other side has to understand. Ctrl+Enter sends it. */
export function ReasonDialog(props: Props) {
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const { value: reason, put: setReason, forget } = useKept(`reason ${props.keptAs}`, '');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  // Cut at the limit, what was pasted would be lost unseen: it stays, and is named at once.
  const type = (text: string) => {
    setReason(text);
    setError(text.length > longest ? props.sentenceOf({ path: 'reason', code: 'too_big.string', params: { maximum: longest } }) : null);
  };
  const send = async () => {
    const checked = reasonGiven.safeParse({ reason }, { reportInput: true });
    if (!checked.success) {
      const [issue] = issuesOf(checked.error);
      return setError(issue ? props.sentenceOf(issue) : null);
    }
    setSending(true);
    setError(null);
    try {
      await props.onOk(checked.data.reason);
      forget();
    } catch (refused) {
      const { issues, sentence } = props.refusalOf(refused);
      setError(sentence ?? (issues[0] ? props.sentenceOf(issues[0]) : null));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.okText}
      cancelText={props.cancelText}
      okButtonProps={{ danger: props.danger, loading: sending }}
      onOk={() => void send()}
      onCancel={props.onCancel}
      // The dialog takes the focus for itself when it has opened; without movement that is after the field's autoFocus.
      afterOpenChange={(isOpen) => (isOpen ? field.current?.focus() : undefined)}
      destroyOnHidden
    >
      {props.hint ? <Alert type="info" title={props.hint} style={{ marginBottom: 12 }} /> : null}
      <Form layout="vertical" component="div">
        <Form.Item
          label={props.label}
          htmlFor="reason"
          validateStatus={error ? 'error' : undefined}
          help={error}
          style={{ marginBottom: 28 }}
        >
          <Input.TextArea
            id="reason"
            ref={field}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            count={{ show: true, max: longest }}
            value={reason}
            onChange={(e) => type(e.target.value)}
            onKeyDown={(e) => (e.ctrlKey || e.metaKey) && e.key === 'Enter' && void send()}
          />
        </Form.Item>
      </Form>
      {props.suggestions?.length ? (
        <ul aria-label={props.suggestionsTitle} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {props.suggestionsTitle ? (
            <li className="muted" aria-hidden>
              {props.suggestionsTitle}
            </li>
          ) : null}
          {props.suggestions.map((s) => (
            <li key={s}>
              <Button
                type="link"
                style={{ padding: '2px 0', height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
                onClick={() => type(reason.trim() ? `${reason.trim()}\n${s}` : s)}
              >
                {s}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Modal>
  );
}

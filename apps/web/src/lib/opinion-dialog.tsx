import { Alert, Form, Input, Modal, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '@jihui/ui';
import { LongText } from './limited-text.js';
import { errorSentence } from './sentences.js';

type Props = {
  open: boolean;
  keptAs: string;
  title: string;
  text: string;
  label: string;
  okText: string;
  danger?: boolean;
  onCancel: () => void;
  onOk: (opinion: string | null) => Promise<unknown>;
};

/** The last look before an approval, with room for a word to the colleague. Enter approves. */
export function OpinionDialog({ open, keptAs, title, text, label, okText, danger = false, onCancel, onOk }: Props) {
  const { t } = useTranslation();
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const { value: opinion, put: setOpinion, forget } = useKept(`opinion ${keptAs}`, '');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const close = () => {
    setRefused(null);
    onCancel();
  };
  const send = async () => {
    if (sending) return;
    setSending(true);
    setRefused(null);
    try {
      await onOk(opinion.trim() || null);
      forget();
    } catch (error) {
      setRefused(errorSentence(error));
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
      okButtonProps={{ loading: sending, danger }}
      onOk={() => void send()}
      onCancel={close}
      // The dialog takes the focus for itself when it has opened; without movement that is after the field's autoFocus.
      afterOpenChange={(isOpen) => (isOpen ? field.current?.focus() : undefined)}
      destroyOnHidden
    >
      {refused ? <Alert type="error" showIcon title={refused} style={{ marginBottom: 12 }} /> : null}
      <p>{text}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={label} htmlFor="opinion" extra={t('enterConfirms')} style={{ marginBottom: 8 }}>
          <LongText
            id="opinion"
            ref={field}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            max={1000}
            value={opinion}
            onChange={(e) => setOpinion(e.target.value)}
            onPressEnter={(e) => {
              // Enter that ends a word in an input method, or a line, is not meant.
              if (e.shiftKey || e.nativeEvent.isComposing) return;
              e.preventDefault();
              void send();
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

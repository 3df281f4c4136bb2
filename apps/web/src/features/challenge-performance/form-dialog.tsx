import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ZodForm } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshTasks } from './tasks.api.js';

type Props<S extends z.ZodType> = {
  open: boolean;
  title: string;
  hint?: string;
  schema: S;
  initial: object;
  done: string;
  labels?: (path: string) => string;
  send: (values: z.output<S>) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
  width?: number;
};

/** A step that asks for more than a word: its schema is the API's, its refusal stands in it. */
export function FormDialog<S extends z.ZodType>({ open, title, hint, schema, initial, done, labels, send, onClose, children, width }: Props<S>) {
  const { t } = useTranslation(['challengeTasks', 'common']);
  const { message } = App.useApp();
  const own = (path: string) => t(`field.${path.split('.').at(-1) ?? ''}` as 'field.reason');
  return (
    <Modal open={open} title={title} footer={null} onCancel={onClose} destroyOnHidden width={width}>
      {hint ? <p className="muted">{hint}</p> : null}
      <ZodForm
        schema={schema}
        initialValues={initial}
        onSubmit={async (values) => {
          await send(values);
          void message.success(done);
          onClose();
          await refreshTasks();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labels ?? own}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={title}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        {children}
      </ZodForm>
    </Modal>
  );
}

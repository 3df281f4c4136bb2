import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Issue } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { queryClient } from './api.js';
import { issueSentence, refusalOf } from './sentences.js';

export type FormDialogProps<S extends z.ZodType> = {
  open: boolean;
  title: string;
  hint?: string;
  schema: S;
  keptAs: string;
  initial: object;
  done: string;
  labels: (path: string) => string;
  /** What is wrong beyond the schema, found together with what the schema finds. */
  moreIssues?: (values: unknown) => Issue[];
  send: (values: z.output<S>) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
  width?: number;
};

/** A step that asks for more than a word: its schema is the API's, its refusal stands in it. After it every list and figure may have changed. */
export function FormDialog<S extends z.ZodType>({ open, title, hint, schema, keptAs, initial, done, labels, moreIssues, send, onClose, children, width }: FormDialogProps<S>) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  return (
    <Modal open={open} title={title} footer={null} onCancel={onClose} destroyOnHidden width={width}>
      {hint ? <p className="muted">{hint}</p> : null}
      <ZodForm
        schema={schema}
        keptAs={keptAs}
        initialValues={initial}
        moreIssues={moreIssues}
        onSubmit={async (values) => {
          await send(values);
          void message.success(done);
          onClose();
          await queryClient.invalidateQueries();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labels}
        summaryTitle={t('formErrorsTitle')}
        submitText={title}
        extraActions={<Button onClick={onClose}>{t('cancel')}</Button>}
      >
        {children}
      </ZodForm>
    </Modal>
  );
}

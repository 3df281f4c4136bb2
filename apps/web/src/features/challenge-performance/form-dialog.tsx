import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FormDialog as SharedDialog, type FormDialogProps } from '../../lib/form-dialog.js';

/** The dialog of a task's step, with the words of its fields. */
export function FormDialog<S extends z.ZodType>({ labels, ...props }: Omit<FormDialogProps<S>, 'labels'> & { labels?: (path: string) => string }) {
  const { t, i18n } = useTranslation('challengeTasks');
  const own = (path: string) => {
    const name = path.split('.').at(-1) ?? '';
    // The findings of 尽职免责 have words of their own.
    const group = i18n.exists(`challengeTasks:finding.${name}`) ? 'finding' : 'field';
    return t(`${group}.${name}` as 'field.reason');
  };
  return <SharedDialog {...props} labels={labels ?? own} />;
}

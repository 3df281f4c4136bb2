import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FormDialog as SharedDialog, type FormDialogProps } from '../../lib/form-dialog.js';

/** The dialog of a task's step, with the words of its fields. */
export function FormDialog<S extends z.ZodType>({ labels, ...props }: Omit<FormDialogProps<S>, 'labels'> & { labels?: (path: string) => string }) {
  const { t } = useTranslation('challengeTasks');
  const own = (path: string) => t(`field.${path.split('.').at(-1) ?? ''}` as 'field.reason');
  return <SharedDialog {...props} labels={labels ?? own} />;
}

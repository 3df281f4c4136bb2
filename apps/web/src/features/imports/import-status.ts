import type { ImportStatus } from '@jihui/domain';
import type { Tone } from '@jihui/ui';

/** The tone of each state; its word is `imports:status.*`. */
export const importTone: Record<ImportStatus, Tone> = {
  READING: 'active',
  CHECKED: 'attention',
  RUNNING: 'active',
  DONE: 'good',
  UNDOING: 'active',
  UNDONE: 'neutral',
  FAILED: 'bad',
};

/** While the worker has the import, the page asks again and again. */
export const isBusy = (status: ImportStatus): boolean => status === 'READING' || status === 'RUNNING' || status === 'UNDOING';

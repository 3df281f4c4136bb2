import { z } from 'zod';
import type { Machine } from '../machine.js';

export const ImportStatus = z.enum(['READING', 'CHECKED', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED']).meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof ImportStatus>;
export const ImportAction = z.enum(['mapColumns', 'run', 'undo']).meta({ id: 'ImportAction' });
export type ImportAction = z.infer<typeof ImportAction>;

/** 批量导入. A person says what happens next; CHECKED, DONE, UNDONE and FAILED are the worker's answers, so the table does not lead there. */
export const importMachine: Machine<ImportStatus, ImportAction> = {
  name: 'import',
  initial: 'READING',
  states: ImportStatus.options,
  actions: {
    mapColumns: { from: ['CHECKED'], to: 'READING', permission: 'import.run' },
    run: { from: ['CHECKED'], to: 'RUNNING', permission: 'import.run' },
    undo: { from: ['DONE'], to: 'UNDOING', permission: 'import.run' },
  },
};

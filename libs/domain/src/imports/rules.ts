import { z } from 'zod';

export const ImportKind = z.enum(['ACHIEVEMENTS', 'DEMANDS']).meta({ id: 'ImportKind' });
export type ImportKind = z.infer<typeof ImportKind>;
export const ImportStatus = z.enum(['READING', 'CHECKED', 'RUNNING', 'DONE', 'UNDONE', 'FAILED']).meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof ImportStatus>;

export const importLimits = { fileBytes: 20 * 1024 * 1024, rows: 20_000, cellCharacters: 32_767 } as const;

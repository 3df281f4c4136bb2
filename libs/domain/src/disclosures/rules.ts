import { z } from 'zod';

/** What a file may be and may cost: one paper with its appendix, not a library. */
export const disclosureLimits = { bytes: 20 * 1024 * 1024, unpackedBytes: 80 * 1024 * 1024, entries: 2000, pages: 60, characters: 30_000, seconds: 20, memoryBytes: 640 * 1024 * 1024 } as const;

/** A disclosure's text, pasted or read from a file. */
export const disclosureInput = z.object({ text: z.string().trim().min(30).max(disclosureLimits.characters) }).meta({ id: 'DisclosureInput' });
export type DisclosureText = z.output<typeof disclosureInput>;

/** Endings that are read, each by its own reader. */
export const DisclosureEnding = z.enum(['txt', 'docx', 'pdf']);
export type DisclosureEnding = z.infer<typeof DisclosureEnding>;

/** Why a file gives no text; each has a sentence that says what to do instead. */
export const documentFaults = ['EMPTY', 'DAMAGED', 'ENCRYPTED', 'SCANNED', 'ENCODING', 'UNPACKED_TOO_LARGE', 'TOO_HEAVY'] as const;
export type DocumentFault = (typeof documentFaults)[number];

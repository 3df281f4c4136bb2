import type { DocumentFault } from '@jihui/domain';

/** The text of a document; `pages` where it has pages. */
export type DocumentText = { text: string; pages: number | null };

/** Why a file gives no text. */
export class Unreadable extends Error {
  constructor(readonly reason: DocumentFault) {
    super(reason);
  }
}

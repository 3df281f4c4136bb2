import mammoth from 'mammoth';
import { checkArchive } from './check-archive.js';
import type { DocumentText } from './reading.js';

/** The text of a Word document, once it is certain that unpacking it does no harm. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentText> {
  const file = Buffer.from(bytes);
  await checkArchive(file, 'word/document.xml');
  const { value } = await mammoth.extractRawText({ buffer: file });
  return { text: value.replace(/\n{2,}/g, '\n'), pages: null };
}

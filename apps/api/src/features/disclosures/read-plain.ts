import { Unreadable, type DocumentText } from './reading.js';

/** A text file: by its mark, as strict UTF-8, else as GB 18030, which old Chinese programs write. */
export async function readPlain(bytes: Uint8Array): Promise<DocumentText> {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, pages: null };
    } catch {
      // The next encoding.
    }
  }
  throw new Unreadable('ENCODING');
}

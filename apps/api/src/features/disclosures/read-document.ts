import { buffer } from 'node:stream/consumers';
import { cleanText, DisclosureEnding, disclosureLimits, type DocumentFault } from '@jihui/domain';
import { readDocx } from './read-docx.js';
import { readPdf } from './read-pdf.js';
import { readPlain } from './read-plain.js';
import { Unreadable, type DocumentText } from './reading.js';

/**
 * A process of its own: `node read-document.js pdf`, the bytes come in on stdin, one line of JSON goes out. A hostile file can only hang or
 * burst this process, which knows no database, no secret and no other file; whoever started it ends it.
 */
const readers: Record<DisclosureEnding, (bytes: Uint8Array) => Promise<DocumentText>> = { txt: readPlain, docx: readDocx, pdf: readPdf };

async function main(): Promise<void> {
  const ending = DisclosureEnding.parse(process.argv[2]);
  const bytes = await buffer(process.stdin);
  const answer = await read(ending, bytes).catch((error: unknown): { reason: DocumentFault } => ({ reason: error instanceof Unreadable ? error.reason : 'DAMAGED' }));
  // A reader may have left timers behind: what is asked for is written, the rest does not matter.
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

async function read(ending: DisclosureEnding, bytes: Buffer): Promise<DocumentText & { isCut: boolean }> {
  if (!bytes.length) throw new Unreadable('EMPTY');
  const { text: raw, pages } = await readers[ending](bytes);
  const { text } = cleanText(raw);
  if (text.length < 2) throw new Unreadable('EMPTY');
  return { text: text.slice(0, disclosureLimits.characters), pages, isCut: text.length > disclosureLimits.characters };
}

await main();

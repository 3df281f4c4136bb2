import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { importLimits } from '@jihui/domain';
import { unreadable } from './sheet.js';

const needed = ['[Content_Types].xml', 'xl/workbook.xml'];
const oldOfficeFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether the bytes are a whole workbook of a size that can be unpacked. Sizes are counted while unpacking: what the archive says of itself may be a lie. */
export async function checkWorkbook(bytes: Buffer): Promise<void> {
  if (bytes.length === 0) throw unreadable('EMPTY');
  // Encrypted workbooks and those of before 2007 are compound files.
  if (oldOfficeFile.every((b, i) => bytes[i] === b)) throw unreadable('OLD_OR_PROTECTED');
  const zip = await open(bytes);
  const names = new Set<string>();
  let unpacked = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (names.size >= importLimits.zipEntries) throw unreadable('UNPACKED_TOO_LARGE');
      if (entry.isEncrypted()) throw unreadable('OLD_OR_PROTECTED');
      names.add(entry.fileName);
      unpacked += entry.uncompressedSize;
      if (unpacked > importLimits.unpackedBytes) throw unreadable('UNPACKED_TOO_LARGE');
      await unpack(zip, entry);
    }
  } finally {
    zip.close();
  }
  if (needed.some((name) => !names.has(name))) throw unreadable('NOT_A_WORKBOOK');
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(unreadable('DAMAGED')) : resolve(zip),
    );
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (act: () => void) => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        act();
      };
      zip.once('entry', (found: Entry) => settle(() => resolve(found)));
      zip.once('end', () => settle(() => resolve(null)));
      zip.once('error', () => settle(() => reject(unreadable('DAMAGED'))));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

/** Unpacks an entry into nothing; yauzl ends the stream when more comes out than the entry declares. */
function unpack(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(unreadable('DAMAGED'));
      stream
        .on('error', () => reject(unreadable('DAMAGED')))
        .on('end', () => resolve())
        .resume();
    });
  });
}

import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { disclosureLimits } from '@jihui/domain';
import { Unreadable } from './reading.js';

/**
 * Refuses an archive that is damaged, locked, or more than may be unpacked, and one without the part that is wanted. Sizes are counted
 * while unpacking: what an archive says of itself may be a lie, and the reader would keep all of it in memory.
 */
export async function checkArchive(bytes: Buffer, part: string): Promise<void> {
  const zip = await open(bytes);
  const names = new Set<string>();
  let unpacked = 0;
  for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
    if (entry.isEncrypted()) throw new Unreadable('ENCRYPTED');
    names.add(entry.fileName);
    if (names.size > disclosureLimits.entries) throw new Unreadable('UNPACKED_TOO_LARGE');
    unpacked += await unpackedSize(zip, entry, disclosureLimits.unpackedBytes - unpacked);
  }
  if (!names.has(part)) throw new Unreadable('DAMAGED');
}

const damaged = (): Unreadable => new Unreadable('DAMAGED');

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(damaged()) : resolve(zip)));
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry))());
    zip.once('end', settle(() => resolve(null)));
    zip.once('error', settle(() => reject(damaged())));
    zip.readEntry();
  });
}

function unpackedSize(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged());
      let size = 0;
      stream
        .on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= most) return;
          stream.destroy();
          reject(new Unreadable('UNPACKED_TOO_LARGE'));
        })
        .on('error', () => reject(damaged()))
        .on('end', () => resolve(size));
    });
  });
}

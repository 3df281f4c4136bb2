import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The fingerprint of a text (as UTF-8) or of bytes, in hex as `sha256sum` prints it. */
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** The same of a file, which is read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

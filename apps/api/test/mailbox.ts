import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the mails that an address got, oldest first: the product writes them as .eml files when it has no SMTP server. */
export function mailsTo(dataDir: string, address: string): string[] {
  const folder = join(dataDir, 'mail');
  const names = ((): string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  })();
  return names
    .filter((name) => name.endsWith('.eml') && name.includes(`-${address.replace(/[^\w@.-]/g, '_')}-`))
    .sort()
    .map((name) => textOf(readFileSync(join(folder, name), 'utf8')));
}

function textOf(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The token in the last mail's link. */
export function tokenIn(mails: readonly string[]): string {
  return /\?token=([\w-]+)/.exec(mails.at(-1) ?? '')?.[1] ?? '';
}

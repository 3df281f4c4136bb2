import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const folder = () => join(process.env['E2E_DATA_DIR'] ?? '', 'mail');

/** The text of an .eml as a mail program shows it. */
function textOf(eml: string): string {
  const [head = '', ...body] = eml.split(/\r?\n\r?\n/);
  const raw = body.join('\n\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(raw, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return raw;
  const bytes = raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function mailsTo(address: string): string[] {
  try {
    return readdirSync(folder())
      .filter((f) => f.endsWith('.eml') && f.includes(address))
      .sort()
      .map((f) => textOf(readFileSync(join(folder(), f), 'utf8')));
  } catch {
    return [];
  }
}

/** The newest link of that path in the mails to an address; waits until the worker has sent it. */
export async function linkInMail(address: string, path: string): Promise<string> {
  const find = () => mailsTo(address).flatMap((m) => m.match(/https?:\/\/\S+/g) ?? []).filter((l) => new URL(l).pathname.startsWith(path)).pop() ?? '';
  await expect.poll(find, { message: `a mail to ${address} with a link to ${path}`, timeout: 20_000 }).not.toBe('');
  return find();
}

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPair,
  hkdfSync,
  randomBytes,
  scrypt,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { DomainError } from '@jihui/domain';
import { sha256 } from '../../platform/sha256.js';

/** Base64 throughout. The private key under AES-256-GCM, its key by scrypt from the holder's pass phrase. */
export type WrappedKey = { cost: number; salt: string; iv: string; tag: string; data: string };
/** A claim under AES-256-GCM; `point` is the one-time public key of the bidder's side. */
export type Envelope = { point: string; iv: string; tag: string; data: string };

const pair = promisify(generateKeyPair);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

function encrypt(key: Uint8Array, clear: Uint8Array, context: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(clear), cipher.final()]);
  return { iv: base64(iv), tag: base64(cipher.getAuthTag()), data: base64(data) };
}

function decrypt(key: Uint8Array, { iv, tag, data }: { iv: string; tag: string; data: string }, context: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, bytesOf(iv), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytesOf(tag));
  return Buffer.concat([cipher.update(bytesOf(data)), cipher.final()]);
}

function wrappingKey(passPhrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 2 ** cost * 8 };
  return new Promise((resolve, reject) =>
    scrypt(passPhrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

/** A new key pair for a holder: the public half bare, the private half wrapped at once. The clear one is never written anywhere. */
export async function makeHolderKey(
  passPhrase: string,
  cost: number,
  context: string,
): Promise<{ publicKey: string; wrapped: WrappedKey }> {
  const { publicKey, privateKey } = await pair('x25519');
  const salt = randomBytes(16);
  const clear = privateKey.export({ type: 'pkcs8', format: 'der' });
  const sealed = encrypt(await wrappingKey(passPhrase, salt, cost), clear, context);
  return { publicKey: base64(publicKey.export({ type: 'spki', format: 'der' })), wrapped: { cost, salt: base64(salt), ...sealed } };
}

/** The holder's private key, or WRONG_PASS_PHRASE. */
export async function unwrapKey(wrapped: WrappedKey, passPhrase: string, context: string): Promise<KeyObject> {
  const key = await wrappingKey(passPhrase, bytesOf(wrapped.salt), wrapped.cost);
  try {
    return createPrivateKey({ key: decrypt(key, wrapped, context), type: 'pkcs8', format: 'der' });
  } catch {
    throw new DomainError('WRONG_PASS_PHRASE');
  }
}

const publicKeyOf = (text: string): KeyObject => createPublicKey({ key: bytesOf(text), type: 'spki', format: 'der' });

/** Both halves in the holders' order make the key of one claim; with one of them there is nothing to try. */
function claimKey(halves: readonly [string, string], point: string, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.concat(halves.map(bytesOf)), bytesOf(point), `jihui claim ${context}`, 32));
}

/** Seals a claim to both holders at once, with a one-time key pair that is forgotten on return. */
export async function seal(clear: string, holders: readonly [string, string], context: string): Promise<Envelope> {
  const { publicKey, privateKey } = await pair('x25519');
  const point = base64(publicKey.export({ type: 'spki', format: 'der' }));
  const half = (holder: string): string => base64(diffieHellman({ privateKey, publicKey: publicKeyOf(holder) }));
  return { point, ...encrypt(claimKey([half(holders[0]), half(holders[1])], point, context), Buffer.from(clear), context) };
}

/** What one holder gives for one claim. */
export function halfOf(privateKey: KeyObject, { point }: Envelope): string {
  return base64(diffieHellman({ privateKey, publicKey: publicKeyOf(point) }));
}

/** The claim in clear; null when the envelope is not the one that was sealed. */
export function unseal(envelope: Envelope, halves: readonly [string, string], context: string): string | null {
  try {
    return decrypt(claimKey(halves, envelope.point, context), envelope, context).toString();
  } catch {
    return null;
  }
}

export const digestOf = ({ point, iv, tag, data }: Envelope): string =>
  sha256([point, iv, tag, data].join('.'));
/** What an envelope belongs to: another item's or bidder's does not open in its place. */
export const claimContext = (claim: { id: string; challengeId: string; organisationId: string }): string =>
  `${claim.challengeId} ${claim.id} ${claim.organisationId}`;

import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/domain';
import { Config } from '../../platform/config.js';

type Cost = { ln: number; r: number; p: number };

// One computation holds 128 MiB: this many at a time, and a queue that ends before the caller's patience does.
const atOnce = 2;
const longestQueue = 60;

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 128 + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

function write({ ln, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `scrypt$${ln}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Passwords as scrypt hashes of the form `scrypt$ln$r$p$salt$key`; the figures travel with the hash, so they can be raised later. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly cost: Cost;
  /** Compared with when there is no account: the answer takes as long as for a wrong password. */
  private readonly nobodys: string;

  constructor(config: Config) {
    this.cost = { ln: config.get('PASSWORD_COST'), r: 8, p: 1 };
    this.nobodys = write(this.cost, randomBytes(16), randomBytes(32));
  }

  /** The hash to store. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    return write(this.cost, salt, await this.inTurn(() => derive(password, salt, this.cost)));
  }

  /** Whether the password belongs to the hash; without a hash it takes the same time and is false. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const [, ln, r, p, salt = '', key = ''] = (hash ?? this.nobodys).split('$');
    const expected = Buffer.from(key, 'base64url');
    const found = await this.inTurn(() => derive(password, Buffer.from(salt, 'base64url'), { ln: Number(ln), r: Number(r), p: Number(p) }));
    return hash !== null && expected.length === found.length && timingSafeEqual(expected, found);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= longestQueue) throw new DomainError('TOO_MANY_REQUESTS');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in the queue.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

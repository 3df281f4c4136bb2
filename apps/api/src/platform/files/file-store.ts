import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AwsClient } from 'aws4fetch';
import { Config } from '../config.js';

/** Keeps bytes under their checksum: on disk by default, in an S3-compatible store when one is configured. */
export abstract class FileStore {
  abstract keep(sha256: string, path: string): Promise<void>;
  abstract open(sha256: string): Promise<Readable>;
  abstract remove(sha256: string): Promise<void>;
}

@Injectable()
export class DiskStore extends FileStore {
  constructor(private readonly config: Config) {
    super();
  }

  async keep(sha256: string, path: string): Promise<void> {
    const target = this.path(sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
  }

  async open(sha256: string): Promise<Readable> {
    await access(this.path(sha256));
    return createReadStream(this.path(sha256));
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  private path(sha256: string): string {
    return join(this.config.dataDir, 'files', sha256.slice(0, 2), sha256);
  }
}

@Injectable()
export class S3Store extends FileStore {
  private readonly client: AwsClient;
  constructor(private readonly config: Config) {
    super();
    this.client = new AwsClient({
      accessKeyId: config.get('S3_ACCESS_KEY_ID') ?? '',
      secretAccessKey: config.get('S3_SECRET_ACCESS_KEY') ?? '',
      region: config.get('S3_REGION'),
      service: 's3',
    });
  }

  async keep(sha256: string, path: string): Promise<void> {
    await this.send('PUT', sha256, await readFile(path));
    await rm(path, { force: true });
  }

  async open(sha256: string): Promise<Readable> {
    const response = await this.send('GET', sha256);
    if (!response.body) throw new Error(`file store: ${sha256} has no body`);
    return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  }

  async remove(sha256: string): Promise<void> {
    await this.send('DELETE', sha256);
  }

  private async send(method: string, sha256: string, body?: Buffer): Promise<Response> {
    const url = `${this.config.get('S3_ENDPOINT')}/${this.config.get('S3_BUCKET')}/${sha256}`;
    const response = await this.client.fetch(url, { method, ...(body ? { body: new Uint8Array(body) } : {}) });
    if (!response.ok) throw new Error(`file store: ${method} ${sha256} answered ${response.status}`);
    return response;
  }
}

export const fileStore = {
  provide: FileStore,
  inject: [Config],
  useFactory: (config: Config): FileStore => (config.get('S3_ENDPOINT') ? new S3Store(config) : new DiskStore(config)),
};

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/auth/actor.js';
import { FilesService } from '../platform/files/files.service.js';
import type { Cast } from './cast.js';

/** Papers of the demo's records, each of which says itself that it is none. */
@Injectable()
export class DemoPapers {
  constructor(private readonly files: FilesService) {}

  /** Uploads a paper as that person, so many days ago; gives the file's id. */
  async upload(cast: Cast, actor: Actor, name: string, daysAgo: number): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'jihui-demo-'));
    try {
      const text = `演示数据，不是真实凭证。\n${name}\n`;
      const path = join(folder, 'paper.txt');
      await writeFile(path, text);
      return (await this.files.uploadIn(cast.as(actor, cast.daysAgo(daysAgo)), { path, name, size: Buffer.byteLength(text) })).id;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

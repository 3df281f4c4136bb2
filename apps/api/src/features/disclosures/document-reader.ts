import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, disclosureLimits, documentFaults, type DisclosureEnding, type DocumentFault } from '@jihui/domain';
import { Lanes } from '../../platform/lanes.js';

const answer = z.union([z.object({ text: z.string(), pages: z.number().nullable(), isCut: z.boolean() }), z.object({ reason: z.enum(documentFaults) })]);
export type ReadDocument = { text: string; pages: number | null; isCut: boolean };

// The specs run the sources, but a process of its own runs what was built.
const program = fileURLToPath(new URL('./read-document.js', import.meta.url)).replace('/apps/api/src/', '/apps/api/dist/');
const heapMegabytes = 256;
const watchEveryMs = 50;
const statmPageBytes = 4096;
const atOnce = 2;

/** Reads uploaded documents, each in a process of its own that has a time, a heap and a memory that it may not exceed, and no environment. */
@Injectable()
export class DocumentReader {
  private readonly log = new Logger(DocumentReader.name);
  private readonly lanes = new Lanes(atOnce);

  /** The document's text; FILE_UNREADABLE with the reason where it gives none. */
  async read(ending: DisclosureEnding, bytes: Uint8Array): Promise<ReadDocument> {
    const result = await this.lanes.through('document', () => this.run(ending, bytes));
    if ('reason' in result) throw new DomainError('FILE_UNREADABLE', { reason: result.reason });
    return result;
  }

  private run(ending: DisclosureEnding, bytes: Uint8Array): Promise<ReadDocument | { reason: DocumentFault }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, program, ending], { env: {}, stdio: 'pipe' });
      const chunks: Buffer[] = [];
      const stop = (why: string) => {
        this.log.warn(`a document was given up: ${why}`);
        child.kill('SIGKILL');
      };
      const timer = setTimeout(() => stop('time'), disclosureLimits.seconds * 1000);
      const watch = setInterval(() => void memoryOf(child).then((used) => used > disclosureLimits.memoryBytes && stop('memory')), watchEveryMs);
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.stderr.resume();
      // A process that ends early closes its input: that is told by its exit.
      child.stdin.on('error', () => undefined);
      child.on('error', () => stop('start'));
      child.on('close', () => {
        clearTimeout(timer);
        clearInterval(watch);
        resolve(answerIn(chunks) ?? { reason: 'TOO_HEAVY' });
      });
      child.stdin.end(bytes);
    });
  }
}

function answerIn(chunks: readonly Buffer[]): z.output<typeof answer> | null {
  try {
    return answer.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return null;
  }
}

/** What the process holds in memory; buffers do not count towards its heap. 0 where the system does not tell. */
async function memoryOf({ pid }: ChildProcessWithoutNullStreams): Promise<number> {
  const statm = await readFile(`/proc/${pid ?? 0}/statm`, 'utf8').catch(() => '');
  return (Number(statm.split(' ')[1]) || 0) * statmPageBytes;
}

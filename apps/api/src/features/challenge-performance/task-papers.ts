import type { EvidenceFile } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import type { FilesService } from '../../platform/files/files.service.js';

/** Gives uploaded papers to a task; what is kept of them with the step is their name and hash. */
export async function givePapers(files: FilesService, tx: Tx, ids: readonly string[] | undefined, taskId: string): Promise<EvidenceFile[]> {
  const given: EvidenceFile[] = [];
  for (const fileId of new Set(ids)) {
    const { id, name, sha256 } = await files.attach(tx, fileId, 'challengeTask', taskId);
    given.push({ id, name, sha256 });
  }
  return given;
}

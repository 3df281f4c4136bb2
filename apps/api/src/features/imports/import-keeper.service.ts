import { Injectable } from '@nestjs/common';
import type { ImportStatus } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { WhileWorking } from '../../platform/jobs/job-registry.js';
import { Import } from './import.entity.js';

const stillSeconds = 90;
const tasks: Partial<Record<ImportStatus, string>> = {
  READING: 'ImportReading.read',
  RUNNING: 'ImportRunning.run',
  UNDOING: 'ImportUndoing.undo',
};

/** A worker that was killed holds its job for hours in the queue; an import in which nothing moves is given to another at once. Each step may run twice. */
@Injectable()
export class ImportKeeper {
  constructor(private readonly db: Db) {}

  @WhileWorking(30)
  async resume(): Promise<void> {
    const still: { id: string; status: ImportStatus; source: unknown }[] = await this.db.em
      .createQueryBuilder(Import, 'i')
      .where(`i.status in ('READING', 'RUNNING', 'UNDOING') and i.updatedAt < now() - make_interval(secs => :stillSeconds)`, {
        stillSeconds,
      })
      .getMany();
    for (const { id, status, source } of still) {
      await this.db.run(system, async (tx) => {
        // Touched, so that the next look comes to it only after as long again.
        await tx.em.update(Import, { id }, { updatedAt: tx.now });
        const task = status === 'READING' && source ? 'ImportReading.recheck' : tasks[status];
        if (task) await tx.enqueue(task, { id });
      });
    }
  }
}

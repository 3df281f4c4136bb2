import { Injectable } from '@nestjs/common';
import { DomainError, mayTake, presentFor, shanghaiDay, type DeskAssignment } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { absencesOf, operatorOf, operatorsOf, type Operator } from './desk-people.js';

type Because = 'ASSIGNMENT' | 'ABSENCE';

/** 分派: who is to work on a file. It names a person and takes no right away from the others. */
@Injectable()
export class DeskAssignments {
  /** Some files to one person, or to nobody; who is away has them done by his deputy. All of them or none. */
  async assign(tx: Tx, { contracts, toId }: DeskAssignment): Promise<TechnologyContract[]> {
    tx.demand('desk.assign');
    const operators = await operatorsOf(tx.em, tx.actor.organisationId);
    const to = toId ? await this.present(tx, operators, toId) : null;
    const done: TechnologyContract[] = [];
    // In one order, so that two batches at once wait for each other instead of crossing.
    for (const ref of [...contracts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const row = await tx.lock(TechnologyContract, ref, 'desk.assign');
      if (to && !mayTake(to, row)) throw new DomainError('CANNOT_TAKE', { name: to.name, title: row.title });
      done.push(await this.give(tx, row, to, operators, 'ASSIGNMENT'));
    }
    return done;
  }

  /** Writes whose file it is, and from whom it came. */
  async give(tx: Tx, row: TechnologyContract, to: Operator | null, operators: readonly Operator[], because: Because): Promise<TechnologyContract> {
    if (row.assigneeId === (to?.userId ?? null)) return row;
    const from = operators.find((o) => o.userId === row.assigneeId)?.name ?? null;
    row.assigneeId = to?.userId ?? null;
    // Who has taken a file for 初审 and hands it on is no longer its examiner.
    if (row.status === 'FIRST_REVIEW') row.firstReviewerId = to?.userId ?? null;
    await tx.save(row);
    await tx.record('contract.assigned', row.id, { from, to: to?.name ?? null, because });
    return row;
  }

  private async present(tx: Tx, operators: readonly Operator[], toId: string): Promise<Operator> {
    const day = shanghaiDay(tx.now);
    const named = operatorOf(operators, toId);
    const present = presentFor(named.userId, day, await absencesOf(tx.em, tx.actor.organisationId, day));
    if (!present) throw new DomainError('ALL_AWAY', { name: named.name });
    return operatorOf(operators, present);
  }
}

import { Injectable } from '@nestjs/common';
import { demandComplete, demandImportedComplete, demandMachine, DomainError, next, parse, reasonGiven, shanghaiDay, textsNaming, type Issue } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Demand } from './demand.entity.js';

/** The way of a demand from its enterprise through the operators of the branch to the public, and back. */
@Injectable()
export class DemandPublication {
  /** The enterprise hands a complete draft to its branch. */
  async submit(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'submit');
    const owner = await this.verifiedOwner(tx, row);
    parse(completenessOf(row), row);
    this.refuseWhatCannotStand(row, owner, shanghaiDay(tx.now));
    row.branchId = owner.branchId;
    row.submittedAt = tx.now;
    row.returnReason = null;
    await tx.save(row);
    await tx.record('demand.submitted', row.id, {});
    return row;
  }

  /** Back to the enterprise, which reads why. */
  async returnToOwner(tx: Tx, ref: Ref, given: string): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.publish');
    row.status = next(demandMachine, row.status, 'returnToOwner');
    const { reason } = parse(reasonGiven, { reason: given });
    row.returnReason = reason;
    await tx.save(row);
    await tx.record('demand.returned', row.id, { reason });
    return row;
  }

  /** An operator of the branch lets the public read it. */
  async publish(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.publish');
    row.status = next(demandMachine, row.status, 'publish');
    await this.verifiedOwner(tx, row);
    parse(completenessOf(row), row);
    row.publishedAt = row.confirmedAt = tx.now;
    await tx.save(row);
    await tx.record('demand.published', row.id, {});
    return row;
  }

  /** A published one becomes a draft again, to be examined anew. */
  async revise(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'revise');
    await tx.save(row);
    await tx.record('demand.revised', row.id, {});
    return row;
  }

  /** Its enterprise says that all of it still holds. */
  async confirm(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'confirm');
    row.confirmedAt = tx.now;
    await tx.save(row);
    await tx.record('demand.confirmed', row.id, {});
    return row;
  }

  /** Takes it from the public, or back from the operators. */
  async withdraw(tx: Tx, ref: Ref, given: string): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'withdraw');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.save(row);
    await tx.record('demand.withdrawn', row.id, { reason });
    return row;
  }

  /** A withdrawn or closed one becomes a draft again. */
  async reopen(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'reopen');
    await tx.save(row);
    await tx.record('demand.reopened', row.id, {});
    return row;
  }

  /** It is solved, or no longer wanted. */
  async close(tx: Tx, ref: Ref): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'close');
    await tx.save(row);
    await tx.record('demand.closed', row.id, {});
    return row;
  }

  private async verifiedOwner(tx: Tx, row: Demand): Promise<Organisation> {
    const owner = await tx.em.findOneBy(Organisation, { id: row.organisationId, status: 'VERIFIED' });
    if (!owner) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    return owner;
  }

  private refuseWhatCannotStand(row: Demand, owner: Organisation, today: string): void {
    const issues: Issue[] = row.anonymous ? textsNaming(row, owner.name).map((path) => ({ path, code: 'names_owner' })) : [];
    if (row.deadline && row.deadline < today) issues.push({ path: 'deadline', code: 'deadline_past' });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
  }
}

const completenessOf = (row: Demand) => (row.importId ? demandImportedComplete : demandComplete);

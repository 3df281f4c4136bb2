import { Injectable } from '@nestjs/common';
import { demandMachine, DomainError, next, type DemandContent } from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Demand } from './demand.entity.js';
import { demandValues } from './demand-values.js';

/** Whose demand it is; `regionCode` and `importId` for what does not come from a form. */
export type DemandOwner = { organisationId: string; createdBy: string | null; regionCode?: string; importId?: string };

/** A demand while it is written. */
@Injectable()
export class DemandDrafting {
  /** A new draft; the region is its owner's unless given. */
  async create(tx: Tx, input: DemandContent, owner: DemandOwner): Promise<Demand> {
    tx.demand('demand.write');
    const { regionCode, branchId } = await tx.em.findOneByOrFail(Organisation, { id: owner.organisationId });
    const row = await tx.insert(Demand, {
      ...demandValues(input),
      organisationId: owner.organisationId,
      createdBy: owner.createdBy,
      importId: owner.importId ?? null,
      regionCode: owner.regionCode ?? regionCode,
      branchId,
      status: demandMachine.initial,
      returnReason: null,
      submittedAt: null,
      publishedAt: null,
      confirmedAt: null,
    });
    await tx.record('demand.created', row.id, {});
    return row;
  }

  /** Saves what a form holds. */
  async save(tx: Tx, ref: Ref, input: DemandContent): Promise<Demand> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    row.status = next(demandMachine, row.status, 'edit');
    const fields = applyChanges(row, demandValues(input));
    if (!fields.length) return row;
    await tx.save(row);
    await recordEdit(tx, 'demand.edited', row.id, fields);
    return row;
  }

  /** Deletes a draft that was never published. */
  async delete(tx: Tx, ref: Ref): Promise<void> {
    const row = await tx.lock(Demand, ref, 'demand.write');
    next(demandMachine, row.status, 'delete');
    if (row.publishedAt) throw new DomainError('HAS_DEPENDANTS');
    await tx.em.delete(Demand, { id: row.id });
    await tx.record('demand.deleted', row.id, {});
  }
}

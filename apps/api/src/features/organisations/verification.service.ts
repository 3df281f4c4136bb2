import { Injectable } from '@nestjs/common';
import { next, organisationMachine, parse, reasonGiven, type OrganisationAction } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from './organisation.entity.js';

/** Who may trade in the market: its branch verifies an organisation, suspends it and restores it. */
@Injectable()
export class VerificationService {
  constructor(private readonly db: Db) {}

  /** Admits a pending organisation. */
  verify(actor: Actor, ref: Ref): Promise<Organisation> {
    return this.move(actor, ref, 'verify', null, (tx, { id }) => tx.record('organisation.verified', id, {}));
  }

  /** Turns a pending organisation down; its administrator reads why and may resubmit. */
  async reject(actor: Actor, ref: Ref, given: string): Promise<Organisation> {
    const { reason } = parse(reasonGiven, { reason: given });
    return this.move(actor, ref, 'reject', reason, (tx, { id }) => tx.record('organisation.rejected', id, { reason }));
  }

  /** Asks again, after correcting what was wrong. */
  resubmit(actor: Actor, ref: Ref): Promise<Organisation> {
    return this.move(actor, ref, 'resubmit', null, (tx, { id }) => tx.record('organisation.resubmitted', id, {}));
  }

  /** Takes an organisation out of the market until it is restored. */
  async suspend(actor: Actor, ref: Ref, given: string): Promise<Organisation> {
    const { reason } = parse(reasonGiven, { reason: given });
    return this.move(actor, ref, 'suspend', reason, (tx, { id }) => tx.record('organisation.suspended', id, { reason }));
  }

  /** Lets a suspended organisation back in. */
  restore(actor: Actor, ref: Ref): Promise<Organisation> {
    return this.move(actor, ref, 'restore', null, (tx, { id }) => tx.record('organisation.restored', id, {}));
  }

  private move(
    actor: Actor,
    ref: Ref,
    action: OrganisationAction,
    reason: string | null,
    record: (tx: Tx, row: Organisation) => Promise<void>,
  ): Promise<Organisation> {
    return this.db.run(actor, async (tx) => {
      const organisation = await tx.lock(Organisation, ref, organisationMachine.actions[action].permission);
      organisation.status = next(organisationMachine, organisation.status, action);
      organisation.rejectionReason = reason;
      if (action === 'resubmit') organisation.submittedAt = tx.now;
      await tx.save(organisation);
      await record(tx, organisation);
      return organisation;
    });
  }
}

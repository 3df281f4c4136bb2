import { Injectable } from '@nestjs/common';
import { challengeRewriteComplete, DomainError, parse, reasonGiven, rewritableFields, type ChallengeRewrite } from '@jihui/domain';
import { applyChanges } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { Challenge } from './challenge.entity.js';
import { rewriteValues } from './challenge-values.js';
import { takeStep } from './challenge-steps.js';

/** From the enterprise to the approval: 形式审查, 论证(凝练), 批准 by somebody else. */
@Injectable()
export class ChallengeExamination {
  /** The enterprise hands it in; what the rules forbid is refused with the list of open points on the page. */
  async submit(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'submit');
    const owner = await tx.em.findOneByOrFail(Organisation, { id: row.organisationId });
    if (!owner.branchId) throw new DomainError('NO_BRANCH');
    Object.assign(row, { branchId: owner.branchId, submittedAt: tx.now, returnReason: null });
    await tx.save(row);
    await tx.record('challenge.submitted', row.id, {});
    return row;
  }

  /** 形式审查 passed. */
  async screen(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'screen');
    row.examinedBy = tx.actor.userId;
    await tx.save(row);
    await tx.record('challenge.screened', row.id, {});
    return row;
  }

  /** 凝练: the rewritten version takes the place of the owner's, whose words are kept beside it. Nothing changed means it stands as it is. */
  async argue(tx: Tx, ref: Ref, input: ChallengeRewrite, note: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'argue');
    parse(challengeRewriteComplete, input);
    const before = Object.fromEntries(rewritableFields.map((field) => [field, row[field]]));
    const fields = applyChanges(row, rewriteValues(input));
    if (fields.length) Object.assign(row, { original: row.original ?? before, agreedAt: null });
    Object.assign(row, { examinedBy: tx.actor.userId, rewriteNote: note.trim().slice(0, 2000) || null });
    await tx.save(row);
    await tx.record('challenge.argued', row.id, { fields });
    return row;
  }

  /** The owner takes the rewritten version as his own. */
  async agree(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'agree');
    if (row.agreedAt) throw new DomainError('ALREADY_CONFIRMED');
    row.agreedAt = tx.now;
    await tx.save(row);
    await tx.record('challenge.agreed', row.id, {});
    return row;
  }

  /** By another person than the one who screened or rewrote it. */
  async approve(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'approve');
    await tx.save(row);
    await tx.record('challenge.approved', row.id, {});
    return row;
  }

  /** Back to the enterprise, with its own words and the reason. */
  async returnToOwner(tx: Tx, ref: Ref, given: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'returnToOwner');
    const { reason } = parse(reasonGiven, { reason: given });
    this.forget(row);
    row.returnReason = reason;
    await tx.save(row);
    await tx.record('challenge.returned', row.id, { reason });
    return row;
  }

  /** 撤榜, possible until it is out. */
  async withdraw(tx: Tx, ref: Ref, given: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'withdraw');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.save(row);
    await tx.record('challenge.withdrawn', row.id, { reason });
    return row;
  }

  async reopen(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'reopen');
    this.forget(row);
    // Keys taken for an item that was not published have sealed nothing.
    await tx.em.query('delete from challenge_key where "challengeId" = $1', [row.id]);
    await tx.save(row);
    await tx.record('challenge.reopened', row.id, {});
    return row;
  }

  private forget(row: Challenge): void {
    Object.assign(row, { ...row.original, original: null, rewriteNote: null, agreedAt: null, examinedBy: null });
  }
}

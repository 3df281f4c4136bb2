import { Injectable } from '@nestjs/common';
import {
  challengeFields,
  challengeMachine,
  DomainError,
  next,
  parse,
  challengeDraft,
  usualWeights,
  type ChallengeContent,
} from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Challenge } from './challenge.entity.js';
import { ChallengePlan } from './challenge-plan.entity.js';
import { challengeValues } from './challenge-values.js';
import { takeStep } from './challenge-steps.js';

const usualCriteria = ['技术方案的先进性与可行性', '指标响应程度', '团队与研究基础', '经费与进度安排'];
const empty: ChallengeContent = {
  kind: 'ENTERPRISE_NEED',
  mode: 'SINGLE',
  title: '',
  background: '',
  indicators: [],
  deliverables: '',
  paymentPlan: [
    { name: '签约后', percent: 40 },
    { name: '中期检查通过后', percent: 30 },
    { name: '验收通过后', percent: 30 },
  ],
  ipSharing: '',
  bidderConditions: '',
  acceptance: '',
  triedSelf: '',
  cleanRecord: false,
  teams: 1,
  gates: [],
  criteria: usualCriteria.map((name, i) => ({ name, weight: usualWeights[i] ?? 0 })),
  keywords: [],
};

/** An item while its enterprise writes it. */
@Injectable()
export class ChallengeDrafting {
  /** A new draft of the actor's enterprise. */
  async create(tx: Tx, input: ChallengeContent, demandId: string | null = null): Promise<Challenge> {
    tx.demand('challenge.write');
    const owner = await tx.em.findOneByOrFail(Organisation, { id: tx.actor.organisationId ?? '' });
    const row = await tx.insert(Challenge, {
      ...challengeValues(input),
      ...{ organisationId: owner.id, branchId: owner.branchId, createdBy: tx.actor.userId, demandId, status: challengeMachine.initial },
      ...{ number: null, original: null, rewriteNote: null, agreedAt: null, returnReason: null, submittedAt: null, examinedBy: null },
      ...{ publishedAt: null, claimsCloseAt: null, claimCount: null, openedAt: null, noticeEndsOn: null, endReason: null },
    });
    await tx.record('challenge.created', row.id, {});
    return row;
  }

  /** One click from an own demand: what it says is carried over, the usual criteria and payments are proposed. */
  async createFromDemand(tx: Tx, demandId: string): Promise<Challenge> {
    const demand = await tx.see(Demand, demandId);
    if (demand.organisationId !== tx.actor.organisationId) throw new DomainError('NOT_FOUND');
    const content = parse(challengeDraft, {
      ...empty,
      title: demand.title,
      // An item has no place of its own for what is not wanted: it stands where bidders read what is.
      background: [demand.problem, demand.exclusions ? `不需要的：${demand.exclusions}` : ''].filter(Boolean).join('\n\n').slice(0, 5000),
      indicators: demand.indicators.map((i) => ({ name: i.name, op: i.op, target: i.value, unit: i.unit, must: true })),
      triedSelf: demand.currentState?.slice(0, 1000) ?? '',
      acceptance: demand.acceptance ?? '',
      deliverables: demand.deliverables ?? '',
      endsOn: demand.deadline,
      ownFunds: demand.budgetMax,
      bidderCash: demand.budgetMin,
      techField: demand.techField,
      chain: demand.chain,
      keywords: demand.keywords,
      contactName: demand.contactName,
      contactPhone: demand.contactPhone,
    });
    return this.create(tx, content, demand.id);
  }

  /** What to do after 流榜 or 终止: a new draft with the same content, to be made more attractive; the old item stays as it was. */
  async copy(tx: Tx, id: string): Promise<Challenge> {
    const old = await tx.see(Challenge, id);
    if (old.organisationId !== tx.actor.organisationId) throw new DomainError('NOT_FOUND');
    const content = Object.fromEntries(challengeFields.map((field) => [field, old[field]]));
    return this.create(tx, parse(challengeDraft, content), old.demandId);
  }

  /** Saves what a form holds. */
  async save(tx: Tx, ref: Ref, input: ChallengeContent): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'edit');
    const fields = applyChanges(row, challengeValues(input));
    if (!fields.length) return row;
    await tx.save(row);
    await recordEdit(tx, 'challenge.edited', row.id, fields);
    return row;
  }

  /** Deletes a draft, with the timetable that the branch had planned before it gave the item back. */
  async delete(tx: Tx, ref: Ref): Promise<void> {
    const row = await tx.lock(Challenge, ref, 'challenge.write');
    next(challengeMachine, row.status, 'delete');
    await tx.em.delete(ChallengePlan, { challengeId: row.id });
    await tx.em.delete(Challenge, { id: row.id });
    await tx.record('challenge.deleted', row.id, {});
  }
}

/** The start of an item from blank. */
export const emptyChallenge = empty;

import { Injectable } from '@nestjs/common';
import {
  challengeTaskMachine,
  DomainError,
  next,
  shanghaiDay,
  taskChangeIssues,
  type Issue,
  type milestoneCheck,
  type milestoneEvidence,
  type RaceDecision,
  type TaskChange,
} from '@jihui/domain';
import type { z } from 'zod';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { taskSideOf } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { givePapers } from './task-papers.js';
import { takeTaskStep } from './task-steps.js';

/** From the start to the last milestone: evidence, checks, changes of days, and the gates of a race. */
@Injectable()
export class TaskWork {
  constructor(private readonly files: FilesService) {}

  /** What shows that a milestone is reached; it replaces what was handed in before. */
  async hand(tx: Tx, ref: Ref, { index, text, fileIds }: z.output<typeof milestoneEvidence>): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'hand');
    const milestone = task.milestones[index];
    if (!milestone || milestone.passed) throw new DomainError('ILLEGAL_TRANSITION');
    const papers = await givePapers(this.files, tx, fileIds, task.id);
    task.milestones = task.milestones.map((m, i) =>
      i === index ? { ...m, evidence: text, files: papers, handedAt: tx.now.toISOString(), passed: null, comment: null, checkedOn: null } : m,
    );
    await tx.save(task);
    await tx.record('challengeTask.handed', task.id, { milestone: index + 1, files: papers.length });
    return task;
  }

  /** 节点考核 and 中期检查. What was not handed in can only fail, and only after its day; milestones pass in their order. */
  async check(tx: Tx, ref: Ref, { index, passed, comment }: z.output<typeof milestoneCheck>): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'check');
    const milestone = task.milestones[index];
    const today = shanghaiDay(tx.now);
    if (!milestone || milestone.passed !== null) throw new DomainError('ILLEGAL_TRANSITION');
    const isHanded = milestone.evidence !== null;
    if (passed ? !isHanded : !isHanded && milestone.day >= today) throw new DomainError('STEP_NOT_READY', { what: 'no_evidence' });
    if (passed && task.milestones.slice(0, index).some((m) => m.passed !== true)) throw new DomainError('STEP_NOT_READY', { what: 'milestones_open' });
    task.milestones = task.milestones.map((m, i) => (i === index ? { ...m, passed, comment, checkedOn: today } : m));
    await tx.save(task);
    await tx.record('challengeTask.checked', task.id, { milestone: index + 1, passed });
    return task;
  }

  /** One side proposes other days. */
  async proposeChange(tx: Tx, ref: Ref, change: TaskChange): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'proposeChange');
    const issues = taskChangeIssues(change, task.milestones, challenge.endsOn, shanghaiDay(tx.now));
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    const side = taskSideOf(tx.actor, task);
    if (!side) throw new DomainError('FORBIDDEN');
    task.change = { ...change, side, agreed: false };
    await tx.save(task);
    await tx.record('challengeTask.changeProposed', task.id, { reason: change.reason });
    return task;
  }

  /** The other side agrees. */
  async agreeChange(tx: Tx, ref: Ref): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'agreeChange');
    if (task.change) task.change = { ...task.change, agreed: true };
    await tx.save(task);
    await tx.record('challengeTask.changeAgreed', task.id, {});
    return task;
  }

  /** The branch approves what both sides agree on, or does not. What has been checked meanwhile is asked again. */
  async settleChange(tx: Tx, ref: Ref, approved: boolean): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'settleChange');
    const { change } = task;
    if (!change) throw new DomainError('ILLEGAL_TRANSITION');
    const before = [...task.milestones.map((m) => m.day), task.endsOn ?? ''];
    if (approved) {
      const issues = taskChangeIssues(change, task.milestones, challenge.endsOn, shanghaiDay(tx.now));
      if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
      task.milestones = task.milestones.map((m, i) => ({ ...m, day: change.days[i] ?? m.day }));
      task.endsOn = change.endsOn;
    }
    task.change = null;
    await tx.save(task);
    await tx.record('challengeTask.changeSettled', task.id, { approved, before, after: [...change.days, change.endsOn] });
    return task;
  }

  /** A gate of a 赛马 item: every team is compared at once, with a reason for each. The last gate leaves one. */
  async decideGate(tx: Tx, ref: Ref, { gate, staying, reasons }: RaceDecision): Promise<Challenge> {
    const challenge = await tx.lock(Challenge, ref, 'challenge.approve');
    const tasks = await tx.em.find(ChallengeTask, { where: { challengeId: challenge.id }, order: { id: 'ASC' } });
    const running = tasks.filter((t) => t.status === 'RUNNING');
    if (challenge.status !== 'RUNNING' || challenge.mode !== 'HORSE_RACE' || gate > challenge.gates.length) throw new DomainError('ILLEGAL_TRANSITION');
    if (tasks.some((t) => t.status === 'SIGNING') || running.some((t) => t.gatesPassed !== gate - 1))
      throw new DomainError('STEP_NOT_READY', { what: 'race_order' });
    const today = shanghaiDay(tx.now);
    const atGate = (t: ChallengeTask) => t.milestones.filter((m) => m.kind === 'RACE_GATE')[gate - 1];
    if (running.some((t) => atGate(t)?.passed === null && (atGate(t)?.day ?? '') >= today)) throw new DomainError('STEP_NOT_READY', { what: 'gate_unchecked' });
    const issues: Issue[] = [];
    const stays = new Set(staying);
    if (staying.some((id) => !running.some((t) => t.id === id && atGate(t)?.passed === true))) issues.push({ path: 'staying', code: 'gate_not_passed' });
    if (gate === challenge.gates.length && stays.size !== 1) issues.push({ path: 'staying', code: 'one_winner' });
    const reasonOf = new Map(reasons.map((r) => [r.taskId, r.reason]));
    if (running.some((t) => !reasonOf.has(t.id))) issues.push({ path: 'reasons', code: 'required' });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    for (const task of running) {
      if (stays.has(task.id)) task.gatesPassed = gate;
      else {
        const reason = reasonOf.get(task.id) ?? '';
        Object.assign(task, { status: next(challengeTaskMachine, task.status, 'eliminate'), endedOn: today, endReason: reason, change: null });
        await tx.record('challengeTask.eliminated', task.id, { gate, reason });
      }
      await tx.save(task);
    }
    await tx.save(challenge);
    await tx.record('challenge.gateDecided', challenge.id, { gate, staying: stays.size });
    return challenge;
  }
}

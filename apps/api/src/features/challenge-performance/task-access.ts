import { challengeTaskMachine, sideOfTaskAction, type ChallengeTaskAction, type Permission, type TaskSide } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import type { ChallengeTask } from './challenge-task.entity.js';

/** Which side of the task the actor stands on; an enterprise never bids for its own item, so it is one at most. */
export function taskSideOf(actor: Actor, task: Pick<ChallengeTask, 'organisationId' | 'ownerId'>): TaskSide | null {
  if (actor.organisationId === null) return null;
  if (actor.organisationId === task.ownerId) return 'OWNER';
  return actor.organisationId === task.organisationId ? 'BIDDER' : null;
}
const ofBranch = (actor: Actor, task: Pick<ChallengeTask, 'branchId'>): boolean => worksInBranch(actor) && task.branchId === actor.organisationId;

export const taskRowRules: Partial<Record<Permission, (actor: Actor, task: ChallengeTask) => boolean>> = {
  'challengeTask.act': (actor, task) => taskSideOf(actor, task) !== null,
  'challenge.screen': ofBranch,
  'challenge.approve': ofBranch,
};
/** Papers of a task are read by the two parties and the branch; the panel, rivals and the public never see them. */
export function defineTaskFiles(): void {
  defineFileSubject('challengeTask', (subjectColumn, actor) => ({
    sql: `exists (select 1 from challenge_task filed where filed.id = ${subjectColumn} and (:taskFileOrg in (filed."organisationId", filed."ownerId") or (:taskFileBranch and filed."branchId" = :taskFileOrg)))`,
    params: { taskFileOrg: actor.organisationId, taskFileBranch: worksInBranch(actor) },
  }));
}
export const isTaskInsider = (actor: Actor, task: ChallengeTask): boolean => taskSideOf(actor, task) !== null || ofBranch(actor, task);

/** The buttons of a person: lifecycle, policy, row, and the side whose step it is. */
export function taskActions(entity: new () => ChallengeTask, task: ChallengeTask, actor: Actor): ChallengeTaskAction[] {
  const side = taskSideOf(actor, task);
  return actionsFor(challengeTaskMachine, entity, task, actor).filter((a) => {
    const whose = sideOfTaskAction[a];
    if (whose && whose !== side) return false;
    if (a === 'eliminate') return false;
    if (a === 'writeBook') return task.signatures.length < 2;
    if (a === 'draftContract') return task.contractId === null;
    if (a === 'sign') return task.book !== null && !task.signatures.some((s) => s.side === side);
    if (a === 'proposeChange') return task.change === null;
    if (a === 'agreeChange') return task.change !== null && !task.change.agreed && task.change.side !== side;
    if (a === 'settleChange') return task.change?.agreed === true;
    return true;
  });
}

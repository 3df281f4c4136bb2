import { z } from 'zod';
import { rule } from '../issues.js';
import type { Role } from '../policy.js';
import type { ContractStatus } from './machine.js';
import { ReviewStage, stageOf } from './review.js';

/** Whose files the desk shows: one's own, or those that nobody has. */
export const DeskShare = z.enum(['MINE', 'NOBODY']).meta({ id: 'DeskShare' });
export type DeskShare = z.infer<typeof DeskShare>;

/** Who works at a step. */
export const roleOfStage: Record<ReviewStage, Role> = { ACCEPTANCE: 'OPERATOR_L1', FIRST_REVIEW: 'OPERATOR_L1', SECOND_REVIEW: 'OPERATOR_L2' };

export type DeskPerson = { userId: string; roles: readonly Role[] };
type DeskFile = { status: ContractStatus; firstReviewerId: string | null };

/** Whether the person may do the present step of the file: the role of the step, and 复审 never by who did 初审. */
export function mayTake({ userId, roles }: DeskPerson, { status, firstReviewerId }: DeskFile): boolean {
  const stage = stageOf(status);
  return stage !== null && roles.includes(roleOfStage[stage]) && !(stage === 'SECOND_REVIEW' && firstReviewerId === userId);
}

/** The file to open after another one has been dealt with: the next that is this person's, from the end on again at the top; else the next at all. */
export function nextFile<F extends { id: string }>(files: readonly F[], doneId: string | null, isMine: (file: F) => boolean): F | undefined {
  const at = files.findIndex((f) => f.id === doneId);
  const others = [...files.slice(at + 1), ...files.slice(0, Math.max(at, 0))];
  return others.find(isMine) ?? others[0];
}

export type Absence = { userId: string; deputyId: string; from: string; until: string };
const isOn = (a: Absence, day: string): boolean => a.from <= day && day <= a.until;

/** Who works for the person on that day: himself, his deputy, the deputy's deputy …; null when all of them are away. */
export function presentFor(userId: string, day: string, absences: readonly Absence[]): string | null {
  const asked = new Set<string>();
  for (let at = userId; !asked.has(at); ) {
    asked.add(at);
    const away = absences.find((a) => a.userId === at && isOn(a, day));
    if (!away) return at;
    at = away.deputyId;
  }
  return null;
}

const Day = z.iso.date().meta({ scalar: 'String' });
/** 分派: some files to one person, or to nobody. */
export const deskAssignment = z
  .object({ contracts: z.array(z.object({ id: z.uuid(), version: z.number().int() }).meta({ id: 'DeskFileInput' })).min(1).max(100), toId: z.uuid().nullish() })
  .meta({ id: 'DeskAssignmentInput' });
export type DeskAssignment = z.output<typeof deskAssignment>;

/** 请假交接: whose files go to whom, from the first day of the absence to its last. `userId` only where a branch administrator enters it for somebody. */
export const deskHandover = z
  .object({ userId: z.uuid().nullish(), deputyId: z.uuid(), from: Day, until: Day, note: z.string().trim().max(200).nullish() })
  .superRefine((a, ctx) => {
    if (a.until < a.from) ctx.addIssue({ code: 'custom', path: ['until'], ...rule('before_start') });
    if (a.userId && a.userId === a.deputyId) ctx.addIssue({ code: 'custom', path: ['deputyId'], ...rule('own_deputy') });
  })
  .meta({ id: 'DeskHandoverInput' });
export type DeskHandover = z.output<typeof deskHandover>;

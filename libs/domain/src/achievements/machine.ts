import { z } from 'zod';
import type { Machine } from '../machine.js';

export const AchievementStatus = z.enum(['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN', 'CLOSED']).meta({ id: 'AchievementStatus' });
export type AchievementStatus = z.infer<typeof AchievementStatus>;
export const AchievementAction = z
  .enum(['edit', 'amend', 'submit', 'returnToInventor', 'release', 'revise', 'confirm', 'withdraw', 'reopen', 'close', 'delete'])
  .meta({ id: 'AchievementAction' });
export type AchievementAction = z.infer<typeof AchievementAction>;

/**
 * 成果: written by an inventor, released by the TTO of the unit that owns it (职务成果). `edit`, `amend`, `revise` and `confirm` keep the state; what has
 * left its author is changed by the TTO alone. `delete` is for a draft that was never published: what the public has read keeps its record.
 */
export const achievementMachine: Machine<AchievementStatus, AchievementAction> = {
  name: 'achievement',
  initial: 'DRAFT',
  states: AchievementStatus.options,
  actions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', permission: 'achievement.write' },
    amend: { from: ['IN_REVIEW'], to: 'IN_REVIEW', permission: 'achievement.release' },
    submit: { from: ['DRAFT'], to: 'IN_REVIEW', permission: 'achievement.write' },
    returnToInventor: { from: ['IN_REVIEW'], to: 'DRAFT', permission: 'achievement.release' },
    release: { from: ['DRAFT', 'IN_REVIEW'], to: 'PUBLISHED', permission: 'achievement.release' },
    revise: { from: ['PUBLISHED'], to: 'PUBLISHED', permission: 'achievement.release' },
    confirm: { from: ['PUBLISHED'], to: 'PUBLISHED', permission: 'achievement.write' },
    withdraw: { from: ['PUBLISHED'], to: 'WITHDRAWN', permission: 'achievement.release' },
    reopen: { from: ['WITHDRAWN', 'CLOSED'], to: 'DRAFT', permission: 'achievement.release' },
    close: { from: ['PUBLISHED'], to: 'CLOSED', permission: 'achievement.release' },
    delete: { from: ['DRAFT'], to: 'DRAFT', permission: 'achievement.write' },
  },
};

import { z } from 'zod';
import type { Machine } from '../machine.js';

export const PublicNoticeStatus = z.enum(['DRAFT', 'RUNNING', 'FROZEN', 'ENDED', 'WITHDRAWN']).meta({ id: 'PublicNoticeStatus' });
export type PublicNoticeStatus = z.infer<typeof PublicNoticeStatus>;
export const PublicNoticeAction = z.enum(['edit', 'publish', 'revise', 'object', 'answer', 'withdraw']).meta({ id: 'PublicNoticeAction' });
export type PublicNoticeAction = z.infer<typeof PublicNoticeAction>;

/**
 * 定价公示 of a state-founded owner (促进科技成果转化法 Art 18, 河南条例 Art 20). An objection stops the clock until it is answered; that the
 * clock goes on after the last answer, and that a notice ends with its last day, follows from the calendar: no person may do it, so it is
 * not in the table.
 */
export const publicNoticeMachine: Machine<PublicNoticeStatus, PublicNoticeAction> = {
  name: 'publicNotice',
  initial: 'DRAFT',
  states: PublicNoticeStatus.options,
  actions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', permission: 'notice.write' },
    publish: { from: ['DRAFT'], to: 'RUNNING', permission: 'notice.write' },
    revise: { from: ['RUNNING'], to: 'RUNNING', permission: 'notice.write' },
    object: { from: ['RUNNING', 'FROZEN'], to: 'FROZEN', permission: 'notice.object' },
    answer: { from: ['FROZEN'], to: 'FROZEN', permission: 'notice.write' },
    withdraw: { from: ['RUNNING', 'FROZEN'], to: 'WITHDRAWN', permission: 'notice.write' },
  },
};

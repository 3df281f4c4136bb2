import { z } from 'zod';
import type { Machine } from '../machine.js';

export const IntroductionStatus = z.enum(['REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED']).meta({ id: 'IntroductionStatus' });
export type IntroductionStatus = z.infer<typeof IntroductionStatus>;
export const IntroductionAction = z.enum(['accept', 'decline', 'cancel']).meta({ id: 'IntroductionAction' });
export type IntroductionAction = z.infer<typeof IntroductionAction>;

/** 引荐: one side asks, the other answers within ten working days. Expiry is the worker's: it is not in the table, since no person may do it. */
export const introductionMachine: Machine<IntroductionStatus, IntroductionAction> = {
  name: 'introduction',
  initial: 'REQUESTED',
  states: IntroductionStatus.options,
  actions: {
    accept: { from: ['REQUESTED'], to: 'ACCEPTED', permission: 'introduction.answer' },
    decline: { from: ['REQUESTED'], to: 'DECLINED', permission: 'introduction.answer' },
    cancel: { from: ['REQUESTED'], to: 'CANCELLED', permission: 'introduction.request' },
  },
};

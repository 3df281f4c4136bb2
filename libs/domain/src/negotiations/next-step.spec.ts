import { nextStepOf } from './next-step.js';

describe('the next step of a talk', () => {
  const at = new Date();
  const none = { supplierConfirmedAt: null, demanderConfirmedAt: null };
  const talk = { status: 'OPEN', side: 'SUPPLIER', sheet: none, contractId: null } as const;

  it.each([
    [{ ...talk, sheet: null }, 'FILL_TERM_SHEET'],
    [talk, 'CONFIRM_TERM_SHEET'],
    [{ ...talk, sheet: { ...none, supplierConfirmedAt: at } }, 'AWAIT_OTHER_SIDE'],
    [{ ...talk, side: 'DEMANDER', sheet: { ...none, supplierConfirmedAt: at } }, 'CONFIRM_TERM_SHEET'],
    [{ ...talk, status: 'AGREED' }, 'DRAFT_CONTRACT'],
    [{ ...talk, status: 'AGREED', contractId: 'c' }, 'OPEN_CONTRACT'],
    [{ ...talk, side: null }, 'FOLLOW'],
    [{ ...talk, status: 'CLOSED', contractId: 'c' }, 'NONE'],
  ] as const)('%j → %s', (given, step) => expect(nextStepOf(given)).toBe(step));
});

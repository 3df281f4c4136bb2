import { deskHandover, mayTake, nextFile, presentFor } from './desk.js';

const [a, b, c] = ['a', 'b', 'c'].map((x) => `0198f1a2-0000-7000-8000-00000000000${x}`) as [string, string, string];

describe('the desk', () => {
  it.each([
    ['SUBMITTED', ['OPERATOR_L1'], true],
    ['FIRST_REVIEW', ['OPERATOR_L2'], false],
    ['EXPERT_REVIEW', ['OPERATOR_L1'], true],
    ['SECOND_REVIEW', ['OPERATOR_L2'], true],
    ['SECOND_REVIEW', ['BRANCH_ADMIN'], false],
    ['REGISTERED', ['OPERATOR_L1', 'OPERATOR_L2'], false],
  ] as const)('gives %s to %s: %s', (status, roles, is) => expect(mayTake({ userId: a, roles }, { status, firstReviewerId: b })).toBe(is));

  it('opens the next file of one’s own after a decision, then from the top, then whatever is there', () => {
    const files = ['1', '2', '3', '4'].map((id) => ({ id }));
    const own = (...ids: string[]) => (f: { id: string }) => ids.includes(f.id);
    expect(nextFile(files, null, own('3'))?.id).toBe('3');
    expect(nextFile(files, '2', own('1', '4'))?.id).toBe('4');
    expect(nextFile(files, '4', own('1', '4'))?.id).toBe('1');
    expect(nextFile(files, '2', own())?.id).toBe('3');
    expect(nextFile([{ id: '1' }], '1', own('1'))).toBeUndefined();
  });

  it('never gives the second examination to the first examiner', () => {
    const both = { userId: a, roles: ['OPERATOR_L1', 'OPERATOR_L2'] } as const;
    expect(mayTake(both, { status: 'SECOND_REVIEW', firstReviewerId: a })).toBe(false);
    expect(mayTake(both, { status: 'FIRST_REVIEW', firstReviewerId: a })).toBe(true);
  });

  it('follows deputies who are away themselves, both ends of an absence included, and never in a circle', () => {
    const away = (userId: string, deputyId: string, from = '2026-11-02', until = '2026-11-06') => ({ userId, deputyId, from, until });
    expect(presentFor(a, '2026-11-01', [away(a, b)])).toBe(a);
    expect(presentFor(a, '2026-11-02', [away(a, b)])).toBe(b);
    expect(presentFor(a, '2026-11-06', [away(a, b)])).toBe(b);
    expect(presentFor(a, '2026-11-07', [away(a, b)])).toBe(a);
    expect(presentFor(a, '2026-11-03', [away(a, b), away(b, c)])).toBe(c);
    expect(presentFor(a, '2026-11-03', [away(a, b), away(b, a)])).toBeNull();
  });

  it('asks for an absence that ends after it begins, and for another person', () => {
    const codes = (input: object) => deskHandover.safeParse({ deputyId: b, from: '2026-11-02', until: '2026-11-06', ...input }).error?.issues.map((i) => i.path.join('.'));
    expect(codes({})).toBeUndefined();
    expect(codes({ until: '2026-11-01' })).toEqual(['until']);
    expect(codes({ userId: b })).toEqual(['deputyId']);
  });
});

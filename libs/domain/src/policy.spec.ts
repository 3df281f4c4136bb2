import { can, policy, Role, type Permission } from './policy.js';

const permissions = Object.keys(policy) as Permission[];

describe('the policy', () => {
  it('is this matrix: a change of who may do what is seen in review', () => {
    const matrix = Object.fromEntries(Role.options.map((role) => [role, permissions.filter((p) => Array.isArray(policy[p]) && can([role], p))]));
    expect(matrix).toMatchSnapshot();
  });

  it('gives a visitor only what is open to anyone', () => {
    expect(permissions.filter((p) => can(null, p))).toEqual(['public.read', 'account.enter', 'organisation.signUp', 'notice.object', 'challenge.object']);
  });

  it('lets an auditor read and nothing else', () => {
    const allowed = permissions.filter((p) => Array.isArray(policy[p]) && can(['AUDITOR'], p));
    expect(allowed.every((p) => p.endsWith('.read'))).toBe(true);
  });

  it('gives no role both reviews of a contract', () => {
    for (const role of Role.options) expect(can([role], 'contract.firstReview') && can([role], 'contract.secondReview')).toBe(false);
  });
});

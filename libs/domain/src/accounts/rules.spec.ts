import {
  adminRoleOfKind,
  countFailure,
  firstRoles,
  grantableRoles,
  lockout,
  minutesLocked,
  rolesIssue,
  rolesOfKind,
  type FailureCount,
} from './rules.js';
import { OrganisationKind } from '../organisations/rules.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 1, minutes));

describe('lockout', () => {
  const afterFailures = (times: number[]): FailureCount => {
    let count: FailureCount | null = null;
    for (const minutes of times) count = countFailure(count, at(minutes), lockout);
    if (!count) throw new Error('no failure');
    return count;
  };

  it('locks at the fifth failure for fifteen minutes', () => {
    expect(afterFailures([0, 1, 2, 3]).lockedUntil).toBeNull();
    const locked = afterFailures([0, 1, 2, 3, 4]);
    expect(locked.lockedUntil).toEqual(at(19));
    expect([minutesLocked(locked, at(4)), minutesLocked(locked, at(18)), minutesLocked(locked, at(19))]).toEqual([15, 1, 0]);
    expect(minutesLocked(null, at(0))).toBe(0);
  });

  it('forgets failures that lie further apart than the lock is long, and those before a lock', () => {
    expect(afterFailures([0, 1, 2, 3, 19])).toMatchObject({ failures: 1, lockedUntil: null });
    expect(afterFailures([0, 1, 2, 3, 4, 20])).toMatchObject({ failures: 1, lockedUntil: null });
  });
});

describe('roles', () => {
  it.each(OrganisationKind.options)('of %s are consistent', (kind) => {
    expect(rolesIssue(kind, firstRoles[kind])).toBeNull();
    const admin = adminRoleOfKind[kind];
    if (admin) {
      expect(rolesOfKind[kind]).toContain(admin);
      expect(firstRoles[kind]).toContain(admin);
    }
  });

  it('over the whole system are given by the system administrator only', () => {
    expect(grantableRoles(['BRANCH_ADMIN'], 'MARKET_OPERATOR')).toEqual(['OPERATOR_L1', 'OPERATOR_L2', 'BRANCH_ADMIN']);
    expect(grantableRoles(['SYSTEM_ADMIN'], 'MARKET_OPERATOR')).toEqual(rolesOfKind.MARKET_OPERATOR);
  });

  it('belong to the kind, and an auditor has no other', () => {
    expect(rolesIssue('UNIVERSITY', ['INVENTOR', 'ENTERPRISE_USER'])).toBe('role_of_kind');
    expect(rolesIssue('MARKET_OPERATOR', ['AUDITOR', 'OPERATOR_L1'])).toBe('auditor_alone');
    expect(rolesIssue('MARKET_OPERATOR', ['AUDITOR'])).toBeNull();
  });
});

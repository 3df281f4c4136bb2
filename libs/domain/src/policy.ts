import { z } from 'zod';

/** Roles of the people in the glossary. AUDITOR reads only; SYSTEM_ADMIN never reads the NDA tier; 初审 and 复审 of one file are never one person. */
export const Role = z
  .enum([
    'INVENTOR',
    'UNIT_TTO',
    'ENTERPRISE_USER',
    'ENTERPRISE_ADMIN',
    'BROKER',
    'EXPERT',
    'OPERATOR_L1',
    'OPERATOR_L2',
    'BRANCH_ADMIN',
    'OFFICIAL',
    'SYSTEM_ADMIN',
    'AUDITOR',
  ])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

const unit: readonly Role[] = ['INVENTOR', 'UNIT_TTO'];
const firm: readonly Role[] = ['ENTERPRISE_USER', 'ENTERPRISE_ADMIN'];
const party: readonly Role[] = ['UNIT_TTO', ...firm];
const operators: readonly Role[] = ['OPERATOR_L1', 'OPERATOR_L2', 'BRANCH_ADMIN'];
const admins: readonly Role[] = ['UNIT_TTO', 'ENTERPRISE_ADMIN', 'BROKER', 'BRANCH_ADMIN'];

/**
 * Who may do what: the one list. ANYONE needs no session; SIGNED_IN any session. A root field must name one of these, or the API does not start.
 * Whose rows it may be done to is a second question, answered per feature by `visibleTo` and the row rules.
 */
export const policy = {
  'public.read': 'ANYONE',
  'account.enter': 'ANYONE',
  'account.own': 'SIGNED_IN',
  'file.upload': 'SIGNED_IN',
  'organisation.signUp': 'ANYONE',
  'organisation.verify': ['OPERATOR_L1', 'BRANCH_ADMIN'],
  'organisation.edit': admins,
  'organisation.create': ['SYSTEM_ADMIN'],
  'member.read': [...admins, 'SYSTEM_ADMIN'],
  'member.invite': [...admins, 'SYSTEM_ADMIN'],
  'achievement.read': [...unit, ...operators, 'AUDITOR'],
  'achievement.write': unit,
  'achievement.release': ['UNIT_TTO'],
  'demand.read': [...firm, ...operators, 'AUDITOR'],
  'demand.write': firm,
  'demand.publish': ['OPERATOR_L1', 'BRANCH_ADMIN'],
  'quality.read': ['UNIT_TTO', 'ENTERPRISE_ADMIN', ...operators, 'AUDITOR'],
  'duplicate.decide': ['UNIT_TTO', 'ENTERPRISE_ADMIN', 'OPERATOR_L1', 'BRANCH_ADMIN'],
  'duplicate.keep': [],
  'notice.write': ['UNIT_TTO'],
  'notice.object': 'ANYONE',
  'challenge.read': [...unit, ...firm, 'EXPERT', ...operators, 'AUDITOR'],
  'challenge.write': firm,
  'challenge.screen': ['OPERATOR_L1', 'BRANCH_ADMIN'],
  'challenge.approve': ['OPERATOR_L2'],
  'challenge.hold': operators,
  'challenge.clock': [],
  'challenge.ask': [...unit, ...firm],
  'challenge.answer': [...firm, ...operators],
  'claim.write': [...unit, ...firm],
  'challenge.review': ['EXPERT'],
  'challengeTask.act': [...unit, ...firm],
  'challengeMeeting.act': [...unit, ...firm],
  'challenge.object': 'ANYONE',
  'relation.write': ['OPERATOR_L1', 'BRANCH_ADMIN'],
  'import.run': party,
  'match.read': [...unit, ...firm, 'BROKER', ...operators],
  'match.judge': [...unit, ...firm, 'BROKER'],
  // Coefficients decide what everybody is recommended: one operator recommends them, another approves.
  'matchModel.read': operators,
  'matchModel.recommend': operators,
  'matchModel.approve': ['OPERATOR_L2', 'BRANCH_ADMIN'],
  // What is public here goes to a server that somebody else may run: one office decides for all branches.
  'embedder.read': [...operators, 'SYSTEM_ADMIN', 'AUDITOR'],
  'embedder.set': ['SYSTEM_ADMIN'],
  // Grades are what later models are fitted on: those who decide on models give them.
  'matchBench.read': operators,
  'matchBench.grade': operators,
  'introduction.read': [...unit, ...firm, 'BROKER'],
  'introduction.request': [...party, 'BROKER'],
  'introduction.answer': party,
  'negotiation.read': [...unit, ...firm, 'BROKER'],
  'negotiation.write': [...unit, ...firm, 'BROKER'],
  // An agreement binds the organisation: those who manage it accept and answer; who of it works on the item opens what it opens.
  'nda.read': [...unit, ...firm, 'BROKER'],
  'nda.accept': ['UNIT_TTO', 'ENTERPRISE_ADMIN', 'BROKER'],
  'nda.answer': ['UNIT_TTO', 'ENTERPRISE_ADMIN'],
  'tier.write': [...unit, ...firm],
  'tier.open': [...unit, ...firm, 'BROKER'],
  'profile.write': ['INVENTOR', 'EXPERT', 'BROKER'],
  'termSheet.write': party,
  'termSheet.confirm': party,
  'mandate.read': [...party, 'BROKER'],
  'mandate.grant': ['UNIT_TTO', 'ENTERPRISE_ADMIN'],
  'mandate.answer': ['BROKER'],
  'mandate.clock': [],
  'contract.read': [...party, 'BROKER', ...operators, 'AUDITOR'],
  'contract.write': party,
  'contract.confirm': party,
  'contract.submit': party,
  'contract.accept': ['OPERATOR_L1'],
  'contract.firstReview': ['OPERATOR_L1'],
  'contract.secondReview': ['OPERATOR_L2'],
  'contract.return': ['OPERATOR_L1', 'OPERATOR_L2'],
  'contract.refuse': ['OPERATOR_L2'],
  'contract.nationalNo': ['OPERATOR_L1', 'OPERATOR_L2'],
  'matter.read': [...party, 'BROKER', ...operators, 'AUDITOR'],
  'matter.file': party,
  'matter.revoke': ['OPERATOR_L1'],
  'matter.examine': ['OPERATOR_L1'],
  'matter.decide': ['OPERATOR_L2'],
  'receipt.write': party,
  'followUp.write': [...party, 'OPERATOR_L1', 'OPERATOR_L2'],
  'income.read': [...party, ...operators, 'AUDITOR'],
  'distribution.read': unit,
  'distribution.object': unit,
  'distribution.write': ['UNIT_TTO'],
  'statistics.read': [...operators, 'AUDITOR'],
  'annualReport.read': ['UNIT_TTO'],
  'desk.read': operators,
  'desk.assign': operators,
  'desk.handOver': operators,
  // A rule holds for every branch, so no branch amends it; its readers are those who work by it.
  'rule.read': [...operators, 'SYSTEM_ADMIN', 'AUDITOR'],
  'rule.edit': ['SYSTEM_ADMIN'],
  'dictionary.read': [...operators, 'SYSTEM_ADMIN', 'AUDITOR'],
  'dictionary.publish': operators,
  'audit.read': ['AUDITOR', 'BRANCH_ADMIN'],
  'job.read': ['SYSTEM_ADMIN'],
  'job.retry': ['SYSTEM_ADMIN'],
} as const satisfies Record<string, readonly Role[] | 'ANYONE' | 'SIGNED_IN'>;
export type Permission = keyof typeof policy;

/** Whether the roles (null: no session) carry the permission. */
export function can(roles: readonly Role[] | null, permission: Permission): boolean {
  const allowed: readonly Role[] | 'ANYONE' | 'SIGNED_IN' = policy[permission];
  if (allowed === 'ANYONE') return true;
  if (roles === null) return false;
  return allowed === 'SIGNED_IN' || roles.some((r) => allowed.includes(r));
}

import type { Permission } from '@jihui/domain';

export type Place = { path: string; text: `nav.${string}`; permission: Permission; key?: string };

/** The workbench menu: a place is shown to those who may use it. `key`: the letter after `g`. */
export const places: Place[] = [
  { path: '/home', text: 'nav.home', permission: 'account.own', key: 'h' },
  { path: '/my/achievements', text: 'nav.achievements', permission: 'achievement.write', key: 'a' },
  { path: '/my/demands', text: 'nav.demands', permission: 'demand.write', key: 'd' },
  { path: '/my/challenges', text: 'nav.myChallenges', permission: 'challenge.write', key: 'j' },
  { path: '/my/claims', text: 'nav.myClaims', permission: 'challenge.read', key: 'b' },
  { path: '/imports', text: 'nav.imports', permission: 'import.run', key: 'i' },
  { path: '/introductions', text: 'nav.introductions', permission: 'introduction.read', key: 'n' },
  { path: '/alerts', text: 'nav.alerts', permission: 'account.own', key: 's' },
  { path: '/negotiations', text: 'nav.negotiations', permission: 'negotiation.read', key: 't' },
  { path: '/ndas', text: 'nav.ndas', permission: 'nda.read' },
  { path: '/my/profile', text: 'nav.profile', permission: 'profile.write' },
  { path: '/my/notices', text: 'nav.myNotices', permission: 'notice.write' },
  { path: '/contracts', text: 'nav.contracts', permission: 'contract.read', key: 'c' },
  { path: '/income', text: 'nav.income', permission: 'income.read' },
  { path: '/rewards', text: 'nav.rewards', permission: 'distribution.read' },
  { path: '/annual-report', text: 'nav.annualReport', permission: 'annualReport.read' },
  { path: '/review', text: 'nav.review', permission: 'desk.read', key: 'r' },
  { path: '/matters', text: 'nav.matters', permission: 'desk.read' },
  { path: '/statistics', text: 'nav.statistics', permission: 'statistics.read' },
  { path: '/review/demands', text: 'nav.reviewDemands', permission: 'demand.publish' },
  { path: '/review/challenges', text: 'nav.reviewChallenges', permission: 'challenge.hold' },
  { path: '/review/relations', text: 'nav.relations', permission: 'relation.write' },
  { path: '/review/organisations', text: 'nav.reviewOrganisations', permission: 'organisation.verify' },
  { path: '/quality', text: 'nav.quality', permission: 'quality.read', key: 'q' },
  { path: '/match-bench', text: 'nav.matchBench', permission: 'matchBench.read' },
  { path: '/match-models', text: 'nav.matchModels', permission: 'matchModel.read' },
  { path: '/rules', text: 'nav.rules', permission: 'rule.read' },
  { path: '/dictionary', text: 'nav.dictionary', permission: 'dictionary.read' },
  { path: '/members', text: 'nav.members', permission: 'member.read', key: 'm' },
  { path: '/audit', text: 'nav.audit', permission: 'audit.read' },
  { path: '/jobs', text: 'nav.jobs', permission: 'job.read' },
  { path: '/account', text: 'nav.account', permission: 'account.own' },
];

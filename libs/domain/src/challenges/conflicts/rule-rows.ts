import type { ChallengeRuleRow } from '../dated.js';
import type { ConflictRelation } from './relations.js';
import type { ConflictCode, ConflictRule, ConflictSeverity, ConflictStep } from './rules.js';

const along = (...relations: ConflictRelation[]): ConflictStep => ({ relations, way: 'ALONG', often: 'ONCE' });
const against = (...relations: ConflictRelation[]): ConflictStep => ({ relations, way: 'AGAINST', often: 'ONCE' });
const on = (step: ConflictStep): ConflictStep => ({ ...step, often: 'ANY' });
const within = (years: number, relation: ConflictRelation): ConflictStep => ({ ...along(relation), years });

const bids = along('LEADS', 'JOINS');
const [job, heads, headed, named, owned] = [
  along('EMPLOYER'),
  along('LEGAL_REPRESENTATIVE'),
  against('LEGAL_REPRESENTATIVE'),
  along('NAMED_IN'),
  against('OWNS'),
];
const [up, down] = [against('CONTROLS'), along('CONTROLS')];
const [above, below] = [against('SUPERIOR_OF'), along('SUPERIOR_OF')];
const itsBids = against('FOR');

/** From an organisation to the bids of those it is bound to: under one controller, in one line of superiors, under one representative. */
const group = (start: ConflictStep) => [
  [start, up, on(up), on(down), bids],
  [start, down, on(down), bids],
];
const line = (start: ConflictStep) => [
  [start, above, on(above), bids],
  [start, below, on(below), bids],
];
const sameHead = (start: ConflictStep) => [
  [start, headed, heads, bids],
  [start, along('SAME_LEGAL_REPRESENTATIVE'), bids],
];

const row = { validFrom: null, validTo: null };
const practice = { ...row, basis: '揭榜挂帅回避惯例', certainty: 'PROBABLE' } as const;
const notices = {
  ...row,
  basis: '各地 2023 年通知及河南 2026 年通知：发榜方不得作为揭榜牵头单位',
  certainty: 'CERTAIN',
} as const;
const ours = { ...row, basis: '平台建议规则，参照揭榜挂帅回避惯例', certainty: 'TO_CHECK' } as const;

type Paths = ConflictRule['paths'];
const reviewer = (code: ConflictCode, severity: ConflictSeverity, paths: Paths, more: Partial<ConflictRule> = {}): ConflictRule => ({
  code,
  subject: 'REVIEWER',
  severity,
  scope: 'BID',
  paths,
  ...practice,
  ...more,
});
const staff = (code: ConflictCode, severity: ConflictSeverity, paths: Paths): ConflictRule => ({
  ...reviewer(code, severity, paths),
  subject: 'STAFF',
});
const owner = (code: ConflictCode, severity: ConflictSeverity, paths: Paths, why: ChallengeRuleRow = practice): ConflictRule => ({
  ...reviewer(code, severity, paths, why),
  subject: 'OWNER',
});
/** Worked together: a bar for three years, to be declared for five (the sources say three to five, block or declare). */
const together = (code: 'CO_INVENTOR' | 'CO_AUTHOR' | 'CO_PROJECT' | 'SUPERVISOR') => [
  reviewer(code, 'BLOCK', [[within(3, code), named]]),
  reviewer(code, 'DECLARE', [[within(5, code), named]]),
];

/** The first rows of the configuration. An owner's paths begin at the challenge. */
export const conflictRules: readonly ConflictRule[] = [
  reviewer('NAMED_IN_BID', 'BLOCK', [[named]], { scope: 'CHALLENGE' }),
  reviewer('SAME_UNIT', 'BLOCK', [[job, bids]], { scope: 'CHALLENGE' }),
  reviewer('FORMER_UNIT', 'DECLARE', [[{ ...within(3, 'EMPLOYER'), ended: true }, bids]], ours),
  reviewer('GROUP', 'BLOCK', group(job), ours),
  reviewer('AFFILIATION', 'BLOCK', line(job), ours),
  reviewer('LEGAL_REPRESENTATIVE', 'BLOCK', [[heads, bids], ...sameHead(job)]),
  reviewer('KIN', 'BLOCK', [
    [along('KIN'), named],
    [along('KIN'), heads, bids],
  ]),
  reviewer('KIN', 'DECLARE', [[along('KIN'), job, bids]], ours),
  ...together('CO_INVENTOR'),
  ...together('CO_AUTHOR'),
  ...together('CO_PROJECT'),
  ...together('SUPERVISOR'),
  reviewer('ARGUED', 'DECLARE', [[along('ARGUED'), itsBids]]),
  reviewer('OWNER_STAFF', 'DECLARE', [[job, along('OWNS'), itsBids]]),
  reviewer('DECLARED', 'DECLARE', [
    [along('DECLARED')],
    [along('DECLARED'), bids],
    [along('DECLARED'), named],
    [along('DECLARED'), itsBids],
  ]),
  staff('KIN', 'DECLARE', [
    [along('KIN'), named],
    [along('KIN'), heads, bids],
    [along('KIN'), job, bids],
  ]),
  staff('DECLARED', 'DECLARE', [[along('DECLARED')], [along('DECLARED'), bids], [along('DECLARED'), named], [along('DECLARED'), itsBids]]),
  owner('OWNER_LEADS', 'BLOCK', [[owned, along('LEADS')]], notices),
  owner('OWNER_JOINS', 'DECLARE', [[owned, along('JOINS')]], ours),
  owner('GROUP', 'BLOCK', group(owned)),
  owner('AFFILIATION', 'BLOCK', line(owned)),
  owner('LEGAL_REPRESENTATIVE', 'BLOCK', sameHead(owned)),
  owner('KIN', 'BLOCK', [
    [owned, headed, along('KIN'), heads, bids],
    [owned, headed, along('KIN'), named],
  ]),
];

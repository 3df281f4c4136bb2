import type { ChallengeInput } from '@jihui/domain';
import type { Challenge } from './challenges.api.js';

/** The start of an item: the payments and the criteria that most notices share; their words come with the language. */
export const emptyChallenge = (words: { criteria: readonly string[]; payments: readonly string[] }): ChallengeInput => ({
  kind: 'ENTERPRISE_NEED',
  mode: 'SINGLE',
  title: '',
  background: '',
  indicators: [],
  deliverables: '',
  paymentPlan: words.payments.map((name, i) => ({ name, percent: [40, 30, 30][i] ?? 0 })),
  ipSharing: '',
  bidderConditions: '',
  acceptance: '',
  triedSelf: '',
  cleanRecord: false,
  teams: 1,
  gates: [],
  criteria: words.criteria.map((name, i) => ({ name, weight: [35, 25, 20, 20][i] ?? 0 })),
  keywords: [],
});

/** What the form holds of a record. */
export function contentOf(c: Challenge): ChallengeInput {
  return {
    kind: c.kind,
    mode: c.mode,
    title: c.title,
    background: c.background,
    indicators: c.indicators.map(({ name, current, op, target, unit, method, must }) => ({
      name,
      current,
      op,
      target,
      unit,
      method,
      must,
    })),
    deliverables: c.deliverables,
    endsOn: c.endsOn,
    ownFunds: c.ownFunds,
    bidderCash: c.bidderCash,
    fiscalSupport: c.fiscalSupport,
    paymentPlan: c.paymentPlan.map(({ name, percent }) => ({ name, percent })),
    ipSharing: c.ipSharing,
    bidderConditions: c.bidderConditions,
    acceptance: c.acceptance,
    triedSelf: c.triedSelf,
    ndaAnnex: c.ndaAnnex,
    cleanRecord: c.cleanRecord,
    teams: c.teams,
    gates: c.gates.map(({ name, day, rule }) => ({ name, day, rule })),
    criteria: c.criteria.map(({ name, weight, hint }) => ({ name, weight, hint })),
    techField: c.techField,
    chain: c.chain,
    keywords: c.keywords,
    contactName: c.contactName,
    contactPhone: c.contactPhone,
  };
}

import type { ChallengeContent, ChallengeRewrite } from '@jihui/domain';
import type { Challenge } from './challenge.entity.js';

/** A rewriting as the columns hold it: nothing given is null. */
export function rewriteValues(input: ChallengeRewrite) {
  return {
    kind: input.kind,
    mode: input.mode,
    title: input.title,
    background: input.background,
    indicators: input.indicators.map((i) => ({ ...i, current: i.current || null, unit: i.unit || null, method: i.method || null })),
    deliverables: input.deliverables,
    endsOn: input.endsOn ?? null,
    paymentPlan: input.paymentPlan,
    ipSharing: input.ipSharing,
    bidderConditions: input.bidderConditions,
    acceptance: input.acceptance,
    triedSelf: input.triedSelf,
    teams: input.teams,
    gates: input.gates,
    criteria: input.criteria.map((c) => ({ ...c, hint: c.hint || null })),
    techField: input.techField ?? null,
    chain: input.chain ?? null,
    keywords: [...new Set(input.keywords)],
  } satisfies Partial<Challenge>;
}

/** A form's content as the columns hold it. */
export function challengeValues(input: ChallengeContent) {
  return {
    ...rewriteValues(input),
    ownFunds: input.ownFunds ?? null,
    bidderCash: input.bidderCash ?? null,
    fiscalSupport: input.fiscalSupport ?? null,
    ndaAnnex: input.ndaAnnex || null,
    cleanRecord: input.cleanRecord,
    contactName: input.contactName || null,
    contactPhone: input.contactPhone ?? null,
  } satisfies Partial<Challenge>;
}

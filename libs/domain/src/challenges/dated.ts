/** How sure the platform is of a rule: the marks C, P and ? of domain.md. */
export type ChallengeRuleCertainty = 'CERTAIN' | 'PROBABLE' | 'TO_CHECK';

/**
 * What every rule of challenges carries, because no national regulation settles them: since when and until when it holds (both days count; null:
 * unknown, until further notice), where it comes from and how sure that is. Rows come from the database; those in the code are the first of them.
 */
export type ChallengeRuleRow = { validFrom: string | null; validTo: string | null; basis: string; certainty: ChallengeRuleCertainty };

/** The rows that hold on a day ('YYYY-MM-DD', Asia/Shanghai), in their order. */
export function challengeRulesOn<R extends ChallengeRuleRow>(rows: readonly R[], day: string): R[] {
  return rows.filter((r) => (r.validFrom ?? '') <= day && (r.validTo === null || day <= r.validTo));
}

/** What a result shows of the rule behind it. */
export function challengeRuleUse({ validFrom, validTo, basis, certainty }: ChallengeRuleRow): ChallengeRuleRow {
  return { validFrom, validTo, basis, certainty };
}

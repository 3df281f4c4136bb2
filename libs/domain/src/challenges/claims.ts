import { z } from 'zod';
import type { Issue } from '../errors.js';
import { Fen } from '../money.js';
import { OrganisationName } from '../organisations/rules.js';
import type { ChallengeContent } from './rules.js';

/** SEALED: nobody reads it. OPENED by two key holders, then QUALIFIED or REFUSED; at the end WON or LOST. */
export const ClaimStatus = z.enum(['SEALED', 'RETRACTED', 'OPENED', 'QUALIFIED', 'REFUSED', 'WON', 'LOST']).meta({ id: 'ClaimStatus' });
export type ClaimStatus = z.infer<typeof ClaimStatus>;

const text = (max: number) => z.string().trim().max(max);
export const claimPartner = z.object({ name: OrganisationName, task: z.string().trim().min(2).max(300) }).meta({ id: 'ClaimPartner' });
/** What is promised for a core indicator of the item. */
export const claimTarget = z.object({ indicator: z.string().min(1).max(40), value: text(60) }).meta({ id: 'ClaimTarget' });
/** The answer to a criterion of the item: the form is made from the criteria. */
export const claimAnswer = z.object({ criterion: z.string().min(1).max(30), text: text(5000) }).meta({ id: 'ClaimAnswer' });

/** 揭榜书. It exists in clear only in the bidder's browser until the opening. */
export const claimContent = z
  .object({
    summary: z.string().trim().min(20).max(3000),
    leader: z.string().trim().min(2).max(30),
    partners: z.array(claimPartner).max(10),
    targets: z.array(claimTarget).max(20),
    answers: z.array(claimAnswer).max(10),
    budget: Fen,
    months: z.number().int().min(1).max(60),
    pledge: z.boolean(),
  })
  .meta({ id: 'ClaimInput' });
export type ClaimContent = z.output<typeof claimContent>;
export type ClaimInput = z.input<typeof claimContent>;

/** An answer shorter than that says nothing that a reviewer could score. */
export const leastAnswer = 20;
type Asked = Pick<ChallengeContent, 'kind' | 'indicators' | 'criteria'>;

/** The empty form of an item: one question per criterion, one promise per indicator. */
export function claimFormOf(asked: Asked): ClaimInput {
  return {
    summary: '',
    leader: '',
    partners: [],
    targets: asked.indicators.map((i) => ({ indicator: i.name, value: '' })),
    answers: asked.criteria.map((c) => ({ criterion: c.name, text: '' })),
    budget: '',
    months: 12,
    pledge: false,
  };
}

/** The part of a claim that the item asks for: it can be judged while the rest of a form is still wrong. */
export const claimAsked = z.object({ partners: z.array(z.unknown()), targets: z.array(claimTarget), answers: z.array(claimAnswer), pledge: z.boolean() });

/** What the item asks of a claim beyond its shape; paths are those of the form. */
export function claimIssues(claim: z.output<typeof claimAsked>, asked: Asked): Issue[] {
  const issues: Issue[] = [];
  asked.criteria.forEach((c, i) => {
    const answer = claim.answers[i];
    if (answer?.criterion !== c.name) issues.push({ path: `answers.${i}.text`, code: 'other_criterion' });
    else if (answer.text.length < leastAnswer)
      issues.push({ path: `answers.${i}.text`, code: 'too_small.string', params: { minimum: leastAnswer } });
  });
  asked.indicators.forEach((indicator, i) => {
    const target = claim.targets[i];
    if (target?.indicator !== indicator.name) issues.push({ path: `targets.${i}.value`, code: 'other_criterion' });
    else if (indicator.must && !target.value) issues.push({ path: `targets.${i}.value`, code: 'required' });
  });
  if (asked.kind === 'COMMON_TECHNOLOGY' && !claim.partners.length) issues.push({ path: 'partners', code: 'consortium' });
  if (!claim.pledge) issues.push({ path: 'pledge', code: 'pledge' });
  return issues;
}

/** The pass phrase by which a key holder wraps his half: kept by him alone, and never sent again but to open. */
export const passPhraseGiven = z.object({ passPhrase: z.string().min(12).max(200) });
export const challengeQuestion = z.object({ question: z.string().trim().min(5).max(1000) });
export const challengeAnswer = z.object({ answer: z.string().trim().min(2).max(2000) });
export const claimJudgement = z
  .object({ claimId: z.uuid(), qualified: z.boolean(), reason: z.string().trim().min(5).max(500).nullish() })
  .refine((j) => j.qualified || Boolean(j.reason), { path: ['reason'], params: { code: 'required' } })
  .meta({ id: 'ClaimJudgementInput' });

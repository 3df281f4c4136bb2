import { Injectable } from '@nestjs/common';
import { addDays, rewritableFields, shanghaiDay, type ChallengeContent, type ChallengeRewrite } from '@jihui/domain';
import type { SeedChallenge } from '@jihui/seeds';
import { TaskSigning } from '../features/challenge-performance/task-signing.service.js';
import { ChallengeDecisions } from '../features/challenges/challenge-decision.service.js';
import { ChallengeDrafting } from '../features/challenges/challenge-drafting.service.js';
import { ChallengeExamination } from '../features/challenges/challenge-examination.service.js';
import { ChallengePublication } from '../features/challenges/challenge-publication.service.js';
import { ChallengeQuestions } from '../features/challenges/challenge-questions.service.js';
import type { Challenge } from '../features/challenges/challenge.entity.js';
import { ClaimReview } from '../features/challenges/claim-review.service.js';
import { ClaimSealing } from '../features/challenges/claim-sealing.service.js';
import { Claim } from '../features/challenges/claim.entity.js';
import { KeyHolding } from '../features/challenges/key-holding.service.js';
import { system } from '../platform/auth/actor.js';
import type { Cast } from './cast.js';

/** Of both key holders of the demo's items: what is sealed there is invented and no secret. */
const demoPassPhrase = '技汇演示开启口令 2026';
const demoCost = 12;
const experts = ['u05', 'u06', 'u07'];

/** Items on the board, in review and awarded, each led there through the steps that people take. */
@Injectable()
export class DemoChallenges {
  constructor(
    private readonly drafting: ChallengeDrafting,
    private readonly examination: ChallengeExamination,
    private readonly publication: ChallengePublication,
    private readonly keys: KeyHolding,
    private readonly sealing: ClaimSealing,
    private readonly questions: ChallengeQuestions,
    private readonly review: ClaimReview,
    private readonly decisions: ChallengeDecisions,
    private readonly signing: TaskSigning,
  ) {}

  async challenge(cast: Cast, seed: SeedChallenge): Promise<void> {
    const out = seed.publishedDaysAgo;
    const owner = cast.side(seed.ownerKey);
    const branch = cast.branchOf(seed.ownerKey);
    const [first, second, head] = [cast.who(branch, 'OPERATOR_L1'), cast.who(branch, 'OPERATOR_L2'), cast.who(branch, 'BRANCH_ADMIN')];
    const start = shanghaiDay(cast.daysAgo(out));
    const content: ChallengeContent = {
      ...seed.content,
      endsOn: addDays(start, seed.termDays),
      gates: seed.content.gates.map(({ name, dayOffset, rule }) => ({ name, rule, day: addDays(start, dayOffset) })),
      contactName: owner.name,
      contactPhone: '037166000000',
    };
    let row = await this.drafting.create(cast.as(owner, cast.daysAgo(out + 14)), content);
    row = await this.examination.submit(cast.as(owner, cast.daysAgo(out + 12)), row);
    row = await this.examination.screen(cast.as(first, cast.daysAgo(out + 10)), row);
    const rewritten = Object.fromEntries(rewritableFields.map((f) => [f, content[f]])) as ChallengeRewrite;
    row = await this.examination.argue(
      cast.as(first, cast.daysAgo(out + 6)),
      row,
      rewritten,
      '专家论证：难题真实，指标可测，同意按原稿发榜。',
    );
    row = await this.examination.approve(cast.as(second, cast.daysAgo(out + 4)), row);
    row = await this.keys.take(cast.as(second, cast.daysAgo(out + 2)), row, demoPassPhrase, demoCost);
    row = await this.keys.take(cast.as(head, cast.daysAgo(out + 1)), row, demoPassPhrase, demoCost);
    const closes = new Date(Date.parse(`${addDays(shanghaiDay(new Date()), seed.closesInDays)}T17:00:00+08:00`));
    row = await this.publication.publish(cast.as(first, cast.daysAgo(out)), row, closes);
    for (const [i, { askerKey, question, answer }] of seed.questions.entries()) {
      const asked = await this.questions.ask(cast.as(cast.side(askerKey), cast.daysAgo(out - 2 - i)), row.id, question);
      if (answer) await this.questions.answer(cast.as(owner, cast.daysAgo(out - 3 - i)), asked.id, answer);
    }
    const claims: Claim[] = [];
    for (const { unitKey, content: bid } of seed.claims)
      claims.push(
        await this.sealing.submit(cast.as(cast.side(unitKey), cast.daysAgo(Math.max(2, 2 - seed.closesInDays), 10)), row.id, bid),
      );
    if (seed.stage === 'CLOSED') await this.publication.close(cast.as(system, cast.daysAgo(-seed.closesInDays - 1, 8)), row.id);
    else if (seed.stage !== 'OPEN') await this.reviewed(cast, seed, row, claims);
  }

  private async reviewed(cast: Cast, seed: SeedChallenge, { id }: Challenge, claims: readonly Claim[]): Promise<void> {
    const closed = -seed.closesInDays;
    const branch = cast.branchOf(seed.ownerKey);
    const [first, second, head] = [cast.who(branch, 'OPERATOR_L1'), cast.who(branch, 'OPERATOR_L2'), cast.who(branch, 'BRANCH_ADMIN')];
    const ref = { id };
    await this.publication.close(cast.as(system, cast.daysAgo(closed - 1, 8)), id);
    await this.keys.give(cast.as(second, cast.daysAgo(closed - 1, 9)), ref, demoPassPhrase);
    await this.keys.give(cast.as(head, cast.daysAgo(closed - 1, 10)), ref, demoPassPhrase);
    for (const claim of claims) await this.review.judge(cast.as(first, cast.daysAgo(closed - 3)), { claimId: claim.id, qualified: true });
    await this.review.qualify(cast.as(first, cast.daysAgo(closed - 4)), ref);
    const panel = experts.map((key) => cast.who(key, 'EXPERT'));
    await this.review.appoint(
      cast.as(first, cast.daysAgo(closed - 5)),
      ref,
      panel.flatMap((p) => p.userId ?? []),
    );
    await this.review.start(cast.as(first, cast.daysAgo(closed - 6)), ref);
    for (const { expert } of seed.scores)
      await this.review.declare(cast.as(cast.who(expert, 'EXPERT'), cast.daysAgo(closed - 7)), id, { ties: [], stepBack: false });
    for (const { expert, points } of seed.scores)
      for (const [n, claim] of claims.entries()) {
        const scores = seed.content.criteria.map((c, i) => ({
          criterion: c.name,
          points: points[n]?.[i] ?? 0,
          reason: `“${c.name}”一项：材料完整，依据与数据见申报书。`,
        }));
        await this.review.score(cast.as(cast.who(expert, 'EXPERT'), cast.daysAgo(closed - 9)), claim.id, { scores });
      }
    if (!seed.outcomes) return;
    const reasons = claims.map((claim, i) => ({ claimId: claim.id, reason: seed.outcomes?.[i] ?? '' }));
    await this.decisions.decide(cast.as(second, cast.daysAgo(closed - 12)), ref, {
      winners: reasons.slice(0, seed.winners).map((r) => r.claimId),
      reasons,
    });
    await this.decisions.announce(cast.as(first, cast.daysAgo(closed - 13)), ref);
    await this.decisions.conclude(cast.as(second, cast.daysAgo(closed - 30)), ref);
    await this.signing.make(cast.as(system, cast.daysAgo(closed - 30)), id);
  }
}

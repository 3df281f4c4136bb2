import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { announcedChallengeStatuses, ChallengeAction, checkReadiness, shanghaiDay, type ReadinessCheck } from '@jihui/domain';
import { may } from '../../platform/auth/actor.js';
import type { GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { historyOf } from '../../platform/db/history.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { challengeActions, isOrganiser } from './challenge-access.js';
import { ChallengeAmendment } from './challenge-amendment.entity.js';
import { ChallengeDecisions } from './challenge-decision.service.js';
import { ChallengeKey } from './challenge-key.entity.js';
import { ChallengeLists } from './challenge-lists.service.js';
import { ChallengeQuestion } from './challenge-question.entity.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import { ChallengeKeyHolder, ChallengeMilestone, ChallengeReadiness, ChallengeWinner, ClaimRank } from './challenge-types.js';
import { Challenge } from './challenge.entity.js';
import { barredUntil } from './claim-sealing.service.js';
import { Claim } from './claim.entity.js';
import { ScoreCard } from './score-card.entity.js';

/** Who asks or objects stays unknown to those who answer, and the panel to the owner: the lines would name them. The auditor reads them in the trail. */
const hiddenFromAll: readonly string[] = ['challenge.questionAsked', 'challenge.objected'];
const hiddenFromOwner: readonly string[] = [...hiddenFromAll, 'challenge.scored', 'challenge.declared', 'challenge.recused', 'challenge.chairNamed', 'challenge.panelRecorded'];

@Resolver(() => Challenge)
export class ChallengeFieldsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: ChallengeLists,
    private readonly decisions: ChallengeDecisions,
  ) {}

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() c: Challenge, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, c.organisationId);
  }

  @ResolveField(() => Boolean)
  isOwn(@Parent() c: Challenge, @Context() { actor }: GqlContext): boolean {
    return c.organisationId === actor.organisationId;
  }

  @ResolveField(() => Boolean)
  isOrganiser(@Parent() c: Challenge, @Context() { actor }: GqlContext): boolean {
    return isOrganiser(actor, c);
  }

  /** Whether the reader's organisation may bid now. */
  @ResolveField(() => Boolean)
  canClaim(@Parent() c: Challenge, @Context() { actor }: Pick<GqlContext, 'actor'>): boolean {
    return (
      c.status === 'CLAIM_OPEN' && may(actor, 'claim.write') && actor.organisationVerified && c.organisationId !== actor.organisationId
    );
  }

  /** The last day on which the reader's own organisation may not bid (失信名单): told before it fills in a form. */
  @ResolveField(() => String, { nullable: true })
  barredUntil(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<string | null> {
    return this.canClaim(c, { actor }) ? barredUntil(this.db.em, actor.organisationId, shanghaiDay(new Date())) : Promise.resolve(null);
  }

  @ResolveField(() => [gqlEnum(ChallengeAction)])
  availableActions(@Parent() c: Challenge, @Context() { actor }: GqlContext): ChallengeAction[] {
    return challengeActions(Challenge, c, actor);
  }

  @ResolveField(() => [ChallengeReadiness], { nullable: true, middleware: [restricted] })
  async readiness(@Parent() c: Challenge): Promise<ReadinessCheck[]> {
    const owner = await this.db.em.findOneBy(Organisation, { id: c.organisationId });
    return checkReadiness(c, owner?.status === 'VERIFIED', shanghaiDay(new Date()));
  }

  @ResolveField(() => [ChallengeQuestion])
  questions(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengeQuestion[]> {
    const query = this.db.em.createQueryBuilder(ChallengeQuestion, 'q').where('q.challengeId = :id', { id: c.id });
    return visible(query, ChallengeQuestion, actor).orderBy('q.createdAt', 'ASC').getMany();
  }

  @ResolveField(() => [ChallengeAmendment])
  amendments(@Parent() c: Challenge): Promise<ChallengeAmendment[]> {
    return this.db.em.find(ChallengeAmendment, { where: { challengeId: c.id }, order: { number: 'ASC' } });
  }

  @ResolveField(() => [ChallengeMilestone])
  milestones(@Parent() c: Challenge): Promise<ChallengeMilestone[]> {
    return this.lists.milestones(c.id);
  }

  @ResolveField(() => [Claim])
  claims(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<Claim[]> {
    return actor.kind === 'PERSON' ? this.lists.claims(c.id, actor) : Promise.resolve([]);
  }

  @ResolveField(() => [ChallengeWinner], { nullable: true })
  winners(@Parent() c: Challenge): Promise<ChallengeWinner[] | null> {
    return this.lists.winners(c);
  }

  @ResolveField(() => [ChallengeKeyHolder])
  async keyHolders(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengeKeyHolder[]> {
    if (!isOrganiser(actor, c)) return [];
    const keys = await this.db.em.find(ChallengeKey, { where: { challengeId: c.id }, order: { position: 'ASC' } });
    return keys.map((k) => ({ name: k.holderName, isMe: k.holderId === actor.userId, givenAt: k.givenAt }));
  }

  @ResolveField(() => [ChallengeReviewer])
  reviewers(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengeReviewer[]> {
    const query = this.db.em.createQueryBuilder(ChallengeReviewer, 'r').where('r.challengeId = :id', { id: c.id });
    return visible(query, ChallengeReviewer, actor).orderBy('r.name', 'ASC').getMany();
  }

  /** The cards that the reader has given himself. */
  @ResolveField(() => [ScoreCard])
  myCards(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ScoreCard[]> {
    if (!actor.userId) return Promise.resolve([]);
    return this.db.em.findBy(ScoreCard, { challengeId: c.id, reviewerId: actor.userId });
  }

  /** For the organiser, once every card is in; null before. */
  @ResolveField(() => [ClaimRank], { nullable: true })
  async ranking(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ClaimRank[] | null> {
    if (!isOrganiser(actor, c) || !['REVIEW', 'DECIDED', ...announcedChallengeStatuses].includes(c.status)) return null;
    const ranking = await this.decisions.ranking(this.db.em, c, new Date());
    return ranking?.map(({ dropped, ...r }) => ({ ...r, droppedCount: dropped.length })) ?? null;
  }

  @ResolveField(() => [AuditEvent], { nullable: true, middleware: [restricted] })
  async history(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<AuditEvent[]> {
    const hidden = isOrganiser(actor, c) ? hiddenFromAll : hiddenFromOwner;
    return (await historyOf(this.db.em, c.id)).filter((e) => !hidden.includes(e.event));
  }
}

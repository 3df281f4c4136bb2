import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { challengePlan, conflictRelation, interestDeclaration, type ChallengePlanInput, type ConflictRelationInput, type InterestDeclaration } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { isOrganiser } from './challenge-access.js';
import { ChallengeDecisions } from './challenge-decision.service.js';
import { ChallengeExperts } from './challenge-experts.service.js';
import { ChallengeLists } from './challenge-lists.service.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import { ChallengeTimetables } from './challenge-timetable.service.js';
import { ClaimReview } from './claim-review.service.js';
import { Challenge } from './challenge.entity.js';
import { ConflictRelationRow } from './conflict-relation.entity.js';
import { ConflictRelations } from './conflict-relations.service.js';
import { ConflictShown, ReviewChecks, ReviewerProposal } from './conflict-types.js';
import { ChallengeTimetable, timetableShown } from './timetable-types.js';

const Version = () => Args('version', { type: () => Int });
const mostRelations = 500;

/** What the engines say of an item: its timetable, the conflicts around it, and how firm its ranking is. */
@Resolver(() => Challenge)
export class EnginesResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: ChallengeLists,
    private readonly timetables: ChallengeTimetables,
    private readonly experts: ChallengeExperts,
    private readonly relations: ConflictRelations,
    private readonly review: ClaimReview,
    private readonly decisions: ChallengeDecisions,
  ) {}

  @ResolveField(() => ChallengeTimetable, { nullable: true, middleware: [restricted] })
  async timetable(@Parent() c: Challenge): Promise<ChallengeTimetable> {
    return timetableShown(await this.timetables.of(this.db.em, c, new Date()));
  }

  /** For the organiser: what ties the owner to those who claim his item. */
  @ResolveField(() => [ConflictShown])
  ownerConflicts(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ConflictShown[]> {
    if (!isOrganiser(actor, c) || c.openedAt === null) return Promise.resolve([]);
    return this.experts.ownerConflicts(this.db.em, c);
  }

  /** For the organiser, once every card is in. */
  @ResolveField(() => ReviewChecks, { nullable: true })
  reviewChecks(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ReviewChecks | null> {
    if (!isOrganiser(actor, c) || !['REVIEW', 'DECIDED', 'NOTICE'].includes(c.status)) return Promise.resolve(null);
    return this.decisions.checks(this.db.em, c, new Date());
  }

  @Allow('challenge.screen')
  @Query(() => ReviewerProposal)
  async proposeReviewers(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('size', { type: () => Int }) size: number,
  ): Promise<ReviewerProposal> {
    const challenge = await this.lists.byId(id, actor);
    if (!isOrganiser(actor, challenge)) return { reviewerIds: [], unfilled: size, outOfField: 0 };
    return this.experts.propose(await this.experts.of(this.db.em, challenge), challenge, size);
  }

  @Allow('relation.write')
  @Query(() => [ConflictRelationRow])
  conflictRelations(@CurrentActor() actor: Actor): Promise<ConflictRelationRow[]> {
    const query = this.db.em.createQueryBuilder(ConflictRelationRow, 'r').where('not r.dropped');
    return visible(query, ConflictRelationRow, actor).orderBy('r.createdAt', 'DESC').limit(mostRelations).getMany();
  }

  @Allow('relation.write')
  @Mutation(() => ConflictRelationRow)
  addConflictRelation(@CurrentActor() actor: Actor, @Input(conflictRelation) input: ConflictRelationInput): Promise<ConflictRelationRow> {
    return this.db.run(actor, (tx) => this.relations.add(tx, input));
  }

  @Allow('relation.write')
  @Mutation(() => ConflictRelationRow)
  dropConflictRelation(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ConflictRelationRow> {
    return this.db.run(actor, (tx) => this.relations.drop(tx, { id, version }));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  planChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengePlan) input: ChallengePlanInput,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.timetables.plan(tx, { id, version }, input));
  }

  @Allow('challenge.review')
  @Mutation(() => ChallengeReviewer)
  declareInterests(
    @CurrentActor() actor: Actor,
    @RecordId('challengeId') challengeId: string,
    @Input(interestDeclaration) input: InterestDeclaration,
  ): Promise<ChallengeReviewer> {
    return this.db.run(actor, (tx) => this.review.declare(tx, challengeId, input));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  substituteReviewer(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('outId', { type: () => ID }) outId: string,
    @Args('inId', { type: () => ID }) inId: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.review.substitute(tx, { id, version }, outId, inId));
  }
}

import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import {
  IntroductionAction,
  IntroductionBox,
  introductionDecline,
  introductionMachine,
  introductionRequest,
  IntroductionStatus,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Parties } from '../negotiations/parties.js';
import { IntroductionAnswers } from './introduction-answers.service.js';
import { IntroductionLists } from './introduction-lists.service.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { hidesAnswerer, Introduction } from './introduction.entity.js';

const IntroductionPage = Paged<Introduction>(Introduction, 'IntroductionPage');
const Version = () => Args('version', { type: () => Int });

@Resolver(() => Introduction)
export class IntroductionsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: IntroductionLists,
    private readonly requests: IntroductionRequests,
    private readonly answers: IntroductionAnswers,
    private readonly parties: Parties,
  ) {}

  @Allow('introduction.read')
  @Query(() => Introduction)
  introduction(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Introduction> {
    return this.lists.byId(actor, id);
  }

  @Allow('introduction.read')
  @Query(() => IntroductionPage)
  introductions(
    @CurrentActor() actor: Actor,
    @Args('box', { type: () => gqlEnum(IntroductionBox) }) box: IntroductionBox,
    @Input(pageInput, 'page') page: PageInput,
    @Args('status', { type: () => gqlEnum(IntroductionStatus), nullable: true }) status: IntroductionStatus | null,
  ): Promise<Page<Introduction>> {
    return this.lists.list(actor, box, status ?? null, page);
  }

  /** The open or accepted introduction between the reader's organisation and exactly these items. */
  @Allow('introduction.read')
  @Query(() => Introduction, { nullable: true })
  introductionOn(
    @CurrentActor() actor: Actor,
    @RecordId('demandId', { nullable: true }) demandId: string | null,
    @RecordId('achievementId', { nullable: true }) achievementId: string | null,
  ): Promise<Introduction | null> {
    return this.lists.on(actor, demandId ?? null, achievementId ?? null);
  }

  @Allow('introduction.request')
  @Mutation(() => Introduction)
  requestIntroduction(
    @CurrentActor() actor: Actor,
    @Input(introductionRequest) input: z.output<typeof introductionRequest>,
  ): Promise<Introduction> {
    return this.db.run(actor, (tx) => this.requests.request(tx, input));
  }

  @Allow('introduction.request')
  @Mutation(() => Introduction)
  cancelIntroduction(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Introduction> {
    return this.db.run(actor, (tx) => this.requests.cancel(tx, { id, version }));
  }

  @Allow('introduction.answer')
  @Mutation(() => Introduction)
  acceptIntroduction(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Introduction> {
    return this.db.run(actor, (tx) => this.answers.accept(tx, { id, version }));
  }

  @Allow('introduction.answer')
  @Mutation(() => Introduction)
  declineIntroduction(
    @CurrentActor() actor: Actor,
    @Input(introductionDecline) input: z.output<typeof introductionDecline>,
  ): Promise<Introduction> {
    return this.db.run(actor, (tx) => this.answers.decline(tx, input));
  }

  @ResolveField(() => String, { nullable: true })
  requesterName(@Parent() row: Introduction, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, row.requesterId);
  }

  /** null as long as the owner of an anonymous demand has not accepted. */
  @ResolveField(() => String, { nullable: true })
  async answererName(@Parent() row: Introduction, @Context() { actor, loaders }: GqlContext): Promise<string | null> {
    return hidesAnswerer(actor, row) ? null : this.parties.nameOf(loaders, row.answererId);
  }

  @ResolveField(() => String, { nullable: true })
  brokerName(@Parent() row: Introduction, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, row.brokerId);
  }

  @ResolveField(() => gqlEnum(IntroductionBox))
  box(@Parent() row: Introduction, @Context() { actor }: GqlContext): IntroductionBox {
    return row.answererId === actor.organisationId ? 'RECEIVED' : 'SENT';
  }

  @ResolveField(() => [gqlEnum(IntroductionAction)])
  availableActions(@Parent() row: Introduction, @Context() { actor }: GqlContext): IntroductionAction[] {
    return actionsFor(introductionMachine, Introduction, row, actor);
  }

  @ResolveField(() => Demand, { nullable: true })
  demand(@Parent() row: Introduction, @Context() { loaders }: GqlContext): Promise<Demand | null> {
    return loaders.byId(Demand, row.demandId);
  }

  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() row: Introduction, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, row.achievementId);
  }
}

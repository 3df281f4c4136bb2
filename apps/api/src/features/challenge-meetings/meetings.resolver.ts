import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChallengeMeetingAction, challengeMeetingIntention, challengeMeetingMinutes, challengeMeetingPlan, ChallengeMeetingSide, type ChallengeMeetingMinutes, type ChallengeMeetingPlan } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ChallengeMeeting } from './challenge-meeting.entity.js';
import { ChallengeMeetings } from './challenge-meetings.service.js';
import { meetingActions, meetingSideOf } from './meeting-access.js';

const Version = () => Args('version', { type: () => Int });

@Resolver(() => ChallengeMeeting)
export class ChallengeMeetingsResolver {
  constructor(
    private readonly db: Db,
    private readonly service: ChallengeMeetings,
  ) {}

  @ResolveField(() => Organisation, { nullable: true })
  bidder(@Parent() m: ChallengeMeeting, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, m.organisationId);
  }

  @ResolveField(() => gqlEnum(ChallengeMeetingSide), { nullable: true })
  mySide(@Parent() m: ChallengeMeeting, @Context() { actor }: GqlContext): ChallengeMeetingSide | null {
    return meetingSideOf(actor, m);
  }

  /** Nothing is done to it any more once the review has begun. */
  @ResolveField(() => [gqlEnum(ChallengeMeetingAction)])
  async availableActions(@Parent() m: ChallengeMeeting, @Context() { actor, loaders }: GqlContext): Promise<ChallengeMeetingAction[]> {
    const challenge = await loaders.byId(Challenge, m.challengeId);
    return challenge?.status === 'QUALIFIED' ? meetingActions(ChallengeMeeting, m, actor, new Date()) : [];
  }

  @Allow('challenge.answer')
  @Mutation(() => ChallengeMeeting)
  planChallengeMeeting(@CurrentActor() actor: Actor, @Input(challengeMeetingPlan) input: ChallengeMeetingPlan): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.plan(tx, input));
  }

  @Allow('challengeMeeting.act')
  @Mutation(() => ChallengeMeeting)
  writeChallengeMeetingMinutes(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeMeetingMinutes) input: ChallengeMeetingMinutes,
  ): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.writeMinutes(tx, { id, version }, input));
  }

  @Allow('challengeMeeting.act')
  @Mutation(() => ChallengeMeeting)
  confirmChallengeMeetingMinutes(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.confirmMinutes(tx, { id, version }));
  }

  @Allow('challengeMeeting.act')
  @Mutation(() => ChallengeMeeting)
  handChallengeMeetingIntention(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeMeetingIntention) input: z.output<typeof challengeMeetingIntention>,
  ): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.handIntention(tx, { id, version }, input.fileId));
  }

  @Allow('challengeMeeting.act')
  @Mutation(() => ChallengeMeeting)
  signChallengeMeetingIntention(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.signIntention(tx, { id, version }));
  }

  @Allow('challenge.answer')
  @Mutation(() => ChallengeMeeting)
  cancelChallengeMeeting(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<ChallengeMeeting> {
    return this.db.run(actor, (tx) => this.service.cancel(tx, { id, version }, reason));
  }
}

/** The talks that the reader may know of: a bidder his own, the owner and the branch all. */
@Resolver(() => Challenge)
export class ItemMeetingsResolver {
  constructor(private readonly db: Db) {}

  @ResolveField(() => [ChallengeMeeting])
  meetings(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengeMeeting[]> {
    const query = this.db.em.createQueryBuilder(ChallengeMeeting, 'm').where('m.challengeId = :id', { id: c.id });
    return visible(query, ChallengeMeeting, actor).orderBy('m.at').addOrderBy('m.id').getMany();
  }
}

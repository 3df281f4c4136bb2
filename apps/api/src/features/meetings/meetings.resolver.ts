import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingAction, meetingAgenda, meetingMachine, meetingMinutes, type MeetingAgenda, type MeetingMinutes } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { Meeting } from './meeting.entity.js';
import { Meetings } from './meetings.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver(() => Negotiation)
export class MeetingsResolver {
  constructor(
    private readonly db: Db,
    private readonly work: Meetings,
  ) {}

  /** The meetings of the room, the latest first. */
  @ResolveField(() => [Meeting])
  meetings(@Parent() talk: Negotiation, @Context() { loaders }: GqlContext): Promise<Meeting[]> {
    return loaders.batch<Meeting[]>('negotiation.meetings', talk.id, async (ids, em) => {
      const rows = await em
        .createQueryBuilder(Meeting, 'm')
        .where('m.negotiationId in (:...ids)', { ids: [...ids] })
        .orderBy('m.startsAt', 'DESC')
        .addOrderBy('m.id', 'DESC')
        .getMany();
      return ids.map((id) => rows.filter((m) => m.negotiationId === id));
    });
  }

  @Allow('negotiation.write')
  @Mutation(() => Meeting)
  planMeeting(
    @CurrentActor() actor: Actor,
    @RecordId('negotiationId') negotiationId: string,
    @Input(meetingAgenda) input: MeetingAgenda,
  ): Promise<Meeting> {
    return this.db.run(actor, (tx) => this.work.plan(tx, negotiationId, input));
  }

  @Allow('negotiation.write')
  @Mutation(() => Meeting)
  changeMeeting(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Input(meetingAgenda) input: MeetingAgenda): Promise<Meeting> {
    return this.db.run(actor, (tx) => this.work.change(tx, { id, version }, input));
  }

  @Allow('negotiation.write')
  @Mutation(() => Meeting)
  writeMinutes(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Input(meetingMinutes) input: MeetingMinutes): Promise<Meeting> {
    return this.db.run(actor, (tx) => this.work.minute(tx, { id, version }, input));
  }

  @Allow('termSheet.confirm')
  @Mutation(() => Meeting)
  confirmMinutes(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Meeting> {
    return this.db.run(actor, (tx) => this.work.confirm(tx, { id, version }));
  }

  @Allow('negotiation.write')
  @Mutation(() => Meeting)
  cancelMeeting(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Meeting> {
    return this.db.run(actor, (tx) => this.work.cancel(tx, { id, version }));
  }
}

@Resolver(() => Meeting)
export class MeetingFieldsResolver {
  @ResolveField(() => [gqlEnum(MeetingAction)])
  async availableActions(@Parent() meeting: Meeting, @Context() { actor, loaders }: GqlContext): Promise<MeetingAction[]> {
    const talk = await loaders.byId(Negotiation, meeting.negotiationId);
    if (!talk || talk.status === 'CLOSED') return [];
    const actions = actionsFor(meetingMachine, Meeting, meeting, actor).filter((a) => a !== 'writeMinutes' || meeting.startsAt <= new Date());
    const isSupplier = talk.supplierId === actor.organisationId;
    const isSide = isSupplier || talk.demanderId === actor.organisationId;
    const confirmed = isSupplier ? meeting.supplierConfirmedAt : meeting.demanderConfirmedAt;
    return actions.filter((a) => a !== 'confirmMinutes' || (isSide && !confirmed));
  }
}

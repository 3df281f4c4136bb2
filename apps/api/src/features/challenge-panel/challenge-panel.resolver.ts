import { Args, Context, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { chairStatuses, panelRecord, panelRecordStatuses, type PanelRecordInput } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { isOrganiser } from '../challenges/challenge-access.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { ChallengePanels } from './challenge-panel.service.js';
import { PanelRecord } from './panel-record.entity.js';

/** What the branch reads of a panel's own work. */
@ObjectType()
export class ChallengePanel {
  @Field(() => Int)
  round!: number;

  @Field(() => Boolean)
  mayNameChair!: boolean;

  @Field(() => Boolean)
  mayRecord!: boolean;

  /** Every card is in: a record is due. */
  @Field(() => Boolean)
  scoresOpen!: boolean;

  /** The days of the round: a review lies between its opening and its decision. */
  @Field(() => String, { nullable: true })
  openedOn!: string | null;

  @Field(() => String, { nullable: true })
  decidedOn!: string | null;

  @Field(() => [PanelRecord])
  records!: PanelRecord[];
}

@Resolver(() => Challenge)
export class ChallengePanelResolver {
  constructor(
    private readonly db: Db,
    private readonly panels: ChallengePanels,
  ) {}

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  nameChallengeChair(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('userId', { type: () => ID }) userId: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.panels.nameChair(tx, { id, version }, userId));
  }

  @Allow('challenge.screen')
  @Mutation(() => PanelRecord)
  recordPanel(@CurrentActor() actor: Actor, @Input(panelRecord) input: PanelRecordInput): Promise<PanelRecord> {
    return this.db.run(actor, (tx) => this.panels.record(tx, input));
  }

  /** For the branch that carries the item out; everybody else reads null, also after the award. */
  @ResolveField(() => ChallengePanel, { nullable: true })
  async panel(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengePanel | null> {
    if (!isOrganiser(actor, c) || !chairStatuses.includes(c.status)) return null;
    const query = this.db.em.createQueryBuilder(PanelRecord, 'r').where('r.challengeId = :id', { id: c.id });
    const mayScreen = may(actor, 'challenge.screen');
    const scoresOpen = panelRecordStatuses.includes(c.status) && (await this.panels.isOpen(this.db.em, c, new Date()));
    return {
      round: await this.panels.round(this.db.em, c.id),
      mayNameChair: mayScreen,
      mayRecord: mayScreen && scoresOpen,
      scoresOpen,
      ...(await this.panels.days(this.db.em, c.id)),
      records: await visible(query, PanelRecord, actor).orderBy('r.createdAt', 'ASC').addOrderBy('r.id', 'ASC').getMany(),
    };
  }
}

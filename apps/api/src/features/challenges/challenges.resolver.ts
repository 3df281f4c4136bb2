import { Args, Query, Resolver } from '@nestjs/graphql';
import { BoardOutcome, BoardStage, BoardUnfilled, ChallengeKind, ChallengeMode, parse, TechField, boardFilter, everyItem } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { isOrganiser } from './challenge-access.js';
import { ChallengeExperts, type Expert } from './challenge-experts.service.js';
import { ChallengeLists } from './challenge-lists.service.js';
import { ChallengeExpert, ChallengePage } from './challenge-types.js';
import { Challenge } from './challenge.entity.js';

@Resolver()
export class ChallengesResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: ChallengeLists,
    private readonly experts: ChallengeExperts,
  ) {}

  @Allow('public.read')
  @Query(() => Challenge)
  challenge(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Challenge> {
    return this.lists.byId(id, actor);
  }

  /** The clock by which deadlines are kept. */
  @Allow('public.read')
  @Query(() => DateTime)
  serverTime(): Date {
    return new Date();
  }

  @Allow('public.read')
  @Query(() => ChallengePage)
  challenges(
    @CurrentActor() actor: Actor,
    @Args('stage', { type: () => gqlEnum(BoardStage), nullable: true }) stage: BoardStage | null,
    @Args('kind', { type: () => gqlEnum(ChallengeKind), nullable: true }) kind: ChallengeKind | null,
    @Args('mode', { type: () => gqlEnum(ChallengeMode), nullable: true }) mode: ChallengeMode | null,
    @Args('techField', { type: () => gqlEnum(TechField), nullable: true }) techField: TechField | null,
    @Args('unfilled', { type: () => gqlEnum(BoardUnfilled), nullable: true }) unfilled: 'FIELD' | null,
    @Args('outcome', { type: () => gqlEnum(BoardOutcome), nullable: true }) outcome: BoardOutcome | null,
    @Args('region', { type: () => String, nullable: true }) region: string | null,
    @Args('month', { type: () => String, nullable: true }) month: string | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<Challenge>> {
    return this.lists.board(actor, { ...everyItem, ...parse(boardFilter, { stage, kind, mode, techField, unfilled, outcome, region, month, text }) }, page);
  }

  @Allow('challenge.write')
  @Query(() => ChallengePage)
  myChallenges(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Challenge>> {
    return this.lists.mine(actor, page);
  }

  @Allow('challenge.hold')
  @Query(() => ChallengePage)
  challengeDesk(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Challenge>> {
    return this.lists.desk(actor, page);
  }

  /** What the actor's organisation bids for, and what he reviews. */
  @Allow('challenge.read')
  @Query(() => ChallengePage)
  takenChallenges(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Challenge>> {
    return this.lists.taken(actor, page);
  }

  @Allow('challenge.screen')
  @Query(() => [ChallengeExpert])
  async challengeExperts(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Expert[]> {
    const challenge = await this.lists.byId(id, actor);
    return isOrganiser(actor, challenge) ? this.experts.of(this.db.em, challenge) : [];
  }
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { bidderFitFilter, parse, peopleFitFilter, type BidderFitFilter, type PeopleFitFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input, zodInput } from '../../platform/graphql/zod-input.js';
import { BidderFit } from './bidder-fit.service.js';
import { ChallengeFit } from './challenge-fit.service.js';
import { PeopleFit } from './people-fit.service.js';
import { BidderFits, ChallengeFits, PeopleFits } from './people-match-types.js';

const FilterInput = zodInput(bidderFitFilter);
const BidderFilter = () => Args('filter', { type: () => FilterInput, nullable: true }, { transform: (value: unknown) => parse(bidderFitFilter, value ?? {}) });

@Resolver()
export class PeopleMatchesResolver {
  constructor(
    private readonly people: PeopleFit,
    private readonly bidders: BidderFit,
    private readonly challenges: ChallengeFit,
  ) {}

  /** Experts and brokers for a demand. */
  @Allow('match.read')
  @Query(() => PeopleFits)
  peopleForDemand(
    @CurrentActor() actor: Actor,
    @RecordId('demandId') demandId: string,
    @Input(peopleFitFilter, 'filter') filter: PeopleFitFilter,
  ): Promise<PeopleFits> {
    return this.people.ofDemand(actor, demandId, filter);
  }

  /** Who could take an item, for its owner and its organiser. */
  @Allow('challenge.read')
  @Query(() => BidderFits)
  challengeBidders(
    @CurrentActor() actor: Actor,
    @RecordId('challengeId') challengeId: string,
    @BidderFilter() filter?: BidderFitFilter,
  ): Promise<BidderFits> {
    return this.bidders.of(actor, challengeId, filter);
  }

  /** Open items that fit the actor's unit. */
  @Allow('claim.write')
  @Query(() => ChallengeFits)
  challengesForUnit(@CurrentActor() actor: Actor): Promise<ChallengeFits> {
    return this.challenges.ofUnit(actor);
  }
}

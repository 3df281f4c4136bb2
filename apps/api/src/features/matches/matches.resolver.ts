import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { indicatorAnswers, matchConstraints, MatchSide, mustHavesOf, parse, type MatchConstraints, type SaidIndicator } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input, zodInput } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Introduction } from '../introductions/introduction.entity.js';
import { IndicatorAnswer, saidByAchievements } from './match-answers.js';
import { MatchExplanation, MustHave } from './match-explanation.js';
import { ItemMatches } from './item-matches.js';
import { Match } from './match.entity.js';
import { MatchesService } from './matches.service.js';

/** What the reader insists on; left out, the whole list. */
const ConstraintsInput = zodInput(matchConstraints);
const Constraints = () =>
  Args(
    'constraints',
    { type: () => ConstraintsInput, nullable: true },
    { transform: (value: unknown) => parse(matchConstraints, value ?? {}) },
  );
const MatchPage = Paged<Match>(Match, 'MatchPage');

@Resolver(() => Match)
export class MatchesResolver {
  constructor(private readonly matches: MatchesService) {}

  @Allow('match.read')
  @Query(() => ItemMatches)
  matchesOfDemand(
    @CurrentActor() actor: Actor,
    @RecordId('demandId') demandId: string,
    @Constraints() constraints?: MatchConstraints,
  ): Promise<ItemMatches> {
    return this.matches.ofDemand(actor, demandId, constraints);
  }

  @Allow('match.read')
  @Query(() => ItemMatches)
  matchesOfAchievement(
    @CurrentActor() actor: Actor,
    @RecordId('achievementId') achievementId: string,
    @Constraints() constraints?: MatchConstraints,
  ): Promise<ItemMatches> {
    return this.matches.ofAchievement(actor, achievementId, constraints);
  }

  @Allow('match.read')
  @Query(() => MatchPage)
  myMatches(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Match>> {
    return this.matches.mine(actor, page);
  }

  @Allow('match.read')
  @Query(() => MatchExplanation)
  matchExplanation(
    @CurrentActor() actor: Actor,
    @RecordId('demandId') demandId: string,
    @RecordId('achievementId') achievementId: string,
    @Args('side', { type: () => gqlEnum(MatchSide), defaultValue: 'DEMAND' }) side: MatchSide,
    @Constraints() constraints?: MatchConstraints,
  ): Promise<MatchExplanation> {
    return this.matches.explain(actor, demandId, achievementId, side, constraints);
  }

  @ResolveField(() => Demand, { nullable: true })
  demand(@Parent() match: Match, @Context() { loaders }: GqlContext): Promise<Demand | null> {
    return loaders.byId(Demand, match.demandId);
  }

  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() match: Match, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, match.achievementId);
  }

  /** What the demand insists on, one by one. */
  @ResolveField(() => [MustHave])
  async mustHaves(@Parent() match: Match, @Context() { loaders }: GqlContext): Promise<MustHave[]> {
    const demand = await loaders.byId(Demand, match.demandId);
    const achievement = await loaders.byId(Achievement, match.achievementId);
    return demand && achievement ? mustHavesOf(demand, achievement) : [];
  }

  /** The demand's table of indicators, one by one. */
  @ResolveField(() => [IndicatorAnswer])
  async indicators(@Parent() match: Match, @Context() { loaders }: GqlContext): Promise<IndicatorAnswer[]> {
    const demand = await loaders.byId(Demand, match.demandId);
    const achievement = await loaders.byId(Achievement, match.achievementId);
    if (!demand?.indicators.length || !achievement) return [];
    const said = await loaders.batch<SaidIndicator[]>('match.said', achievement.id, async (ids, em) => {
      const found = await saidByAchievements(em, ids);
      return ids.map((id) => found.get(id) ?? []);
    });
    return indicatorAnswers(demand.indicators, said);
  }

  /** The open or accepted introduction of these two, if the reader is one of them. */
  @ResolveField(() => Introduction, { nullable: true })
  introduction(@Parent() match: Match, @Context() { actor, loaders }: GqlContext): Promise<Introduction | null> {
    return loaders.batch<Introduction | null>('match.introduction', `${match.demandId} ${match.achievementId}`, async (pairs, em) => {
      const demandIds = [...new Set(pairs.map((p) => p.split(' ')[0] ?? ''))];
      const query = em
        .createQueryBuilder(Introduction, 'i')
        .where(`i.status in ('REQUESTED', 'ACCEPTED') and i.demandId in (:...demandIds)`, { demandIds });
      const rows = await visible(query, Introduction, actor).orderBy('i.createdAt', 'ASC').getMany();
      const latest = new Map(rows.map((i) => [`${i.demandId} ${i.achievementId}`, i]));
      return pairs.map((pair) => latest.get(pair) ?? null);
    });
  }
}

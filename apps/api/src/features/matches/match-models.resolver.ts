import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchModelAction, matchModelMachine } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { MatchModelRow, ModelComparison } from './match-model.entity.js';
import { MatchModels } from './match-models.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver(() => MatchModelRow)
export class MatchModelsResolver {
  constructor(
    private readonly db: Db,
    private readonly models: MatchModels,
  ) {}

  @Allow('matchModel.read')
  @Query(() => [MatchModelRow])
  matchModels(@CurrentActor() actor: Actor): Promise<MatchModelRow[]> {
    return this.models.all(actor);
  }

  /** The name of the coefficients in use. */
  @Allow('matchModel.read')
  @Query(() => String)
  async matchModelInUse(): Promise<string> {
    return (await this.models.inUse()).version;
  }

  @Allow('matchModel.recommend')
  @Mutation(() => MatchModelRow)
  recommendMatchModel(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<MatchModelRow> {
    return this.db.run(actor, (tx) => this.models.recommend(tx, { id, version }));
  }

  @Allow('matchModel.approve')
  @Mutation(() => MatchModelRow)
  approveMatchModel(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<MatchModelRow> {
    return this.db.run(actor, (tx) => this.models.approve(tx, { id, version }));
  }

  @Allow('matchModel.recommend')
  @Mutation(() => MatchModelRow)
  dropMatchModel(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<MatchModelRow> {
    return this.db.run(actor, (tx) => this.models.drop(tx, { id, version }));
  }

  @ResolveField(() => ModelComparison)
  comparison(@Parent() row: MatchModelRow): Promise<ModelComparison> {
    return this.models.compare(row);
  }

  @ResolveField(() => [gqlEnum(MatchModelAction)])
  availableActions(@Parent() row: MatchModelRow, @CurrentActor() actor: Actor): MatchModelAction[] {
    return actionsFor(matchModelMachine, MatchModelRow, row, actor);
  }
}

import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { embedderSetting, type EmbedderSettingInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { EmbedderSetting } from './embedder-setting.entity.js';
import { EmbedderService } from './embedder.service.js';
import { EmbedderOverview, EmbedderTrial } from './embedder.types.js';

@Resolver(() => EmbedderOverview)
export class EmbedderResolver {
  constructor(
    private readonly db: Db,
    private readonly service: EmbedderService,
  ) {}

  @Allow('embedder.read')
  @Query(() => EmbedderOverview)
  embedder(@CurrentActor() actor: Actor): Promise<Omit<EmbedderOverview, 'isWeighed'>> {
    return this.service.overview(actor);
  }

  /** `number`: of the setting that this one follows, 0 for the first. */
  @Allow('embedder.set')
  @Mutation(() => EmbedderSetting)
  setEmbedder(@CurrentActor() actor: Actor, @Args('number', { type: () => Int }) number: number, @Input(embedderSetting) input: EmbedderSettingInput): Promise<EmbedderSetting> {
    return this.db.run(actor, (tx) => this.service.set(tx, number, input));
  }

  @Allow('embedder.set')
  @Mutation(() => EmbedderTrial)
  tryEmbedder(@Input(embedderSetting) input: EmbedderSettingInput): Promise<EmbedderTrial> {
    return this.service.try(input);
  }

  /** Whether the model in use was fitted with these vectors: until then they are kept and change nothing. */
  @ResolveField(() => Boolean)
  async isWeighed(@Parent() { embedder }: EmbedderOverview): Promise<boolean> {
    if (!embedder) return false;
    const [row]: { weighed: boolean }[] = await this.db.em.query(
      `select exists (select from match_model where status = 'IN_USE' and "withSimilarity" ->> 'embedder' = $1) as weighed`,
      [embedder],
    );
    return row?.weighed ?? false;
  }
}

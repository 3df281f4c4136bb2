import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { matchJudgement } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { MatchFeedback } from './match-feedback.entity.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchHints } from './match-hints.service.js';
import { Match } from './match.entity.js';

@Resolver(() => Match)
export class MatchFeedbackResolver {
  constructor(
    private readonly db: Db,
    private readonly feedback: MatchFeedbackService,
    private readonly hints: MatchHints,
  ) {}

  @Allow('match.judge')
  @Mutation(() => MatchFeedback)
  judgeMatch(@CurrentActor() actor: Actor, @Input(matchJudgement) input: z.output<typeof matchJudgement>): Promise<MatchFeedback> {
    return this.db.run(actor, (tx) => this.feedback.judge(tx, input));
  }

  @Allow('match.judge')
  @Mutation(() => Boolean)
  async takeBackJudgement(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<boolean> {
    await this.db.run(actor, (tx) => this.feedback.takeBack(tx, id));
    return true;
  }

  /** Has a worker compute what would raise the match; `matchExplanation` shows it within a second. */
  @Allow('match.read')
  @Mutation(() => Boolean)
  async askForHints(
    @CurrentActor() actor: Actor,
    @RecordId('demandId') demandId: string,
    @RecordId('achievementId') achievementId: string,
  ): Promise<boolean> {
    await this.db.run(actor, (tx) => this.hints.ask(tx, demandId, achievementId));
    return true;
  }

  /** What the reader's own organisation has said of the match. */
  @ResolveField(() => MatchFeedback, { nullable: true })
  judgement(@Parent() match: Match, @Context() { actor, loaders }: GqlContext): Promise<MatchFeedback | null> {
    return loaders.batch<MatchFeedback | null>('match.judgement', `${match.demandId} ${match.achievementId}`, async (pairs, em) => {
      const demandIds = [...new Set(pairs.map((p) => p.split(' ')[0] ?? ''))];
      const query = em.createQueryBuilder(MatchFeedback, 'f').where('f.demandId in (:...demandIds)', { demandIds });
      const found = new Map((await visible(query, MatchFeedback, actor).getMany()).map((f) => [`${f.demandId} ${f.achievementId}`, f]));
      return pairs.map((pair) => found.get(pair) ?? null);
    });
  }
}

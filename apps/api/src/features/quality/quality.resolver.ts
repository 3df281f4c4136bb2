import { Args, Query, Resolver } from '@nestjs/graphql';
import { QualityProblem } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { firstPage, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { QualityBoards } from './quality-board.service.js';
import { QualityBoard, QualityItem, QualityItemPage } from './quality-types.js';

@Resolver()
export class QualityResolver {
  constructor(private readonly boards: QualityBoards) {}

  @Allow('quality.read')
  @Query(() => QualityBoard)
  qualityBoard(@CurrentActor() actor: Actor): Promise<QualityBoard> {
    return this.boards.board(actor);
  }

  @Allow('quality.read')
  @Query(() => QualityItemPage)
  qualityItems(
    @CurrentActor() actor: Actor,
    @Args('problem', { type: () => gqlEnum(QualityProblem), nullable: true }) problem: QualityProblem | null,
    @RecordId('organisationId', { nullable: true }) organisationId: string | null,
    @Input(pageInput, 'page') page: PageInput = firstPage,
  ): Promise<Page<QualityItem>> {
    return this.boards.items(actor, { problem, organisationId }, page);
  }
}

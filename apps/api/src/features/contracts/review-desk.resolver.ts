import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { contractOpinion, contractRefusal, contractReturn, DeskShare, ReviewStage } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { ContractLists } from './contract-lists.service.js';
import { ContractRegistration } from './contract-registration.service.js';
import { ContractReviewing } from './contract-reviewing.service.js';
import { ContractPage, DeskCount } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

const Version = () => Args('version', { type: () => Int });
type Opinion = z.output<typeof contractOpinion>;
type Return = z.output<typeof contractReturn>;
type Refusal = z.output<typeof contractRefusal>;

/** What the branch's operators do. */
@Resolver()
export class ReviewDeskResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: ContractLists,
    private readonly reviewing: ContractReviewing,
    private readonly registration: ContractRegistration,
  ) {}

  @Allow('desk.read')
  @Query(() => ContractPage)
  desk(
    @CurrentActor() actor: Actor,
    @Args('stage', { type: () => gqlEnum(ReviewStage), nullable: true }) stage: ReviewStage | null,
    @Args('share', { type: () => gqlEnum(DeskShare), nullable: true }) share: DeskShare | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<TechnologyContract>> {
    return this.lists.desk(actor, stage, share ?? null, page);
  }

  @Allow('desk.read')
  @Query(() => [DeskCount])
  deskCounts(@CurrentActor() actor: Actor): Promise<DeskCount[]> {
    return this.lists.deskCounts(actor);
  }

  @Allow('contract.accept')
  @Mutation(() => TechnologyContract)
  acceptContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.reviewing.accept(tx, { id, version }));
  }

  @Allow('contract.firstReview')
  @Mutation(() => TechnologyContract)
  claimContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.reviewing.claim(tx, { id, version }));
  }

  @Allow('contract.firstReview')
  @Mutation(() => TechnologyContract)
  approveContractFirst(@CurrentActor() actor: Actor, @Input(contractOpinion) input: Opinion): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.reviewing.approveFirst(tx, input, input.opinion));
  }

  @Allow('contract.secondReview')
  @Mutation(() => TechnologyContract)
  registerContract(@CurrentActor() actor: Actor, @Input(contractOpinion) input: Opinion): Promise<TechnologyContract> {
    // A branch's registrations wait for its next number.
    return this.db.run(actor, (tx) => this.registration.register(tx, input, input.opinion), { lane: `number ${actor.organisationId}` });
  }

  @Allow('contract.return')
  @Mutation(() => TechnologyContract)
  returnContract(@CurrentActor() actor: Actor, @Input(contractReturn) input: Return): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.reviewing.return(tx, input, input.reason));
  }

  @Allow('contract.refuse')
  @Mutation(() => TechnologyContract)
  refuseContract(@CurrentActor() actor: Actor, @Input(contractRefusal) input: Refusal): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.reviewing.refuse(tx, input, input.code, input.reason));
  }
}

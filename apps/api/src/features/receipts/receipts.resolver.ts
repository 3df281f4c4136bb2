import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DeadlineLight, followUpDone, lightOf, parse, reasonGiven, receiptEntry, receiptVoiding, royaltyStatement, shanghaiDay, type FollowUpDone, type ReceiptEntry, type RoyaltyStatement as RoyaltyEntry } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractReceipt } from './contract-receipt.entity.js';
import { FollowUpTask } from './follow-up-task.entity.js';
import { FollowUps } from './follow-ups.service.js';
import { ReceiptLists } from './receipt-lists.service.js';
import { Receipts } from './receipts.service.js';
import { ContractIncome, FollowUpPage, TechIncomeLine } from './receipt-types.js';
import { Royalties } from './royalties.service.js';
import { RoyaltyStatement } from './royalty-statement.entity.js';

const Version = () => Args('version', { type: () => Int });

/** 到账, 提成, 后续事项. */
@Resolver()
export class ReceiptsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: ReceiptLists,
    private readonly entering: Receipts,
    private readonly royalties: Royalties,
    private readonly tasks: FollowUps,
  ) {}

  @Allow('income.read')
  @Query(() => [TechIncomeLine])
  techIncome(@CurrentActor() actor: Actor): Promise<TechIncomeLine[]> {
    return this.lists.techIncome(actor);
  }

  @Allow('followUp.write')
  @Query(() => FollowUpPage)
  myFollowUps(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<FollowUpTask>> {
    return this.lists.myTasks(actor, page);
  }

  @Allow('receipt.write')
  @Mutation(() => ContractReceipt)
  enterReceipt(@CurrentActor() actor: Actor, @Input(receiptEntry) input: ReceiptEntry): Promise<ContractReceipt> {
    return this.db.run(actor, (tx) => this.entering.enter(tx, input));
  }

  @Allow('receipt.write')
  @Mutation(() => ContractReceipt)
  voidReceipt(@CurrentActor() actor: Actor, @Input(receiptVoiding) input: z.output<typeof receiptVoiding>): Promise<ContractReceipt> {
    return this.db.run(actor, (tx) => this.entering.void(tx, input, input.reason));
  }

  @Allow('receipt.write')
  @Mutation(() => RoyaltyStatement)
  reportRoyalty(@CurrentActor() actor: Actor, @Input(royaltyStatement) input: RoyaltyEntry): Promise<RoyaltyStatement> {
    return this.db.run(actor, (tx) => this.royalties.report(tx, input));
  }

  @Allow('receipt.write')
  @Mutation(() => RoyaltyStatement)
  confirmRoyalty(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<RoyaltyStatement> {
    return this.db.run(actor, (tx) => this.royalties.confirm(tx, { id, version }));
  }

  @Allow('receipt.write')
  @Mutation(() => RoyaltyStatement)
  disputeRoyalty(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Args('reason') reason: string): Promise<RoyaltyStatement> {
    return this.db.run(actor, (tx) => this.royalties.dispute(tx, { id, version }, parse(reasonGiven, { reason }).reason));
  }

  @Allow('followUp.write')
  @Mutation(() => FollowUpTask)
  finishFollowUp(@CurrentActor() actor: Actor, @Input(followUpDone) input: FollowUpDone): Promise<FollowUpTask> {
    return this.db.run(actor, (tx) => this.tasks.done(tx, input));
  }
}

@Resolver(() => FollowUpTask)
export class FollowUpFieldsResolver {
  @ResolveField(() => gqlEnum(DeadlineLight))
  light(@Parent() task: FollowUpTask): DeadlineLight {
    return task.doneOn ? 'STOPPED' : lightOf(task.dueOn, shanghaiDay(new Date()));
  }

  @ResolveField(() => TechnologyContract, { nullable: true })
  contract(@Parent() task: FollowUpTask, @Context() { loaders }: GqlContext): Promise<TechnologyContract | null> {
    return loaders.byId(TechnologyContract, task.contractId);
  }
}

/** What a contract shows of its money and tasks. */
@Resolver(() => TechnologyContract)
export class ContractReceiptFieldsResolver {
  constructor(private readonly lists: ReceiptLists) {}

  @ResolveField(() => ContractIncome, { nullable: true })
  income(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ContractIncome | null> {
    return this.lists.income(c, actor);
  }

  @ResolveField(() => [ContractReceipt])
  receipts(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ContractReceipt[]> {
    return this.lists.receipts(c.id, actor);
  }

  @ResolveField(() => [RoyaltyStatement])
  royaltyStatements(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<RoyaltyStatement[]> {
    return this.lists.royalties(c.id, actor);
  }

  @ResolveField(() => [FollowUpTask])
  followUps(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<FollowUpTask[]> {
    return this.lists.followUps(c.id, actor);
  }
}

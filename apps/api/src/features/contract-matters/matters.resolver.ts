import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  contractChange,
  contractRevocation,
  expertOpinion,
  matterFiling,
  matterOpinion,
  matterReason,
  matterRefiling,
  nationalNoEntry,
  parse,
  reasonGiven,
  type ContractChange,
  type ContractRevocation,
  type ExpertOpinionEntry,
  type MatterFiling,
  type MatterRefiling,
} from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractExperts } from './contract-experts.service.js';
import { ContractMatter } from './contract-matter.entity.js';
import { ExpertOpinion } from './expert-opinion.entity.js';
import { MatterDecisions } from './matter-decisions.service.js';
import { MatterFilings } from './matter-filing.service.js';
import { MatterLists } from './matter-lists.service.js';
import { MatterPage } from './matter-types.js';
import { NationalNumbers } from './national-numbers.service.js';

const Version = () => Args('version', { type: () => Int });
type Opinion = z.output<typeof matterOpinion>;
type Reason = z.output<typeof matterReason>;

/** 登记后事项, experts and national numbers. */
@Resolver()
export class MattersResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: MatterLists,
    private readonly filings: MatterFilings,
    private readonly decisions: MatterDecisions,
    private readonly experts: ContractExperts,
    private readonly numbers: NationalNumbers,
  ) {}

  @Allow('matter.read')
  @Query(() => ContractMatter)
  contractMatter(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<ContractMatter> {
    return this.lists.byId(id, actor);
  }

  @Allow('matter.read')
  @Query(() => MatterPage)
  contractMatters(
    @CurrentActor() actor: Actor,
    @Args('all', { type: () => Boolean }) all: boolean,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<ContractMatter>> {
    return this.lists.desk(actor, all, page);
  }

  @Allow('matter.file')
  @Mutation(() => ContractMatter)
  fileMatter(@CurrentActor() actor: Actor, @Input(matterFiling) input: MatterFiling): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.file(tx, input));
  }

  @Allow('matter.file')
  @Mutation(() => ContractMatter)
  proposeContractChange(@CurrentActor() actor: Actor, @Input(contractChange) input: ContractChange): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.change(tx, input));
  }

  @Allow('matter.revoke')
  @Mutation(() => ContractMatter)
  proposeRevocation(@CurrentActor() actor: Actor, @Input(contractRevocation) input: ContractRevocation): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.revoke(tx, input));
  }

  @Allow('matter.file')
  @Mutation(() => ContractMatter)
  agreeToMatter(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.agree(tx, { id, version }));
  }

  @Allow('matter.file')
  @Mutation(() => ContractMatter)
  refileMatter(@CurrentActor() actor: Actor, @Input(matterRefiling) input: MatterRefiling): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.refile(tx, input, input.reason, input.fileIds));
  }

  @Allow('matter.file')
  @Mutation(() => ContractMatter)
  withdrawMatter(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.filings.withdraw(tx, { id, version }));
  }

  @Allow('matter.examine')
  @Mutation(() => ContractMatter)
  examineMatter(@CurrentActor() actor: Actor, @Input(matterOpinion) input: Opinion): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.decisions.examine(tx, input, input.opinion));
  }

  @Allow('matter.examine')
  @Mutation(() => ContractMatter)
  returnMatter(@CurrentActor() actor: Actor, @Input(matterReason) input: Reason): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.decisions.return(tx, input, input.reason));
  }

  @Allow('matter.decide')
  @Mutation(() => ContractMatter)
  grantMatter(@CurrentActor() actor: Actor, @Input(matterOpinion) input: Opinion): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.decisions.grant(tx, input, input.opinion));
  }

  @Allow('matter.decide')
  @Mutation(() => ContractMatter)
  refuseMatter(@CurrentActor() actor: Actor, @Input(matterReason) input: Reason): Promise<ContractMatter> {
    return this.db.run(actor, (tx) => this.decisions.refuse(tx, input, input.reason));
  }

  @Allow('contract.firstReview')
  @Mutation(() => TechnologyContract)
  referContractToExperts(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Args('reason') reason: string): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.experts.refer(tx, { id, version }, parse(reasonGiven, { reason }).reason));
  }

  @Allow('contract.firstReview')
  @Mutation(() => ExpertOpinion)
  hearExpert(@CurrentActor() actor: Actor, @Input(expertOpinion) input: ExpertOpinionEntry): Promise<ExpertOpinion> {
    return this.db.run(actor, (tx) => this.experts.hear(tx, input));
  }

  @Allow('contract.firstReview')
  @Mutation(() => TechnologyContract)
  concludeExperts(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.experts.conclude(tx, { id, version }));
  }

  @Allow('contract.nationalNo')
  @Mutation(() => TechnologyContract)
  enterNationalNo(@CurrentActor() actor: Actor, @Input(nationalNoEntry) input: z.output<typeof nationalNoEntry>): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.numbers.enter(tx, input, input.nationalNo));
  }
}

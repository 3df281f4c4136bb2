import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { civilClassOf, ContractAction, ContractClass5, ContractFlag, type Amounts, type ContractCheck, type RuleUse } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { historyOf } from '../../platform/db/history.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { contractActions, isOfBranch } from './contract-access.js';
import { ContractAmounts } from './contract-amounts.service.js';
import { ContractChecks } from './contract-checks.service.js';
import { namesOfUsers, partiesById, returnsOf } from './contract-loads.js';
import { ContractReview } from './contract-review.entity.js';
import { ContractAmountsResult, ContractCheckResult, ContractFieldChange, ContractParty } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

/** What a contract shows beyond its columns. */
@Resolver(() => TechnologyContract)
export class ContractFieldsResolver {
  constructor(
    private readonly db: Db,
    private readonly checking: ContractChecks,
    private readonly amounting: ContractAmounts,
  ) {}

  @ResolveField(() => gqlEnum(ContractClass5))
  contractClass(@Parent() c: TechnologyContract): ContractClass5 {
    return civilClassOf(c.type);
  }

  @ResolveField(() => ContractParty)
  seller(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<ContractParty | null> {
    return loaders.batch('contractParty', c.sellerId, partiesById);
  }

  @ResolveField(() => ContractParty)
  buyer(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<ContractParty | null> {
    return loaders.batch('contractParty', c.buyerId, partiesById);
  }

  @ResolveField(() => ContractParty, { nullable: true })
  broker(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<ContractParty | null> | null {
    return c.brokerId ? loaders.batch('contractParty', c.brokerId, partiesById) : null;
  }

  @ResolveField(() => ContractParty, { nullable: true })
  branch(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<ContractParty | null> | null {
    return c.branchId ? loaders.batch('contractParty', c.branchId, partiesById) : null;
  }

  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, c.achievementId);
  }

  @ResolveField(() => Demand, { nullable: true })
  demand(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<Demand | null> {
    return loaders.byId(Demand, c.demandId);
  }

  @ResolveField(() => String, { nullable: true })
  firstReviewerName(@Parent() c: TechnologyContract, @Context() { loaders }: GqlContext): Promise<string | null> | null {
    return c.firstReviewerId ? loaders.batch('userName', c.firstReviewerId, namesOfUsers) : null;
  }

  /** To whom the branch has given it; only its own people learn that. */
  @ResolveField(() => String, { nullable: true })
  assigneeName(@Parent() c: TechnologyContract, @Context() { actor, loaders }: GqlContext): Promise<string | null> | null {
    return isOfBranch(actor, c) && c.assigneeId ? loaders.batch('userName', c.assigneeId, namesOfUsers) : null;
  }

  /** Step by step from the lines; null while the amounts are typed by hand. */
  @ResolveField(() => ContractAmountsResult, { nullable: true })
  amounts(@Parent() c: TechnologyContract): Promise<(Amounts & { rules: RuleUse[] }) | null> {
    return this.amounting.of(c);
  }

  @ResolveField(() => [gqlEnum(ContractAction)])
  availableActions(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): ContractAction[] {
    return contractActions(TechnologyContract, c, actor);
  }

  @ResolveField(() => [gqlEnum(ContractFlag)])
  async flags(@Parent() c: TechnologyContract, @Context() { actor, loaders }: GqlContext): Promise<ContractFlag[]> {
    return this.checking.flags(c, actor, await loaders.batch('contractReturns', c.id, returnsOf));
  }

  @ResolveField(() => [ContractCheckResult])
  checks(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ContractCheck[]> {
    return this.checking.of(c, actor);
  }

  @ResolveField(() => [ContractFieldChange])
  changes(@Parent() c: TechnologyContract): Promise<ContractFieldChange[]> {
    return this.checking.changes(c);
  }

  @ResolveField(() => [ContractReview])
  reviews(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ContractReview[]> {
    const query = this.db.em
      .createQueryBuilder(ContractReview, 'r')
      .where('r.contractId = :id', { id: c.id })
      .orderBy('r.createdAt', 'ASC')
      .addOrderBy('r.id', 'ASC');
    return visible(query, ContractReview, actor).getMany();
  }

  @ResolveField(() => [StoredFile])
  files(@Parent() c: TechnologyContract): Promise<StoredFile[]> {
    return this.db.em.find(StoredFile, { where: { subjectKind: 'contract', subjectId: c.id }, order: { createdAt: 'ASC' } });
  }

  @ResolveField(() => [AuditEvent])
  async history(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<AuditEvent[]> {
    const events = await historyOf(this.db.em, c.id);
    // Whose file it is at the branch is the branch's own affair.
    return isOfBranch(actor, c) ? events : events.filter((e) => e.event !== 'contract.assigned');
  }
}

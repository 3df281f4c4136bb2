import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DeadlineLight, lightOf, MatterAction, shanghaiDay, type ExaminationClock } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractMatter } from './contract-matter.entity.js';
import { ExpertOpinion } from './expert-opinion.entity.js';
import { hasRefused, matterActions } from './matter-access.js';
import { MatterLists } from './matter-lists.service.js';
import { ContractExamination, MatterDifference } from './matter-types.js';

@Resolver(() => ContractMatter)
export class MatterFieldsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: MatterLists,
  ) {}

  @ResolveField(() => TechnologyContract, { nullable: true })
  contract(@Parent() m: ContractMatter, @Context() { loaders }: GqlContext): Promise<TechnologyContract | null> {
    return loaders.byId(TechnologyContract, m.contractId);
  }

  /** The side that filed it; for a revocation the branch. */
  @ResolveField(() => String)
  async filedByName(@Parent() m: ContractMatter, @Context() { loaders }: GqlContext): Promise<string> {
    return (await loaders.byId(Organisation, m.filedByOrganisationId))?.name ?? '';
  }

  @ResolveField(() => Boolean)
  isOwn(@Parent() m: ContractMatter, @Context() { actor }: GqlContext): boolean {
    return m.filedByOrganisationId === actor.organisationId;
  }

  @ResolveField(() => [MatterDifference])
  differences(@Parent() m: ContractMatter): MatterDifference[] {
    return this.lists.differences(m);
  }

  @ResolveField(() => gqlEnum(DeadlineLight))
  light(@Parent() m: ContractMatter): DeadlineLight {
    return lightOf(m.dueOn, shanghaiDay(new Date()));
  }

  @ResolveField(() => [StoredFile])
  files(@Parent() m: ContractMatter): Promise<StoredFile[]> {
    return this.db.em.find(StoredFile, { where: { subjectKind: 'contractMatter', subjectId: m.id }, order: { createdAt: 'ASC' } });
  }

  @ResolveField(() => [gqlEnum(MatterAction)])
  async availableActions(@Parent() m: ContractMatter, @Context() { actor }: GqlContext): Promise<MatterAction[]> {
    const actions = matterActions(ContractMatter, m, actor);
    const isOwnRefusal = actions.includes('grant') && (await hasRefused(this.db.em, m, actor.userId));
    return isOwnRefusal ? actions.filter((action) => action !== 'grant' && action !== 'refuse') : actions;
  }
}

/** What a contract shows of all this. */
@Resolver(() => TechnologyContract)
export class ContractMatterFieldsResolver {
  constructor(private readonly lists: MatterLists) {}

  @ResolveField(() => [ContractMatter])
  matters(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ContractMatter[]> {
    return this.lists.ofContract(c.id, actor);
  }

  @ResolveField(() => [ExpertOpinion])
  expertOpinions(@Parent() c: TechnologyContract, @Context() { actor }: GqlContext): Promise<ExpertOpinion[]> {
    return this.lists.expertsOf(c.id, actor);
  }

  @ResolveField(() => ContractExamination, { nullable: true })
  examination(@Parent() c: TechnologyContract): Promise<ExaminationClock | null> {
    return this.lists.clockOf(c);
  }
}

import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { deskAssignment, deskHandover, type DeskAssignment, type DeskHandover } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { namesOfUsers } from '../contracts/contract-loads.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { DeskAbsence } from './desk-absence.entity.js';
import { DeskAbsences } from './desk-absences.service.js';
import { DeskAssignments } from './desk-assignments.service.js';
import { DeskLoads } from './desk-loads.service.js';
import { DeskLoad } from './desk-types.js';

/** Who works on what at the branch's desk. */
@Resolver(() => DeskAbsence)
export class DeskResolver {
  constructor(
    private readonly db: Db,
    private readonly assignments: DeskAssignments,
    private readonly absences: DeskAbsences,
    private readonly loads: DeskLoads,
  ) {}

  @Allow('desk.read')
  @Query(() => [DeskLoad])
  deskLoads(@CurrentActor() actor: Actor): Promise<DeskLoad[]> {
    return this.loads.of(actor);
  }

  @Allow('desk.assign')
  @Mutation(() => [TechnologyContract])
  assignContracts(@CurrentActor() actor: Actor, @Input(deskAssignment) input: DeskAssignment): Promise<TechnologyContract[]> {
    return this.db.run(actor, (tx) => this.assignments.assign(tx, input));
  }

  @Allow('desk.handOver')
  @Mutation(() => DeskAbsence)
  handOverDesk(@CurrentActor() actor: Actor, @Input(deskHandover) input: DeskHandover): Promise<DeskAbsence> {
    return this.db.run(actor, (tx) => this.absences.handOver(tx, input));
  }

  @Allow('desk.handOver')
  @Mutation(() => DeskAbsence)
  endDeskAbsence(@CurrentActor() actor: Actor, @RecordId() id: string, @Args('version', { type: () => Int }) version: number): Promise<DeskAbsence> {
    return this.db.run(actor, (tx) => this.absences.end(tx, { id, version }));
  }

  @ResolveField(() => String, { nullable: true })
  deputyName(@Parent() { deputyId }: DeskAbsence, @Context() { loaders }: GqlContext): Promise<string | null> {
    return loaders.batch('userName', deputyId, namesOfUsers);
  }
}

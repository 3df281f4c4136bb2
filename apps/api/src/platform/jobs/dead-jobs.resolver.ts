import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Paged, pageInput, type Page, type PageInput } from '../graphql/paged.js';
import { Input } from '../graphql/zod-input.js';
import { DeadJob, DeadJobs } from './dead-jobs.js';

const DeadJobPage = Paged(DeadJob, 'DeadJobPage');

@Resolver(() => DeadJob)
export class DeadJobsResolver {
  constructor(private readonly jobs: DeadJobs) {}

  @Allow('job.read')
  @Query(() => DeadJobPage)
  deadJobs(@Input(pageInput, 'page') page: PageInput): Promise<Page<DeadJob>> {
    return this.jobs.list(page);
  }

  @Allow('job.retry')
  @Mutation(() => Boolean)
  async retryJob(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.jobs.retry(actor, id);
    return true;
  }
}

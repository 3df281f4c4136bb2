import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { may, type Actor } from '../auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../auth/allow.js';
import { Paged, pageInput, type Page, type PageInput } from '../graphql/paged.js';
import { RecordId } from '../graphql/record-id.js';
import { Input } from '../graphql/zod-input.js';
import { AuditEvent } from './audit-event.entity.js';
import { subjectNames } from './audit-subjects.js';
import { AuditTrail } from './audit-trail.js';

const AuditEventPage = Paged(AuditEvent, 'AuditEventPage');

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Allow('audit.read')
  @Query(() => AuditEventPage)
  auditEvents(
    @CurrentActor() actor: Actor,
    @RecordId('subjectId', { nullable: true }) subjectId: string | null,
    @RecordId('organisationId', { nullable: true }) organisationId: string | null,
    @Args('event', { type: () => String, nullable: true }) event: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<AuditEvent>> {
    return this.trail.list(actor, { subjectId, organisationId, event }, page);
  }

  /** What the record is called now; for those who watch over the trail, since they need not see the record itself. */
  @ResolveField(() => String, { nullable: true })
  async subjectName(
    @Parent() { event, subjectId }: AuditEvent,
    @CurrentActor() actor: Actor,
    @Context() { loaders }: GqlContext,
  ): Promise<string | null> {
    if (!may(actor, 'audit.read')) return null;
    return loaders.batch('auditSubjectName', `${event.split('.')[0]}:${subjectId}`, (keys, em) => subjectNames(em, keys));
  }
}

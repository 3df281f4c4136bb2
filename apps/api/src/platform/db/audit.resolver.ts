import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { Paged, pageInput, type Page, type PageInput } from '../graphql/paged.js';
import { RecordId } from '../graphql/record-id.js';
import { Input } from '../graphql/zod-input.js';
import { AuditEvent } from './audit-event.entity.js';
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
}

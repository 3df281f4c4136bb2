import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { audienceOf, maskName, peopleFilter, profileEdit, ProfileField, type PeopleFilter, type ProfileEdit } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { LinkedItems } from './linked-items.service.js';
import { AudienceOfField, LinkedItem, PersonPage, PersonView, ProfileReader, VerifiedCase } from './people-types.js';
import { PeopleViews, readerOf } from './people-views.service.js';
import { casesOf, type PersonCase } from './person-cases.js';
import { PersonProfile } from './person-profile.entity.js';
import { ProfileWriting } from './profile-writing.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver(() => PersonView)
export class PeopleResolver {
  constructor(
    private readonly db: Db,
    private readonly views: PeopleViews,
    private readonly items: LinkedItems,
    private readonly writing: ProfileWriting,
  ) {}

  @Allow('public.read')
  @Query(() => PersonPage)
  people(
    @CurrentActor() actor: Actor,
    @Input(peopleFilter, 'filter') filter: PeopleFilter,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<PersonView>> {
    return this.views.list(actor, filter, page);
  }

  /** One person. That a member has read him is noted and shown to him. */
  @Allow('public.read')
  @Query(() => PersonView)
  async person(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<PersonView> {
    const row = await this.views.row(actor, id);
    if (readerOf(actor, row.userId) === 'MEMBER') await this.db.run(actor, (tx) => this.writing.noteReading(tx, row));
    return this.views.one(actor, id);
  }

  /** The registered contracts that were counted. */
  @ResolveField(() => [VerifiedCase])
  async cases(@Parent() person: PersonView, @CurrentActor() actor: Actor): Promise<PersonCase[]> {
    if (!person.contractCases) return [];
    const row = await this.views.row(actor, person.id);
    return casesOf(this.db.em, row.userId);
  }

  /** Published items that the person chose to name. */
  @ResolveField(() => [LinkedItem])
  async links(@Parent() person: PersonView, @CurrentActor() actor: Actor, @Context() { loaders }: GqlContext): Promise<LinkedItem[]> {
    const row = await this.views.row(actor, person.id);
    return this.views.isShown(actor, row, 'links') ? this.items.of(loaders, row) : [];
  }

  /** One's own profile; null while there is none. */
  @Allow('profile.write')
  @Query(() => PersonProfile, { nullable: true })
  myProfile(@CurrentActor() actor: Actor): Promise<PersonProfile | null> {
    return this.db.em.findOneBy(PersonProfile, { userId: actor.userId ?? '' });
  }

  @Allow('profile.write')
  @Mutation(() => PersonProfile)
  saveMyProfile(@CurrentActor() actor: Actor, @Version() version: number, @Input(profileEdit) input: ProfileEdit): Promise<PersonProfile> {
    return this.db.run(actor, (tx) => this.writing.save(tx, version, input));
  }

  @Allow('profile.write')
  @Mutation(() => PersonProfile)
  publishMyProfile(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<PersonProfile> {
    return this.db.run(actor, (tx) => this.writing.publish(tx, { id, version }));
  }

  @Allow('profile.write')
  @Mutation(() => PersonProfile)
  withdrawMyProfile(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<PersonProfile> {
    return this.db.run(actor, (tx) => this.writing.withdraw(tx, { id, version }));
  }
}

/** What its person alone reads of his own profile. */
@Resolver(() => PersonProfile)
export class MyProfileResolver {
  constructor(
    private readonly db: Db,
    private readonly items: LinkedItems,
  ) {}

  @ResolveField(() => [AudienceOfField])
  audienceOfFields(@Parent() profile: PersonProfile): AudienceOfField[] {
    return ProfileField.options.map((field) => ({ field, audience: audienceOf(profile.audiences, field) }));
  }

  @ResolveField(() => [LinkedItem])
  linkedItems(@Parent() profile: PersonProfile, @Context() { loaders }: GqlContext): Promise<LinkedItem[]> {
    return this.items.of(loaders, profile);
  }

  @ResolveField(() => [VerifiedCase])
  cases(@Parent() profile: PersonProfile): Promise<PersonCase[]> {
    return casesOf(this.db.em, profile.userId);
  }

  /** Who has read it lately: their organisation, the name masked. */
  @ResolveField(() => [ProfileReader])
  async readers(@Parent() profile: PersonProfile): Promise<ProfileReader[]> {
    const rows = await this.db.em.find(AuditEvent, {
      where: { subjectId: profile.id, event: 'profile.read' },
      order: { at: 'DESC' },
      take: 50,
    });
    return rows.map((r) => ({ at: r.at, organisationName: r.organisationName, personName: maskName(r.actorName) }));
  }
}

import { Injectable } from '@nestjs/common';
import { audienceOf, byRelevance, DomainError, mayRead, relevanceOf, type PeopleFitFilter, type PersonRole, type TechField } from '@jihui/domain';
import type { AchievementDocument, DemandDocument } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { MatchesService } from '../matches/matches.service.js';
import { PeopleViews } from '../people/people-views.service.js';
import { PersonProfile } from '../people/person-profile.entity.js';
import { askedByDemand, MarketTexts } from './market-texts.service.js';
import type { PeopleFits, PersonFit } from './people-match-types.js';
import { TextShelf, type MarketWords } from './text-shelf.js';

/** One person, as far as members of the market may read him. */
type Shown = { id: string; role: PersonRole; organisationId: string; namesOrganisation: boolean; techFields: readonly TechField[]; links: { id: string; title: string }[] };
export type PersonNear = Shown & { relevance: NonNullable<ReturnType<typeof relevanceOf>>; closeness: number; shared: string[]; sameField: boolean };

const listed = 20;

/**
 * People of 人才库 for a demand or an item. Only what its person shows to members is compared: a hidden field neither finds nor is told, and a
 * profile that members may not read at all is not proposed.
 */
@Injectable()
export class PeopleFit {
  private shelf: { words: MarketWords; texts: TextShelf } | null = null;
  private people = new Map<string, Shown>();

  constructor(
    private readonly db: Db,
    private readonly market: MarketTexts,
    private readonly views: PeopleViews,
    private readonly matches: MatchesService,
  ) {}

  /** For those who read the demand's matches; its owner's own people are no news to him. */
  async ofDemand(actor: Actor, demandId: string, filter: PeopleFitFilter): Promise<PeopleFits> {
    const demand = await this.matches.demandOf(actor, demandId);
    if (!actor.organisationVerified) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    const all = await this.near(actor, askedByDemand(demand), demand.techField, demand.organisationId);
    const kept = all.filter((p) => !filter.role || p.role === filter.role);
    const asked = filter.techField || filter.regionCode || filter.minCases ? await this.views.idsOf(actor, filter) : null;
    const people = kept.filter((p) => !asked || asked.has(p.id));
    return { total: all.length, items: await this.shown(actor, people.slice(0, listed)) };
  }

  /** People near a text, of other organisations, best first. */
  async near(actor: Actor, asked: DemandDocument, field: TechField | null, exceptOrganisation: string): Promise<PersonNear[]> {
    const shelf = await this.synchronise(actor);
    const found = shelf.near(asked, (id) => this.people.get(id)?.organisationId !== exceptOrganisation);
    return found
      .flatMap(({ id, closeness, shared, words }) => {
        const person = this.people.get(id);
        if (!person) return [];
        const sameField = field !== null && person.techFields.includes(field);
        const relevance = relevanceOf({ words, sameField });
        return relevance ? [{ ...person, relevance, closeness, shared, sameField }] : [];
      })
      .sort(byRelevance);
  }

  async shown(actor: Actor, people: readonly PersonNear[]): Promise<PersonFit[]> {
    return Promise.all(
      people.map(async ({ id, relevance, shared, sameField, links }) => ({
        person: await this.views.one(actor, id),
        ...{ relevance, shared, sameField },
        through: links.filter((l) => shared.some((s) => l.title.toLowerCase().includes(s))).map((l) => l.title),
      })),
    );
  }

  /** The text that members may read of everybody who is published now. */
  private async synchronise(actor: Actor): Promise<TextShelf> {
    const words = await this.market.current();
    if (this.shelf?.words !== words) this.shelf = { words, texts: new TextShelf(words) };
    const rows = await visible(this.db.em.createQueryBuilder(PersonProfile, 'p').where(`p.status = 'PUBLISHED'`), PersonProfile, actor).getMany();
    const titles = await this.titles(rows);
    const read = rows.map((row) => documentOf(row, titles)).filter((r) => r !== null);
    this.people = new Map(read.map(({ shown }) => [shown.id, shown]));
    this.shelf.texts.fill(read);
    return this.shelf.texts;
  }

  /** Of the items that people name, those that are public now. */
  private async titles(rows: readonly PersonProfile[]): Promise<Map<string, string>> {
    const ids = rows.flatMap((r) => r.links.map((l) => l.id));
    const found: { id: string; title: string }[] = await this.db.em.query(
      `select id, title from achievement where id = any($1) and status = 'PUBLISHED' union all select id, title from demand where id = any($1) and status = 'PUBLISHED'`,
      [ids],
    );
    return new Map(found.map((f) => [f.id, f.title]));
  }
}

function documentOf(p: PersonProfile, titles: ReadonlyMap<string, string>): { mark: string; document: AchievementDocument; shown: Shown } | null {
  const is = (field: Parameters<typeof audienceOf>[1]): boolean => mayRead(audienceOf(p.audiences, field), 'MEMBER');
  const links = is('links') ? p.links.flatMap(({ id }) => (titles.has(id) ? [{ id, title: titles.get(id) ?? '' }] : [])) : [];
  const keywords = is('fields') ? p.keywords : [];
  const summary = [is('intro') ? p.intro : '', ...links.map((l) => l.title)].filter(Boolean).join('\n');
  const title = is('title') ? (p.title ?? '') : '';
  if (!keywords.length && !summary && !title) return null;
  const shown = { id: p.id, role: p.role, organisationId: p.organisationId, namesOrganisation: is('organisation'), techFields: is('fields') ? p.techFields : [], links };
  return { mark: JSON.stringify([title, keywords, summary]), document: { id: p.id, title, keywords, summary }, shown };
}

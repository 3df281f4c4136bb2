import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  audienceOf,
  byRelevance,
  DomainError,
  mayRead,
  relevanceOf,
  relevanceOfBroker,
  type PeopleFitFilter,
  type PersonRole,
  type ProposedFacts,
  type Relevance,
  type TechField,
} from '@jihui/domain';
import type { DemandDocument } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { regionsAbove } from '../organisations/regions-above.js';
import { MatchesService } from '../matches/matches.service.js';
import { PeopleViews } from '../people/people-views.service.js';
import { PersonProfile } from '../people/person-profile.entity.js';
import { askedByDemand, MarketTexts, publicText } from './market-texts.service.js';
import type { PeopleFits, PersonFit } from './people-match-types.js';
import { narrowed, unitsBy } from './proposed-facts.js';
import { TextShelf, type MarketWords, type ShelfRow } from './text-shelf.js';

/** One person, as far as members of the market may read him. */
type Shown = { id: string; role: PersonRole; organisationId: string; namesOrganisation: boolean; techFields: readonly TechField[] };
type Ground = { relevance: Relevance; closeness: number; shared: string[]; sameField: boolean; through: string[] };
export type PersonNear = Shown & Ground;
/** A text that stands for a person: what he says of himself, or one published item that he names. */
type Stands = { personId: string; item: { title: string; techField: TechField | null } | null };

const listed = 20;
const mostThrough = 3;

/**
 * People of 人才库 for a demand or an item. Only what its person shows to members is compared: a hidden field neither finds nor is told, and a
 * profile that members may not read at all is not proposed. Each of his texts is held against the demand by itself: many items with one common
 * word each are not one that answers it.
 */
@Injectable()
export class PeopleFit {
  private shelf: { words: MarketWords; texts: TextShelf } | null = null;
  private people = new Map<string, Shown>();
  private stands = new Map<string, Stands>();

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
    const near = await this.near(actor, askedByDemand(demand), demand.techField, demand.organisationId);
    const brokers = await this.brokers(actor, demand.techField, demand.organisationId, near);
    const all = [...near.filter((p) => !brokers.some((b) => b.id === p.id)), ...brokers].sort(byRelevance);
    const fits = await this.shown(actor, all);
    const { kept, costs } = narrowed(filter, fits, await this.factsOf(fits));
    return { total: all.length, left: kept.length, costs, items: kept.slice(0, listed) };
  }

  /** People near a text, of other organisations, best first. */
  async near(actor: Actor, asked: DemandDocument, field: TechField | null, exceptOrganisation: string): Promise<PersonNear[]> {
    const shelf = await this.synchronise(actor);
    const personOf = (documentId: string): Shown | undefined => this.people.get(this.stands.get(documentId)?.personId ?? '');
    const found = shelf.near(asked, (id) => personOf(id)?.organisationId !== exceptOrganisation).flatMap(({ id, closeness, shared, words, inTitles }) => {
      const person = personOf(id);
      const item = this.stands.get(id)?.item ?? null;
      if (!person) return [];
      const sameField = field !== null && (person.techFields.includes(field) || item?.techField === field);
      const relevance = relevanceOf({ words, inTitles, sameField });
      return relevance ? [{ ...person, relevance, closeness, shared, sameField, through: item ? [item.title] : [] }] : [];
    });
    const people = new Map<string, PersonNear>();
    for (const one of found.sort(byRelevance)) {
      const best = people.get(one.id);
      if (!best) people.set(one.id, one);
      else if (best.through.length < mostThrough) best.through.push(...one.through);
    }
    return [...people.values()];
  }

  /** Brokers who serve the field, by their own rule; who is near by his words too keeps the better band. */
  private async brokers(actor: Actor, field: TechField | null, exceptOrganisation: string, near: readonly PersonNear[]): Promise<PersonNear[]> {
    const known = new Map(near.map((p) => [p.id, p]));
    const withContracts = await this.views.idsOf(actor, { role: 'BROKER', minCases: 1 });
    return [...this.people.values()].flatMap((person) => {
      if (person.role !== 'BROKER' || person.organisationId === exceptOrganisation) return [];
      const sameField = field !== null && person.techFields.includes(field);
      const relevance = relevanceOfBroker({ sameField, contracts: withContracts.has(person.id) ? 1 : 0 });
      const byWords = known.get(person.id);
      if (!relevance || byWords?.relevance === 'HIGH') return [];
      return [{ ...(byWords ?? { ...person, closeness: 0, shared: [], sameField, through: [] }), relevance }];
    });
  }

  async shown(actor: Actor, people: readonly PersonNear[]): Promise<PersonFit[]> {
    return Promise.all(
      people.map(async ({ id, relevance, shared, sameField, through }) => ({ person: await this.views.one(actor, id), relevance, shared, sameField, through })),
    );
  }

  /** Of people as the reader sees them: what he is not shown is null, and no condition tells it. */
  async factsOf(fits: readonly PersonFit[]): Promise<(fit: PersonFit) => ProposedFacts> {
    const units = await unitsBy(this.db, fits.map((f) => f.person.organisationId));
    const above = await regionsAbove(this.db.em);
    return ({ person }) => ({
      role: person.role,
      regions: person.regionCode ? above(person.regionCode) : null,
      fields: person.techFields.length ? person.techFields : null,
      unitKind: units.get(person.organisationId ?? '')?.kind ?? null,
      cases: person.contractCases,
    });
  }

  /** The texts that members may read of everybody who is published now. */
  private async synchronise(actor: Actor): Promise<TextShelf> {
    const words = await this.market.current();
    if (this.shelf?.words !== words) this.shelf = { words, texts: new TextShelf(words) };
    const rows = await visible(this.db.em.createQueryBuilder(PersonProfile, 'p').where(`p.status = 'PUBLISHED'`), PersonProfile, actor).getMany();
    const items = await this.linked(rows);
    this.people = new Map(rows.map((row) => [row.id, shownOf(row)]));
    this.stands = new Map();
    const texts: ShelfRow[] = [];
    for (const row of rows) {
      const own = statementOf(row);
      if (own) {
        this.stands.set(row.id, { personId: row.id, item: null });
        texts.push(own);
      }
      for (const { id } of isShown(row, 'links') ? row.links : []) {
        const item = items.get(id);
        if (!item) continue;
        const key = `${row.id} ${id}`;
        this.stands.set(key, { personId: row.id, item });
        texts.push({ mark: item.mark, document: { ...item.document, id: key } });
      }
    }
    this.shelf.texts.fill(texts);
    return this.shelf.texts;
  }

  /** Of the items that people name, those that are public now, with their public texts. */
  private async linked(rows: readonly PersonProfile[]): Promise<Map<string, ShelfRow & { title: string; techField: TechField | null }>> {
    const ids = [...new Set(rows.flatMap((r) => (isShown(r, 'links') ? r.links.map((l) => l.id) : [])))];
    const published = { id: In(ids), status: 'PUBLISHED' as const };
    const achievements = ids.length ? await this.db.em.findBy(Achievement, published) : [];
    const demands = ids.length ? await this.db.em.findBy(Demand, published) : [];
    const texts = [...achievements.map((row) => ({ row, document: publicText(row) })), ...demands.map((row) => ({ row, document: { id: row.id, title: row.title, keywords: row.keywords, summary: row.problem } }))];
    return new Map(texts.map(({ row, document }) => [row.id, { mark: String(row.version), document, title: row.title, techField: row.techField }]));
  }
}

const isShown = (p: PersonProfile, field: Parameters<typeof audienceOf>[1]): boolean => mayRead(audienceOf(p.audiences, field), 'MEMBER');

const shownOf = (p: PersonProfile): Shown => ({
  id: p.id,
  role: p.role,
  organisationId: p.organisationId,
  namesOrganisation: isShown(p, 'organisation'),
  techFields: isShown(p, 'fields') ? p.techFields : [],
});

/** What a person says of himself to members; nothing where he says nothing. */
function statementOf(p: PersonProfile): ShelfRow | null {
  const keywords = isShown(p, 'fields') ? p.keywords : [];
  const summary = isShown(p, 'intro') ? (p.intro ?? '') : '';
  const title = isShown(p, 'title') ? (p.title ?? '') : '';
  return keywords.length || summary || title ? { mark: JSON.stringify([title, keywords, summary]), document: { id: p.id, title, keywords, summary } } : null;
}

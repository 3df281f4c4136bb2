import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { fold } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { FoundWords } from './found-words.js';
import { IndicatorSearch } from './indicator-search.js';
import { markWords, snippetOf } from './marks.js';
import { wordsSpelled } from './pinyin-words.js';
import type { FoundItem, NamedItem, Query } from './query.js';
import type { SearchHit } from './search.types.js';

/** One reads the first few; the rest stands in the item. */
const mostAnswers = 4;

const nothingAsked: Pick<Query, 'text' | 'wanted'> = { text: '', wanted: [] };
type Names = ReadonlyMap<string, string>;

/** Turns what an engine found into what a person may see: rows are read anew, and what is not public (any more) falls out. */
@Injectable()
export class HitLoader {
  constructor(
    private readonly db: Db,
    private readonly indicators: IndicatorSearch,
    private readonly words: FoundWords,
  ) {}

  /** `known`: names of organisations that are being read anyway; only those that are not among them are read besides. */
  async load(actor: Actor, found: readonly FoundItem[], { text, wanted } = nothingAsked, known: Names | Promise<Names> = new Map()): Promise<SearchHit[]> {
    const { em } = this.db;
    const [achievements, demands, answers, items, namesKnown] = await Promise.all([
      publicRows(em, Achievement, actor, idsOf(found, 'ACHIEVEMENT')),
      publicRows(em, Demand, actor, idsOf(found, 'DEMAND')),
      this.indicators.answers(wanted, found.map((i) => i.id)),
      this.words.complete(found, text),
      known,
    ]);
    const named = [...demands.values()].filter((d) => !d.anonymous);
    const owners = [...achievements.values(), ...named].map((row) => row.organisationId);
    const names = new Map([...namesKnown, ...(await this.namesOf(actor, owners.filter((id) => !namesKnown.has(id))))]);
    return items.flatMap((item): SearchHit[] => {
      const achievement = achievements.get(item.id) ?? null;
      const demand = demands.get(item.id) ?? null;
      const row = achievement ?? demand;
      if (!row) return [];
      const unitName = demand?.anonymous ? null : (names.get(row.organisationId) ?? null);
      return [{ id: item.id, kind: item.kind, achievement, demand, unitName, indicators: (answers.get(item.id) ?? []).slice(0, mostAnswers), ...marksOf(item, row, unitName) }];
    });
  }

  /** The names of those organisations that the actor may see. */
  async namesOf(actor: Actor, ids: readonly string[]): Promise<Names> {
    if (!ids.length) return new Map();
    const query = this.db.em.createQueryBuilder(Organisation, 'o').select('o.id', 'id').addSelect('o.name', 'name').where('o.id = any(:ids)', { ids: [...new Set(ids)] });
    const found = await visible(query, Organisation, actor).getRawMany<{ id: string; name: string }>();
    return new Map(found.map((o) => [o.id, o.name]));
  }
}

const idsOf = (items: readonly FoundItem[], kind: FoundItem['kind']): string[] => items.filter((i) => i.kind === kind).map((i) => i.id);

/** The published ones among what the actor may see: an owner's own drafts are not a search result either. */
async function publicRows<T extends Achievement | Demand>(em: EntityManager, entity: EntityTarget<T>, actor: Actor, ids: string[]): Promise<Map<string, T>> {
  if (!ids.length) return new Map();
  const query = em.createQueryBuilder(entity, 'r').where('r.id = any(:ids)', { ids }).andWhere(`r.status = 'PUBLISHED'`);
  const rows = await visible(query, entity, actor).getMany();
  return new Map(rows.map((row) => [row.id, row]));
}

function marksOf({ words, spelt }: NamedItem, row: Achievement | Demand, unitName: string | null): Pick<SearchHit, 'title' | 'snippet' | 'matched'> {
  const body = 'summary' in row ? row.summary : row.problem;
  const named = [row.title, ...row.keywords, unitName ?? ''];
  const all = [...new Set([...words, ...spelt.flatMap((spelling) => named.flatMap((text) => wordsSpelled(text, spelling)))])];
  const texts = { title: markWords(row.title, all), body: markWords(body, all) };
  const rest = [...named.slice(1), unitName ?? ''].flatMap((text) => wordsIn(markWords(text, all)));
  const shown = [...wordsIn(texts.title), ...rest, ...wordsIn(texts.body)];
  // What was found in a part that is not shown here (an indicator, a patent number) is named as it was found.
  const folded = new Set(shown.map(fold));
  const hidden = all.filter((word) => ![...folded].some((f) => f.includes(word)));
  return { title: texts.title, snippet: snippetOf(texts.body), matched: [...distinct(shown), ...hidden].slice(0, 8) };
}

const wordsIn = ({ text, marks }: { text: string; marks: { start: number; end: number }[] }): string[] => marks.map((m) => text.slice(m.start, m.end));

function distinct(words: string[]): string[] {
  const byKey = new Map(words.map((word): [string, string] => [fold(word), word]));
  return [...byKey.values()];
}

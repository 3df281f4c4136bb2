import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AchievementDocument, DemandDocument } from '@jihui/matching';
import { anonymous, type Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { isLive } from '../../platform/db/live.js';
import { Achievement } from '../achievements/achievement.entity.js';
import type { Challenge } from '../challenges/challenge.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { MarketWords, type Near } from './text-shelf.js';

/** Word frequencies of so many items tell those of all; they are counted anew after an hour. */
const sampled = 2000;
const keptFor = 3_600_000;
const candidates = 150;

export const askedByDemand = (d: Demand): DemandDocument => ({ id: d.id, title: d.title, text: [d.problem, ...d.keywords].join('\n') });
export const askedByChallenge = (c: Challenge): DemandDocument => ({
  id: c.id,
  title: c.title,
  text: [c.background, ...c.keywords, ...c.indicators.map((i) => i.name)].join('\n'),
});
export const publicText = (a: Achievement): AchievementDocument => ({ id: a.id, title: a.title, keywords: a.keywords, summary: a.summary });

/** The words of the market, and the achievements that answer a text, found without an index of them all: at any size the database picks, the words judge. */
@Injectable()
export class MarketTexts {
  private words: { at: number; made: Promise<MarketWords> } | null = null;

  constructor(private readonly db: Db) {}

  current(): Promise<MarketWords> {
    if (!this.words || Date.now() - this.words.at > keptFor) this.words = { at: Date.now(), made: this.count() };
    return this.words.made;
  }

  /** The published achievements nearest to the text, of others than the asker. */
  async achievementsFor(asked: DemandDocument, ownerId: string): Promise<(Near & { row: Achievement })[]> {
    const words = await this.current();
    const terms = words.keyTerms(asked).filter((t) => t.length > 1);
    if (!terms.length) return [];
    const text = `concat_ws(' ', a.title, array_to_string(a.keywords, ' '), a.summary)`;
    const hits = `(select count(*) from unnest(:patterns::text[]) as p where ${text} ilike p)`;
    const query = this.db.em
      .createQueryBuilder(Achievement, 'a')
      .select('a.id', 'id')
      .where(`${isLive('a')} and a.organisationId <> :ownerId and ${text} ilike any(:patterns)`, { ownerId, patterns: terms.map(pattern) })
      .orderBy(hits, 'DESC')
      .addOrderBy('a.id')
      .limit(candidates);
    const found = await visible(query, Achievement, anonymous()).getRawMany<{ id: string }>();
    const rows = found.length ? await this.db.em.findBy(Achievement, { id: In(found.map((f) => f.id)) }) : [];
    return rows.map((row) => ({ id: row.id, row, ...words.nearness(asked, publicText(row)) })).sort((a, b) => b.closeness - a.closeness);
  }

  /** The published achievements of the actor's own unit, the newest first. */
  ownAchievements(actor: Actor, most: number): Promise<Achievement[]> {
    return this.db.em
      .createQueryBuilder(Achievement, 'a')
      .where(`${isLive('a')} and a.organisationId = :org`, { org: actor.organisationId })
      .orderBy('a.publishedAt', 'DESC')
      .limit(most)
      .getMany();
  }

  private async count(): Promise<MarketWords> {
    const newest = async <T extends Achievement | Demand>(entity: new () => T): Promise<T[]> =>
      visible(this.db.em.createQueryBuilder<T>(entity, 'r').where(isLive('r')), entity, anonymous()).orderBy('r.id', 'DESC').limit(sampled).getMany();
    const achievements = (await newest(Achievement)).map(publicText);
    const demands = (await newest(Demand)).map((d) => ({ id: d.id, title: d.title, keywords: d.keywords, summary: d.problem }));
    return new MarketWords([...achievements, ...demands]);
  }
}

const pattern = (term: string): string => `%${term.replace(/[\\%_]/g, '\\$&')}%`;

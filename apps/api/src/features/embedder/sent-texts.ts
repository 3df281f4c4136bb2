import { In, type EntityManager } from 'typeorm';
import { textsNaming, type MatchSide } from '@jihui/domain';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { sha256 } from '../../platform/sha256.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';

/** An item's text as it leaves the house; null where it must not. */
export type SentText = { itemId: string; side: MatchSide; itemVersion: number; text: string | null };

/** More than a page of text is cut by most models anyhow, and refused by some. */
const mostCharacters = 2000;

/**
 * The live items, by a visitor's eyes, that this embedder has not seen as they are now: only what everybody may read is ever sent. Title, problem
 * or summary, and keywords; no figures, no people, no confidential part. Publication refuses a text that names an owner who stays unnamed; one
 * that came past it (an older row, an owner renamed) is kept back here.
 */
export async function unseenTexts(em: EntityManager, embedder: string, limit: number): Promise<SentText[]> {
  const demands = await unseen(em, Demand, embedder, limit).getMany();
  const achievements = demands.length < limit ? await unseen(em, Achievement, embedder, limit - demands.length).getMany() : [];
  const owners = new Map((await em.findBy(Organisation, { id: In(demands.filter((d) => d.anonymous).map((d) => d.organisationId)) })).map((o) => [o.id, o.name]));
  return [
    ...demands.map((d) => sentText('DEMAND', d, namesOwner(d, owners.get(d.organisationId)) ? null : [d.title, d.problem, ...d.keywords].join('\n'))),
    ...achievements.map((a) => sentText('ACHIEVEMENT', a, [a.title, a.summary, ...a.keywords].join('\n'))),
  ];
}

/** How many items are live, and how many of them this embedder has seen as they are now. */
export async function seenOf(em: EntityManager, embedder: string | null): Promise<{ seen: number; all: number }> {
  const all = (await live(em, Demand).getCount()) + (await live(em, Achievement).getCount());
  if (!embedder) return { seen: 0, all };
  const seen = <T extends Demand | Achievement>(entity: new () => T) => live(em, entity).andWhere(`exists (${known})`, { embedder }).getCount();
  return { seen: (await seen(Demand)) + (await seen(Achievement)), all };
}

export const hashOf = (text: string): string => sha256(text);
export const cutText = (text: string): string => Array.from(text).slice(0, mostCharacters).join('');

const known = 'select from item_vector v where v."itemId" = r.id and v."itemVersion" = r.version and v.embedder = :embedder';
const live = <T extends Demand | Achievement>(em: EntityManager, entity: new () => T) =>
  visible(em.createQueryBuilder<T>(entity, 'r').where(isLive('r')), entity, anonymous());
const unseen = <T extends Demand | Achievement>(em: EntityManager, entity: new () => T, embedder: string, limit: number) =>
  live(em, entity).andWhere(`not exists (${known})`, { embedder }).orderBy('r.id').take(limit);

function sentText(side: MatchSide, { id, version }: Demand | Achievement, whole: string | null): SentText {
  return { itemId: id, side, itemVersion: version, text: whole === null ? null : cutText(whole) };
}

const namesOwner = ({ title, problem, keywords }: Demand, name: string | undefined): boolean =>
  name !== undefined && textsNaming({ title, problem: [problem, ...keywords].join('\n') }, name).length > 0;

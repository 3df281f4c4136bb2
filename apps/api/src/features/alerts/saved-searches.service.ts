import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { boardFilterOf, DomainError, mostSavedSearches, type SavedHitKind, type savedSearch, type savedSearchEdit } from '@jihui/domain';
import { anonymous, system, type Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ChallengeLists } from '../challenges/challenge-lists.service.js';
import { SearchService } from '../search/search.service.js';
import { queryOfAddress } from './address-query.js';
import { SavedSearch } from './saved-search.entity.js';

export type FoundItem = { id: string; kind: SavedHitKind; title: string; foundAt: Date };

type Hit = { id: string; kind: SavedHitKind };

const isBoard = (address: string): boolean => address.startsWith('/challenges');
const mostChallenges = 100;
const perPage = 50;
/** More new results than this nobody works off: the page of the search itself shows them. */
const mostPages = 4;
/** The search index follows the database within seconds; what was late once is found by looking back. */
const lookBack = 2 * 86_400_000;

/** 保存的搜索: kept by a person, looked at by the worker, told in the page and in the digest. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly db: Db,
    private readonly search: SearchService,
    private readonly challenges: ChallengeLists,
  ) {}

  async create(tx: Tx, { name, address, mail }: z.output<typeof savedSearch>): Promise<SavedSearch> {
    tx.demand('account.own');
    const { userId } = tx.actor;
    if (!userId) throw new DomainError('NOT_SIGNED_IN');
    if (!isBoard(address)) queryOfAddress(address);
    if ((await tx.em.countBy(SavedSearch, { userId })) >= mostSavedSearches)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'name', code: 'too_big', params: { maximum: mostSavedSearches } }] });
    if (await tx.em.existsBy(SavedSearch, { userId, address })) throw new DomainError('ALREADY_EXISTS');
    const [id] = await tx.insertAll(SavedSearch, [{ userId, name, address, mail, checkedAt: tx.now, version: 1 }]);
    const row = await tx.em.findOneByOrFail(SavedSearch, { id });
    await tx.record('savedSearch.created', row.id, {});
    return row;
  }

  async edit(tx: Tx, ref: Ref, input: z.output<typeof savedSearchEdit>): Promise<SavedSearch> {
    const row = await tx.lock(SavedSearch, ref, 'account.own');
    await tx.save(Object.assign(row, input));
    await tx.record('savedSearch.edited', row.id, {});
    return row;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    const row = await tx.lock(SavedSearch, { id }, 'account.own');
    await tx.em.delete(SavedSearch, { id: row.id });
    await tx.record('savedSearch.deleted', row.id, {});
  }

  mine(actor: Actor): Promise<SavedSearch[]> {
    return visible(this.db.em.createQueryBuilder(SavedSearch, 's'), SavedSearch, actor).orderBy('s.createdAt', 'DESC').getMany();
  }

  /** Looks what was published since the last look. Twice finds nothing twice: a hit is kept once per search and item. */
  async check(search: SavedSearch, now: Date): Promise<void> {
    const from = Math.max(search.checkedAt.getTime() - lookBack, search.createdAt.getTime());
    const found = isBoard(search.address) ? await this.newChallenges(search.address, from) : await this.newItems(search.address, from);
    await this.db.run(system, async (tx) => {
      await tx.em.query(
        `insert into saved_search_hit ("savedSearchId", "itemId", kind, "foundAt") select s.id, i.item, i.kind, $4 from saved_search s, unnest($2::uuid[], $3::text[]) as i (item, kind)
          where s.id = $1 on conflict do nothing`,
        [search.id, found.map((f) => f.id), found.map((f) => f.kind), now],
      );
      // Not by `save`: the person may be renaming it, and looking is no change of his.
      await tx.em.query('update saved_search set "checkedAt" = greatest("checkedAt", $2) where id = $1', [search.id, now]);
    });
  }

  /** Achievements and demands that the search page shows under the address. */
  private async newItems(address: string, from: number): Promise<Hit[]> {
    const found: Hit[] = [];
    for (let page = 1; page <= mostPages; page++) {
      const { hits } = await this.search.search(anonymous(), { ...queryOfAddress(address), sort: 'NEWEST', page, size: perPage });
      const fresh = hits.filter((hit) => ((hit.achievement ?? hit.demand)?.publishedAt?.getTime() ?? 0) > from);
      found.push(...fresh.map(({ id, kind }) => ({ id, kind })));
      if (fresh.length < perPage) break;
    }
    return found;
  }

  /** Challenges that the board shows under the address. */
  private async newChallenges(address: string, from: number): Promise<Hit[]> {
    const filter = boardFilterOf(new URL(address, 'http://board').searchParams);
    const { items } = await this.challenges.board(anonymous(), filter, { page: 1, size: mostChallenges });
    return items.filter((c) => (c.publishedAt?.getTime() ?? 0) > from).map(({ id }) => ({ id, kind: 'CHALLENGE' as const }));
  }

  /** What a search has found between two times and is still published, the newest first. */
  async found(search: Pick<SavedSearch, 'id'>, after: Date, until: Date): Promise<FoundItem[]> {
    return this.db.em.query(
      `select h."itemId" as id, h.kind, coalesce(a.title, d.title, c.title) as title, h."foundAt" from saved_search_hit h
         left join achievement a on h.kind = 'ACHIEVEMENT' and a.id = h."itemId" and a.status = 'PUBLISHED'
         left join demand d on h.kind = 'DEMAND' and d.id = h."itemId" and d.status = 'PUBLISHED'
         left join challenge c on h.kind = 'CHALLENGE' and c.id = h."itemId" and c."publishedAt" is not null
        where h."savedSearchId" = $1 and h."foundAt" > $2 and h."foundAt" <= $3 and coalesce(a.id, d.id, c.id) is not null
        order by h."foundAt" desc, coalesce(a."publishedAt", d."publishedAt", c."publishedAt") desc`,
      [search.id, after, until],
    );
  }
}

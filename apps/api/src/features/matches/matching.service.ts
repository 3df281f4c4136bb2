import { Injectable } from '@nestjs/common';
import { matchListSize, MatchSide } from '@jihui/domain';
import { anonymous, system } from '../../platform/auth/actor.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron, Job, OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { MatchIndex } from './match-index.js';
import { keepVersions, replaceEverything, storedPairs, unnamed, writeReasons } from './match-bulk.js';
import type { ListedPair } from './match-pairs.js';
import { noteChanges } from './match-changes.js';
import { modelInUse } from './match-models.service.js';
import { entering, place } from './match-places.js';
import { column, listedWith, partnersStored, removeItems, replaceLists, type ItemList } from './match-store.js';
import { MatchList } from './match.entity.js';

const otherSide: Record<MatchSide, MatchSide> = { DEMAND: 'ACHIEVEMENT', ACHIEVEMENT: 'DEMAND' };
type Changes = Record<MatchSide, string[]>;
/** From so many changes on, matching everything anew costs less than working out who is affected. */
const manyChanges = 500;
/** An item that enters more lists than this is put into them; where so many are near, one text moves nobody's weights enough to matter. */
const manyLists = 40;
const namedAtOnce = 1000;

/**
 * Keeps the stored lists equal to what is published. An event only wakes it; the work is found by comparing the item's version with the
 * version its list was computed for, so a doubled or late event does no harm; a lost one is made up for when everything is compared, at the
 * latest in the night.
 */
@Injectable()
export class MatchingService {
  constructor(
    private readonly db: Db,
    private readonly index: MatchIndex,
  ) {}

  @OnEvent(
    'achievement.released',
    'achievement.revised',
    'achievement.confirmed',
    'achievement.withdrawn',
    'achievement.closed',
    'achievement.reopened',
    'achievement.deleted',
  )
  async followAchievement({ id }: JobPayload): Promise<void> {
    await this.follow('ACHIEVEMENT', id);
  }

  @OnEvent('demand.published', 'demand.revised', 'demand.confirmed', 'demand.withdrawn', 'demand.closed', 'demand.reopened', 'demand.deleted')
  async followDemand({ id }: JobPayload): Promise<void> {
    await this.follow('DEMAND', id);
  }

  @OnEvent('import.finished', 'import.undone', 'organisation.suspended', 'organisation.restored')
  async followMany(): Promise<void> {
    await this.alone((tx) => this.settle(tx));
  }

  /** Another dictionary is another text of everything. */
  @OnEvent('dictionary.published')
  async followDictionary(): Promise<void> {
    await this.rematchAll();
  }

  /** Matches everything with everything: nightly, since every text moves the weights of all, and after a bulk load. */
  @Cron('30 18 * * *')
  async rematchAll(): Promise<{ items: number }> {
    return this.alone(async (tx) => ({ items: await this.rematch(tx) }));
  }

  /**
   * Gives reasons to the pairs that matching everything has left without, the best first. They take longer than the lists themselves, which
   * are right meanwhile; in small steps, so that a publication never waits for them.
   */
  @Job()
  async name(): Promise<void> {
    while ((await this.alone((tx) => this.nameSome(tx))) === namedAtOnce);
  }

  /** Other coefficients, or vectors that they count or count no more: every stored figure and band is counted again. */
  @OnEvent('matchModel.approved', 'embedder.set')
  async followModel(): Promise<void> {
    await this.rematchAll();
  }

  /** An embedder has said something of texts that were matched by their words: their lists are computed again, if the model weighs it. */
  @Job()
  async followVectors(): Promise<void> {
    await this.alone(async (tx) => {
      const [rows]: [{ id: string; side: MatchSide }[], number] = await tx.em.query(
        `update item_vector set "isMatched" = true where not "isMatched" returning "itemId" as id, side`,
      );
      if (!rows.length || !(await modelInUse(tx.em)).withSimilarity) return;
      if (rows.length > manyChanges) return void (await this.rematch(tx));
      await this.index.follow(tx.em, rows.map(({ id }) => id));
      // Withdrawn meanwhile, it is of no list any more.
      const of = (side: MatchSide): string[] => rows.filter((r) => r.side === side && this.index.side(side).versionOf(r.id) !== null).map(({ id }) => id);
      await this.store(tx, { DEMAND: [], ACHIEVEMENT: [] }, { DEMAND: of('DEMAND'), ACHIEVEMENT: of('ACHIEVEMENT') });
    });
  }

  private async follow(side: MatchSide, id: string): Promise<void> {
    await this.alone(async (tx) => {
      const state = await this.stateOf(tx, side, id);
      if (state === 'SETTLED') return;
      const one = (wanted: string): Changes => ({ DEMAND: [], ACHIEVEMENT: [], [side]: state === wanted ? [id] : [] });
      await this.index.follow(tx.em, [id]);
      await this.store(tx, one('GONE'), one('CHANGED'));
    });
  }

  /** One computation at a time over all workers: each sees what the one before has stored, and two never write the same pair at once. */
  private alone<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.db.run(system, async (tx) => {
      await tx.em.query(`set local statement_timeout = '15min'`);
      await tx.em.query(`select pg_advisory_xact_lock(hashtext('jihui:matching'))`);
      return work(tx);
    });
  }

  private async stateOf(tx: Tx, side: MatchSide, id: string): Promise<'SETTLED' | 'CHANGED' | 'GONE'> {
    const { entity } = this.index.side(side);
    const item = await visible(
      tx.em.createQueryBuilder<{ id: string; version: number }>(entity, 'r').where('r.id = :id', { id }).andWhere(isLive('r')),
      entity,
      anonymous(),
    ).getOne();
    const list = await tx.em.findOneBy(MatchList, { id });
    if ((item?.version ?? null) === (list?.itemVersion ?? null)) return 'SETTLED';
    return item ? 'CHANGED' : 'GONE';
  }

  /** Whatever is not as it was matched, found by comparing everything. */
  private async settle(tx: Tx): Promise<void> {
    const gone = await this.changes((side) => this.goneOf(tx, side));
    const changed = await this.changes((side) => this.changedOf(tx, side));
    if (changed.DEMAND.length + changed.ACHIEVEMENT.length > manyChanges) return void (await this.rematch(tx));
    await this.index.synchronise(tx.em);
    await this.store(tx, gone, changed);
  }

  private async store(tx: Tx, gone: Changes, changed: Changes): Promise<void> {
    const affected: Record<MatchSide, Set<string>> = { DEMAND: new Set(changed.DEMAND), ACHIEVEMENT: new Set(changed.ACHIEVEMENT) };
    for (const side of MatchSide.options) {
      const other = affected[otherSide[side]];
      for (const id of await removeItems(tx, side, gone[side])) other.add(id);
      for (const id of await listedWith(tx, side, changed[side])) other.add(id);
    }
    const many = { DEMAND: await this.enter(tx, 'DEMAND', changed, affected), ACHIEVEMENT: await this.enter(tx, 'ACHIEVEMENT', changed, affected) };
    const anew = new Set([...changed.DEMAND, ...changed.ACHIEVEMENT]);
    for (const side of MatchSide.options) {
      const lists: ItemList[] = [];
      const stored = this.index.candidateSource === 'MEMORY' ? new Map<string, string[]>() : await partnersStored(tx, side, [...affected[side]]);
      for (const id of affected[side]) {
        const version = this.index.side(side).versionOf(id);
        if (version !== null) lists.push({ id, version, pairs: await this.index.listOf(side, id, [...changed[otherSide[side]], ...(stored.get(id) ?? [])]) });
      }
      await replaceLists(tx, side, lists, anew, (pair) => this.index.named(pair));
    }
    for (const side of MatchSide.options) {
      const open = many[side].filter((pair) => !affected[otherSide[side]].has(pair[column[side].other]));
      const { lists, moved } = await place(tx, side, open, this.index.modelVersion, matchListSize);
      await noteChanges(tx, otherSide[side], lists, moved);
    }
    for (const side of MatchSide.options) await noteChanges(tx, side, [...affected[side], ...gone[side]]);
    await this.endTurn(tx, [...anew, ...gone.DEMAND, ...gone.ACHIEVEMENT]);
  }

  /** Adds the lists that changed items of this side enter to those that are computed anew; where they are many, gives the pairs instead. */
  private async enter(tx: Tx, side: MatchSide, changed: Changes, affected: Record<MatchSide, Set<string>>): Promise<ListedPair[]> {
    const many: ListedPair[] = [];
    for (const id of changed[side]) {
      const pairs = await entering(tx, side, await this.index.pairsOf(side, id), matchListSize);
      if (pairs.length > manyLists) many.push(...pairs);
      else for (const pair of pairs) affected[otherSide[side]].add(pair[column[side].other]);
    }
    return many;
  }

  private async rematch(tx: Tx): Promise<number> {
    await this.index.synchronise(tx.em);
    const versions = MatchSide.options.flatMap((side) => this.index.side(side).versions.map((item) => ({ ...item, side })));
    // PostgreSQL answers while the engine counts; one question after the other, since they share a connection.
    const reading = keepVersions(tx, versions).then(() => storedPairs(tx));
    const [stored, pairs] = await Promise.all([reading, this.index.allPairs()]);
    const changes = await replaceEverything(tx, stored, pairs, this.index.modelVersion);
    if (changes > 0) for (const side of MatchSide.options) await noteChanges(tx, side);
    if (changes > 0) await tx.enqueue('MatchingService.name', { id: '' });
    // What was looked at before is looked at again: nobody needs the earlier turns.
    await tx.em.query('delete from match_turn');
    await this.endTurn(tx, null);
    return versions.length;
  }

  private async nameSome(tx: Tx): Promise<number> {
    const pairs = await unnamed(tx, namedAtOnce);
    if (!pairs.length) return 0;
    await this.index.follow(tx.em, []);
    const named = pairs.flatMap(({ id, ...pair }) => {
      const found = this.index.named(pair);
      return found ? [{ ...found, id }] : [];
    });
    await writeReasons(tx, named);
    // What stays without is about to leave the list: its event is on its way.
    return named.length;
  }

  private async endTurn(tx: Tx, itemIds: readonly string[] | null): Promise<void> {
    const [turn]: { id: string }[] = await tx.em.query('insert into match_turn ("itemIds") values ($1) returning id', [itemIds]);
    if (turn) this.index.passTurn(turn.id);
  }

  private async changes(of: (side: MatchSide) => Promise<string[]>): Promise<Changes> {
    return { DEMAND: await of('DEMAND'), ACHIEVEMENT: await of('ACHIEVEMENT') };
  }

  /** Live, and never matched or changed since. */
  private async changedOf(tx: Tx, side: MatchSide): Promise<string[]> {
    const { entity } = this.index.side(side);
    const query = tx.em
      .createQueryBuilder<{ id: string; version: number }>(entity, 'r')
      .leftJoin(MatchList, 'l', 'l.id = r.id')
      .where('(l.id is null or l.itemVersion <> r.version)')
      .andWhere(isLive('r'));
    const rows: { id: string }[] = await visible(query, entity, anonymous()).select('r.id', 'id').getRawMany();
    return rows.map((r) => r.id);
  }

  /** Matched once, and not live any more. */
  private async goneOf(tx: Tx, side: MatchSide): Promise<string[]> {
    const { entity } = this.index.side(side);
    const scope = accessOf<{ id: string; version: number }>(entity).visibleTo('r', anonymous());
    const query = tx.em.createQueryBuilder(MatchList, 'l').leftJoin(entity, 'r', `r.id = l.id and (${scope.sql}) and ${isLive('r')}`, scope.params);
    const rows: { id: string }[] = await query.where('l.side = :side and r.id is null', { side }).select('l.id', 'id').getRawMany();
    return rows.map((r) => r.id);
  }
}

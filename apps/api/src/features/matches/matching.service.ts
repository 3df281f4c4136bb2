import { Injectable } from '@nestjs/common';
import { matchListSize, MatchSide } from '@jihui/domain';
import { anonymous, system } from '../../platform/auth/actor.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { isLive } from '../../platform/db/live.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Cron, OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { MatchIndex } from './match-index.js';
import { replaceEverything } from './match-bulk.js';
import { noteChanges } from './match-changes.js';
import { entered, listedWith, removeItems, replaceLists } from './match-store.js';
import { MatchList } from './match.entity.js';

const otherSide: Record<MatchSide, MatchSide> = { DEMAND: 'ACHIEVEMENT', ACHIEVEMENT: 'DEMAND' };
type Changes = Record<MatchSide, string[]>;
/** From so many changes on, matching everything anew costs less than working out who is affected. */
const manyChanges = 500;

/**
 * Keeps the stored lists equal to what is published. An event only wakes it; the work is found by comparing each item's version with the
 * version its list was computed for, so a lost, doubled or late event does no harm, and one run settles whatever a burst has changed.
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

  /** Other coefficients: every stored figure and band is counted again. */
  @OnEvent('matchModel.approved')
  async followModel(): Promise<void> {
    await this.rematchAll();
  }

  private async follow(side: MatchSide, id: string): Promise<void> {
    await this.alone(async (tx) => {
      if (!(await this.isSettled(tx, side, id))) await this.settle(tx);
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

  private async isSettled(tx: Tx, side: MatchSide, id: string): Promise<boolean> {
    const { entity } = this.index.side(side);
    const item = await visible(
      tx.em.createQueryBuilder<{ id: string; version: number }>(entity, 'r').where('r.id = :id', { id }).andWhere(isLive('r')),
      entity,
      anonymous(),
    ).getOne();
    const list = await tx.em.findOneBy(MatchList, { id });
    return (item?.version ?? null) === (list?.itemVersion ?? null);
  }

  private async settle(tx: Tx): Promise<void> {
    const gone = await this.changes((side) => this.goneOf(tx, side));
    const changed = await this.changes((side) => this.changedOf(tx, side));
    if (changed.DEMAND.length + changed.ACHIEVEMENT.length > manyChanges) return void (await this.rematch(tx));
    await this.index.synchronise(tx.em);
    const affected: Record<MatchSide, Set<string>> = { DEMAND: new Set(changed.DEMAND), ACHIEVEMENT: new Set(changed.ACHIEVEMENT) };
    for (const side of MatchSide.options) {
      const other = affected[otherSide[side]];
      for (const id of await removeItems(tx, side, gone[side])) other.add(id);
      for (const id of await listedWith(tx, side, changed[side])) other.add(id);
      const partners = changed[side].flatMap((id) => this.index.partnersOf(side, id));
      for (const id of await entered(tx, side, partners, matchListSize)) other.add(id);
    }
    for (const side of MatchSide.options) await this.store(tx, side, [...affected[side]]);
    for (const side of MatchSide.options) await noteChanges(tx, side, [...affected[side], ...gone[side]]);
  }

  private async rematch(tx: Tx): Promise<number> {
    await this.index.synchronise(tx.em);
    const versions = MatchSide.options.flatMap((side) => this.index.side(side).versions.map((item) => ({ ...item, side })));
    await replaceEverything(tx, this.index.allPairs(), versions);
    for (const side of MatchSide.options) await noteChanges(tx, side);
    return versions.length;
  }

  private async store(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<void> {
    const lists = ids.flatMap((id) => {
      const version = this.index.side(side).versionOf(id);
      return version === null ? [] : [{ id, version, pairs: this.index.listOf(side, id) }];
    });
    await replaceLists(tx, side, lists);
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

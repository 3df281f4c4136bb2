import { Injectable } from '@nestjs/common';
import { DomainError, readingsOfAchievement, readingsOfDemand, type Reading, type ReadingCorrection } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { correctionsIn, IndicatorCorrection } from './indicator-correction.entity.js';

/** 指标的读法: what was read from an item's texts and table, put right by its owner in any state of the item; its texts stay as they are. */
@Injectable()
export class Readings {
  constructor(private readonly db: Db) {}

  /** What the owner of an item has said of its readings. Who may ask is the caller's matter. */
  async corrections(itemId: string): Promise<ReadingCorrection[]> {
    return correctionsIn(await this.db.em.find(IndicatorCorrection, { where: { itemId }, order: { id: 'ASC' } }), itemId);
  }

  /** The owner of a demand corrects, rejects or takes back. */
  async ofDemand(tx: Tx, id: string, said: ReadingCorrection): Promise<ReadingCorrection[]> {
    const row = await tx.lock(Demand, { id }, 'demand.write');
    await this.keep(tx, id, readingsOfDemand(row), said);
    await tx.record('demand.indicatorsCorrected', id, { key: said.key, state: said.state });
    return correctionsIn(await tx.em.findBy(IndicatorCorrection, { itemId: id }), id);
  }

  /** The same of an achievement. */
  async ofAchievement(tx: Tx, id: string, said: ReadingCorrection): Promise<ReadingCorrection[]> {
    const row = await tx.lock(Achievement, { id }, 'achievement.write');
    await this.keep(tx, id, readingsOfAchievement(row), said);
    await tx.record('achievement.indicatorsCorrected', id, { key: said.key, state: said.state });
    return correctionsIn(await tx.em.findBy(IndicatorCorrection, { itemId: id }), id);
  }

  @OnEvent('achievement.deleted', 'demand.deleted')
  async forget({ id }: JobPayload): Promise<void> {
    await this.db.run(system, (tx) => tx.em.delete(IndicatorCorrection, { itemId: id }));
  }

  /** The item is locked, so that two corrections of one reading follow each other. */
  private async keep(tx: Tx, itemId: string, readings: readonly Reading[], said: ReadingCorrection): Promise<void> {
    const before = await tx.em.findOneBy(IndicatorCorrection, { itemId, key: said.key });
    if (said.state === 'READ') {
      if (before) await tx.em.delete(IndicatorCorrection, { id: before.id });
      return;
    }
    // Else anybody could fill the table with keys of nothing.
    if (!readings.some((r) => r.key === said.key)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'key', code: 'unknown_reading' }] });
    const values = valuesOf(said, tx.actor.userId);
    if (before) await tx.save(Object.assign(before, values));
    else await tx.insert(IndicatorCorrection, { itemId, key: said.key, ...values });
  }
}

function valuesOf({ state, indicator, change }: ReadingCorrection, correctedBy: string | null) {
  const own = state === 'CORRECTED' && indicator ? indicator : null;
  return {
    rejected: own === null,
    name: own?.name ?? null,
    op: own?.op ?? null,
    value: own?.value ?? null,
    unit: own?.unit || null,
    change: own ? (change ?? null) : null,
    correctedBy,
  };
}

import { Injectable } from '@nestjs/common';
import { achievementDraft, demandDraft, parse, type CheckedRow } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { AchievementBulk } from '../achievements/achievement-bulk.service.js';
import { AchievementDrafting } from '../achievements/achievement-drafting.service.js';
import { AchievementRelease } from '../achievements/achievement-release.service.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { DemandDrafting } from '../demands/demand-drafting.service.js';
import { DemandPublication } from '../demands/demand-publication.service.js';
import { Demand } from '../demands/demand.entity.js';

type Owner = { organisationId: string; createdBy: string; regionCode: string; importId: string };
export type NewItem = { row: CheckedRow; passesOn: boolean };

/** What an import does to achievements and to demands, through the same services as the forms. */
@Injectable()
export class ImportedItems {
  constructor(
    private readonly achievementBulk: AchievementBulk,
    private readonly achievementDrafting: AchievementDrafting,
    private readonly achievementRelease: AchievementRelease,
    private readonly demandDrafting: DemandDrafting,
    private readonly demandPublication: DemandPublication,
  ) {}

  /** The records of checked rows, in their order; what may be passed on goes its next step: an achievement to the public, a demand to the operators. */
  async createAll(tx: Tx, rows: readonly NewItem[], owner: Owner): Promise<string[]> {
    const achievements = rows.flatMap(({ row, passesOn }) =>
      row.kind === 'ACHIEVEMENTS' ? [{ content: parse(achievementDraft, row.input), release: passesOn }] : [],
    );
    const ids = achievements.length ? await this.achievementBulk.create(tx, achievements, owner) : [];
    for (const { row, passesOn } of rows) {
      if (row.kind !== 'DEMANDS') continue;
      const { id, version } = await this.demandDrafting.create(tx, parse(demandDraft, row.input), owner);
      if (passesOn) await this.demandPublication.submit(tx, { id, version });
      ids.push(id);
    }
    return ids;
  }

  /** Takes an achievement away again: a draft is deleted, what the public has read is withdrawn. */
  async removeAchievement(tx: Tx, item: Achievement, reason: string): Promise<void> {
    if (item.status === 'PUBLISHED') await this.achievementRelease.withdraw(tx, { id: item.id }, reason);
    if (item.status === 'IN_REVIEW') await this.achievementRelease.returnToInventor(tx, { id: item.id }, reason);
    if (isNeverPublished(item)) await this.achievementDrafting.delete(tx, { id: item.id });
  }

  /** Takes a demand away again: back from the operators and deleted, or withdrawn if the public has read it. */
  async removeDemand(tx: Tx, item: Demand, reason: string): Promise<void> {
    if (item.status === 'PUBLISHED' || item.status === 'SUBMITTED') await this.demandPublication.withdraw(tx, { id: item.id }, reason);
    if (!isNeverPublished(item)) return;
    if (item.status !== 'DRAFT') await this.demandPublication.reopen(tx, { id: item.id });
    await this.demandDrafting.delete(tx, { id: item.id });
  }
}

const isNeverPublished = (item: Achievement | Demand): boolean => item.publishedAt === null;

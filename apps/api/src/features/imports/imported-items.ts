import { Injectable } from '@nestjs/common';
import { achievementDraft, demandDraft, parse, type CheckedRow } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { AchievementDrafting } from '../achievements/achievement-drafting.service.js';
import { AchievementRelease } from '../achievements/achievement-release.service.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { DemandDrafting } from '../demands/demand-drafting.service.js';
import { DemandPublication } from '../demands/demand-publication.service.js';
import { Demand } from '../demands/demand.entity.js';

type Owner = { organisationId: string; createdBy: string; regionCode: string; importId: string };
export type Made = { id: string; version: number };

/** What an import does to achievements and to demands, through the same services as the forms. */
@Injectable()
export class ImportedItems {
  constructor(
    private readonly achievementDrafting: AchievementDrafting,
    private readonly achievementRelease: AchievementRelease,
    private readonly demandDrafting: DemandDrafting,
    private readonly demandPublication: DemandPublication,
  ) {}

  /** A draft of a checked row. */
  async create(tx: Tx, row: CheckedRow, owner: Owner): Promise<Made> {
    if (row.kind === 'ACHIEVEMENTS') return this.achievementDrafting.create(tx, parse(achievementDraft, row.input), owner);
    return this.demandDrafting.create(tx, parse(demandDraft, row.input), owner);
  }

  /** The next step: an achievement to the public, a demand to the operators. */
  async passOn(tx: Tx, kind: CheckedRow['kind'], { id, version }: Made): Promise<void> {
    if (kind === 'ACHIEVEMENTS') await this.achievementRelease.release(tx, { id, version });
    else await this.demandPublication.submit(tx, { id, version });
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

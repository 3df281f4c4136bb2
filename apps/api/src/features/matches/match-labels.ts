import type { EntityManager } from 'typeorm';
import { gradeOf, type DeclineReason, type FitReason } from '@jihui/domain';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Synonyms, type AchievementDocument, type DemandDocument } from '@jihui/matching';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { documentOfAchievement, documentOfDemand } from './documents.js';

/** The shared rows know no dictionary: both are fitted on what people wrote. */
const asWritten = new Synonyms(new Map());

export type MatchLabel = { demandId: string; achievementId: string; levels: number[] };
export type LabelledMarket = { demands: DemandDocument[]; achievements: AchievementDocument[]; labels: MatchLabel[] };

type Said = {
  demandId: string;
  achievementId: string;
  declineReason: DeclineReason | null;
  fitReason: FitReason | null;
  contacted: boolean;
  level: number | null;
  accepted: boolean;
};

/** The market's own labels in the form of the shared ones, with the published texts that they speak of; no names, no notes. */
export async function labelledMarket(em: EntityManager): Promise<LabelledMarket> {
  const said: Said[] = await em.query(
    `select "demandId", "achievementId", "declineReason", "fitReason", false as contacted, false as accepted, null::int as level from match_feedback
     union all
     select "demandId", "achievementId", "declineReason", null, status <> 'DECLINED', status = 'ACCEPTED', null from introduction where "demandId" is not null and "achievementId" is not null and status <> 'CANCELLED'
     union all
     select "demandId", "achievementId", null, null, false, false, level from match_grade`,
  );
  const demands = (await visible(em.createQueryBuilder(Demand, 'd'), Demand, anonymous()).getMany()).map((d) => documentOfDemand(d, asWritten));
  const achievements = (await visible(em.createQueryBuilder(Achievement, 'a'), Achievement, anonymous()).getMany()).map((a) => documentOfAchievement(a, asWritten));
  const known = new Set([...demands, ...achievements].map((d) => d.id));
  const labels = new Map<string, MatchLabel>();
  for (const row of said) {
    // Who asks to be introduced has found something; who accepts has found it too.
    const level = row.level ?? (row.accepted ? 4 : row.contacted ? 3 : gradeOf(row));
    if (level === null || !known.has(row.demandId) || !known.has(row.achievementId)) continue;
    const key = `${row.demandId} ${row.achievementId}`;
    const label = labels.get(key) ?? { demandId: row.demandId, achievementId: row.achievementId, levels: [] };
    label.levels.push(level);
    labels.set(key, label);
  }
  return { demands, achievements, labels: [...labels.values()] };
}

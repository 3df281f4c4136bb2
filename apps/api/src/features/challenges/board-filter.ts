import { statusesOfBoardStage, statusesOfOutcome, type BoardFilter } from '@jihui/domain';
import type { SelectQueryBuilder } from 'typeorm';
import type { Challenge } from './challenge.entity.js';

/** In Asia/Shanghai: an item of the first hours of a month is that month's. */
export const monthOfPublication = (alias: string): string => `to_char(${alias}."publishedAt" at time zone 'Asia/Shanghai', 'YYYY-MM')`;

/** Narrows the items `c` to those of the board that the filter names; the figures and the list read it alike. */
export function onBoard(query: SelectQueryBuilder<Challenge>, filter: BoardFilter): SelectQueryBuilder<Challenge> {
  const { stage, kind, mode, techField, unfilled, outcome, region, month, text } = filter;
  const statuses = stage ? statusesOfBoardStage[stage] : Object.values(statusesOfBoardStage).flat();
  query.andWhere('c.status in (:...boardStatuses)', { boardStatuses: statuses });
  if (kind) query.andWhere('c.kind = :kind', { kind });
  if (mode) query.andWhere('c.mode = :mode', { mode });
  if (techField) query.andWhere('c.techField = :techField', { techField });
  if (unfilled) query.andWhere('c.techField is null');
  if (outcome) query.andWhere('c.status in (:...outcomeStatuses)', { outcomeStatuses: statusesOfOutcome[outcome] });
  if (region) query.andWhere('exists (select 1 from organisation placed where placed.id = c."organisationId" and placed."regionCode" = :region)', { region });
  if (month) query.andWhere(`${monthOfPublication('c')} = :month`, { month });
  const words = text?.trim();
  if (words)
    query.andWhere(`(c.title ilike :like or c.number ilike :like or c.background ilike :like)`, { like: `%${words.replace(/[\\%_]/g, '\\$&')}%` });
  return query;
}

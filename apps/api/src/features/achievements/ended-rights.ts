import { DomainError, endedRights, shanghaiDay } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { Achievement } from './achievement.entity.js';

/** Refuses terms that license or transfer a patent whose protection has ended, naming it; the achievement tells the filing dates. `within` is where the terms stand in the input. */
export async function refuseEndedRights(tx: Tx, terms: Parameters<typeof endedRights>[0], achievementId: string | null, within = ''): Promise<void> {
  const achievement = achievementId ? await tx.em.findOneBy(Achievement, { id: achievementId }) : null;
  const issues = endedRights(terms, shanghaiDay(tx.now), achievement?.ipRights);
  if (issues.length) throw new DomainError('INVALID_INPUT', { issues: issues.map((i) => ({ ...i, path: `${within}${i.path}` })) });
}

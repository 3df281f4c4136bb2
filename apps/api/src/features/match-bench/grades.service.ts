import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { agreementOf, DomainError, type MatchGradeInput } from '@jihui/domain';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { isLive } from '../../platform/db/live.js';
import type { Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { askedByDemand, publicText } from '../people-matches/market-texts.service.js';
import type { GradeFigures } from './bench-types.js';
import { MatchGrade } from './match-grade.entity.js';

export const gradeFiles = ['labels', 'demands', 'achievements'] as const;
export type GradeFile = (typeof gradeFiles)[number];

/** The grades that experts give, and what they leave the market with: files that `match:train --data` reads. */
@Injectable()
export class Grades {
  constructor(private readonly db: Db) {}

  /** Gives or changes one's own grade of a pair; `version` is 0 for the first. */
  async give(tx: Tx, version: number, { demandId, achievementId, level }: MatchGradeInput): Promise<MatchGrade> {
    tx.demand('matchBench.grade');
    const { userId, name } = tx.actor;
    if (!userId) throw new DomainError('NOT_SIGNED_IN');
    await tx.see(Demand, demandId);
    await tx.see(Achievement, achievementId);
    const known = await tx.em.findOneBy(MatchGrade, { demandId, achievementId, gradedBy: userId });
    if ((known?.version ?? 0) !== version) throw new DomainError('STALE');
    if (!known) {
      const grade = await tx.insert(MatchGrade, { demandId, achievementId, level, gradedBy: userId, gradedByName: name });
      await tx.record('matchGrade.given', grade.id, { level, before: null });
      return grade;
    }
    const grade = await tx.lock(MatchGrade, { id: known.id, version }, 'matchBench.grade');
    const before = grade.level;
    if (before === level) return grade;
    await tx.save(Object.assign(grade, { level }));
    await tx.record('matchGrade.given', grade.id, { level, before });
    return grade;
  }

  async figures(): Promise<GradeFigures> {
    const grades = await this.db.em.find(MatchGrade);
    const levels = [...byPair(grades).values()].map((of) => of.map((g) => g.level));
    return { grades: grades.length, graders: new Set(grades.map((g) => g.gradedBy)).size, gradedPairs: levels.length, ...agreementOf(levels) };
  }

  /** One file of the set, a JSON per line. Names and times stay here; pairs whose texts are no longer public are left out. */
  async file(name: GradeFile): Promise<string> {
    const { demands, achievements, labels } = await this.labelled();
    const rows: object[] = {
      labels,
      demands: demands.map(askedByDemand).map(({ id, title, text }) => ({ id, title, text })),
      achievements: achievements.map(publicText),
    }[name];
    return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }

  private async labelled() {
    const pairs = byPair(await this.db.em.find(MatchGrade, { order: { createdAt: 'ASC', id: 'ASC' } }));
    const first = [...pairs.values()].flatMap(([grade]) => (grade ? [grade] : []));
    const live = <T extends Demand | Achievement>(entity: new () => T, ids: string[]): Promise<T[]> =>
      visible(this.db.em.createQueryBuilder<T>(entity, 'r').where(isLive('r')).andWhere({ id: In(ids) }), entity, anonymous()).orderBy('r.id').getMany();
    const demands = await live(Demand, first.map((g) => g.demandId));
    const achievements = await live(Achievement, first.map((g) => g.achievementId));
    const known = new Set([...demands, ...achievements].map((row) => row.id));
    const labels = [...pairs.values()].flatMap((of) => {
      const [grade] = of;
      if (!grade || !known.has(grade.demandId) || !known.has(grade.achievementId)) return [];
      return [{ demandId: grade.demandId, achievementId: grade.achievementId, levels: of.map((g) => g.level) }];
    });
    return { demands, achievements, labels };
  }
}

function byPair(grades: readonly MatchGrade[]): Map<string, MatchGrade[]> {
  const pairs = new Map<string, MatchGrade[]>();
  for (const grade of grades) {
    const key = `${grade.demandId} ${grade.achievementId}`;
    pairs.set(key, [...(pairs.get(key) ?? []), grade]);
  }
  return pairs;
}

import { Injectable } from '@nestjs/common';
import { BoardStage, everyItem, statusesOfBoardStage, statusesOfOutcome, type BoardFilter, type BoardOutcome, type ChallengeCut, type ChallengeStatus } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import { monthOfPublication, onBoard } from '../challenges/board-filter.js';
import { Challenge } from '../challenges/challenge.entity.js';

export type FigureRow = { key: string | null; count: number; cash: string; fiscal: string; claims: number; awarded: number; accepted: number; noClaim: number; terminated: number };
export type BoardRow = Pick<Challenge, 'number' | 'title' | 'kind' | 'mode' | 'techField' | 'status' | 'publishedAt' | 'claimsCloseAt' | 'claimCount' | 'bidderCash' | 'fiscalSupport'> & {
  owner: string;
  region: string;
};

const keyOf: Record<ChallengeCut, string> = {
  FIELD: 'c."techField"',
  REGION: 'owner."regionCode"',
  KIND: 'c.kind',
  MODE: 'c.mode',
  STAGE: 'c.status',
  MONTH: monthOfPublication('c'),
};
const stageOf = (status: string | null): BoardStage | null =>
  BoardStage.options.find((s) => statusesOfBoardStage[s].some((x) => x === (status as ChallengeStatus))) ?? null;
const countOf = (outcome: BoardOutcome) => `count(*) filter (where c.status in (${statusesOfOutcome[outcome].map((s) => `'${s}'`).join(', ')}))::int`;
const mostRows = 5000;

/** What is counted of the published items: always what the board shows under the same filter. */
@Injectable()
export class ChallengeFigures {
  constructor(private readonly db: Db) {}

  async of(cut: ChallengeCut, filter: BoardFilter = everyItem): Promise<FigureRow[]> {
    const query = this.board(filter)
      .select(keyOf[cut], 'key')
      .addSelect('count(*)::int', 'count')
      .addSelect('coalesce(sum(c."bidderCash"), 0)::text', 'cash')
      .addSelect('coalesce(sum(c."fiscalSupport"), 0)::text', 'fiscal')
      .addSelect('coalesce(sum(c."claimCount"), 0)::int', 'claims')
      .addSelect(countOf('AWARDED'), 'awarded')
      .addSelect(countOf('ACCEPTED'), 'accepted')
      .addSelect(countOf('NO_CLAIM'), 'noClaim')
      .addSelect(countOf('TERMINATED'), 'terminated')
      .groupBy(keyOf[cut]);
    const sorted = cut === 'MONTH' ? query.orderBy('key', 'DESC') : query.orderBy('count', 'DESC').addOrderBy('key');
    const rows: FigureRow[] = await sorted.getRawMany();
    return cut === 'STAGE' ? joined(rows.map((r) => ({ ...r, key: stageOf(r.key) }))) : rows;
  }

  /** The items behind the figures, as the public reads them. */
  records(filter: BoardFilter): Promise<BoardRow[]> {
    return this.board(filter)
      .select(['c.number as number', 'c.title as title', 'c.kind as kind', 'c.mode as mode', 'c.status as status'])
      .addSelect(['c."techField" as "techField"', 'c."publishedAt" as "publishedAt"', 'c."claimsCloseAt" as "claimsCloseAt"', 'c."claimCount" as "claimCount"'])
      .addSelect(['c."bidderCash" as "bidderCash"', 'c."fiscalSupport" as "fiscalSupport"', 'owner.name as owner', 'place.name as region'])
      .leftJoin('region', 'place', 'place.code = owner."regionCode"')
      .orderBy('c."publishedAt"', 'DESC')
      .limit(mostRows)
      .getRawMany();
  }

  private board(filter: BoardFilter) {
    const query = this.db.em.createQueryBuilder(Challenge, 'c').innerJoin('organisation', 'owner', 'owner.id = c."organisationId"').where('c."publishedAt" is not null');
    return onBoard(query, filter);
  }
}

/** Rows of one key as one: a stage holds several states. */
function joined(rows: readonly FigureRow[]): FigureRow[] {
  return BoardStage.options.flatMap((key): FigureRow[] => {
    const own = rows.filter((r) => r.key === key);
    if (!own.length) return [];
    const sum = (of: 'count' | 'claims' | 'awarded' | 'accepted' | 'noClaim' | 'terminated') => own.reduce((all, r) => all + r[of], 0);
    const money = (of: 'cash' | 'fiscal') => String(own.reduce((all, r) => all + BigInt(r[of]), 0n));
    return [{ key, count: sum('count'), cash: money('cash'), fiscal: money('fiscal'), claims: sum('claims'), awarded: sum('awarded'), accepted: sum('accepted'), noClaim: sum('noClaim'), terminated: sum('terminated') }];
  });
}

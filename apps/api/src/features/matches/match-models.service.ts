import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, matchModelMachine, next, type MatchModelProposal } from '@jihui/domain';
import { calibration, shippedModel, type MatchModel, type SimilarityCoefficients } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { embedderInUse } from '../embedder/embedder-setting.entity.js';
import { MatchModelRow, type ModelComparison, type ModelFigures, type MovedPair } from './match-model.entity.js';

const sampled = 12;

/** The coefficients in use, as the matcher takes them: those that were approved, else those of the release. */
export async function modelInUse(em: EntityManager): Promise<MatchModel> {
  const row = await em.findOneBy(MatchModelRow, { status: 'IN_USE' });
  if (!row) return shippedModel;
  const { name: version, intercept, slope, ceiling } = row;
  return { version, intercept, slope, ceiling, withSimilarity: await weightsNow(em, row) };
}

/** A model's weights of a similarity count only while the embedder that they were fitted with is on: vectors of another one mean something else. */
export async function weightsNow(em: EntityManager, { withSimilarity }: Pick<MatchModelRow, 'withSimilarity'>): Promise<SimilarityCoefficients | null> {
  if (!withSimilarity || withSimilarity.embedder !== (await embedderInUse(em))) return null;
  const { embedder, intercept, slope, similarity } = withSimilarity;
  return { embedder, intercept, slope, similarity };
}

/** Candidates of `match:train`, and who decides on them. */
@Injectable()
export class MatchModels {
  constructor(private readonly db: Db) {}

  all(actor: Actor): Promise<MatchModelRow[]> {
    return visible(this.db.em.createQueryBuilder(MatchModelRow, 'm'), MatchModelRow, actor).orderBy('m.createdAt', 'DESC').getMany();
  }

  inUse(): Promise<MatchModel> {
    return modelInUse(this.db.em);
  }

  async propose(tx: Tx, { name, intercept, slope, ceiling, withSimilarity = null, report }: MatchModelProposal): Promise<MatchModelRow> {
    const [id] = await tx.insertAll(MatchModelRow, [
      { name, status: matchModelMachine.initial, intercept, slope, ceiling, withSimilarity, report, version: 1 },
    ]);
    await tx.record('matchModel.proposed', id ?? '', { name });
    return tx.em.findOneByOrFail(MatchModelRow, { id });
  }

  async recommend(tx: Tx, ref: Ref): Promise<MatchModelRow> {
    const row = await tx.lock(MatchModelRow, ref, 'matchModel.recommend');
    row.status = next(matchModelMachine, row.status, 'recommend');
    await tx.save(Object.assign(row, { recommendedBy: tx.actor.userId, recommendedByName: tx.actor.name, decidedByName: null }));
    await tx.record('matchModel.recommended', row.id, {});
    return row;
  }

  async drop(tx: Tx, ref: Ref): Promise<MatchModelRow> {
    const row = await tx.lock(MatchModelRow, ref, 'matchModel.recommend');
    row.status = next(matchModelMachine, row.status, 'drop');
    await tx.save(Object.assign(row, { decidedByName: tx.actor.name }));
    await tx.record('matchModel.dropped', row.id, {});
    return row;
  }

  /** By a second person; the matcher counts everything anew then. What was in use stays, for the way back. */
  async approve(tx: Tx, ref: Ref): Promise<MatchModelRow> {
    // Two approvals at once would leave two in use.
    await tx.em.query(`select pg_advisory_xact_lock(hashtext('jihui:match-model'))`);
    const seen = await tx.see(MatchModelRow, ref.id);
    if (seen.status === 'RECOMMENDED' && seen.recommendedBy === tx.actor.userId) throw new DomainError('SAME_REVIEWER');
    const row = await tx.lock(MatchModelRow, ref, 'matchModel.approve');
    const before = await this.retire(tx);
    row.status = next(matchModelMachine, row.status, 'approve');
    await tx.save(Object.assign(row, { decidedByName: tx.actor.name }));
    await tx.record('matchModel.approved', row.id, { name: row.name, before });
    return row;
  }

  /** On held-out labels as its training has found, and in the lists as they are stored now. */
  async compare(row: MatchModelRow): Promise<ModelComparison> {
    const { intercept, slope, ceiling, report } = row;
    const weights = await weightsNow(this.db.em, row);
    const byWords = `$1::float8 + $2::float8 * sqrt(m.cosine)`;
    // Without weights these are null, and so is the sum: what the words say counts.
    const after = `least($3::float8, 1 / (1 + exp(-coalesce($4::float8 + $5::float8 * sqrt(m.cosine) + $6::float8 * m.similarity, ${byWords}))))`;
    const band = `case when ${after} >= ${calibration.strongFrom} then 'STRONG' when ${after} >= ${calibration.worthALookFrom} then 'WORTH_A_LOOK' end`;
    const params = [intercept, slope, ceiling, weights?.intercept ?? null, weights?.slope ?? null, weights?.similarity ?? null];
    const moves: { from: string; to: string | null; pairs: string }[] = await this.db.em.query(
      `select m.band as "from", ${band} as "to", count(*) as pairs from match m where m.band is distinct from ${band} group by 1, 2 order by 3 desc`,
      params,
    );
    const sample: MovedPair[] = await this.db.em.query(
      `select d.title as "demandTitle", a.title as "achievementTitle", m.score as before, ${after} as after
         from match m join demand d on d.id = m."demandId" join achievement a on a.id = m."achievementId"
        where m.band is distinct from ${band} and d.status = 'PUBLISHED' and a.status = 'PUBLISHED' order by abs(m.score - ${after}) desc, m.id limit ${sampled}`,
      params,
    );
    const { mean = 0, low = 0, high = 0 } = report?.logLossGain ?? {};
    return {
      candidate: report ? flat(report.candidate) : null,
      inUse: report ? flat(report.inUse) : null,
      logLossGain: report ? [mean, low, high] : null,
      comparedOnMarket: report?.comparedOnMarket ?? false,
      fittedOn: report ? `${report.sharedPairs} + ${report.marketPairs} / ${report.demands}` : null,
      moves: moves.map(({ from, to, pairs }) => ({ from, to, pairs: Number(pairs) })),
      sample,
    };
  }

  private async retire(tx: Tx): Promise<string> {
    const old = await tx.em.findOneBy(MatchModelRow, { status: 'IN_USE' });
    if (old) {
      await tx.save(Object.assign(old, { status: 'RETIRED' }));
      return old.name;
    }
    const { version: name, intercept, slope, ceiling } = shippedModel;
    if (!(await tx.em.existsBy(MatchModelRow, { name })))
      await tx.insertAll(MatchModelRow, [{ name, status: 'RETIRED', intercept, slope, ceiling, withSimilarity: null, report: null, version: 1 }]);
    return name;
  }
}

type Figures = MatchModelProposal['report']['candidate'];
const flat = ({ ndcg10, ...rest }: Figures): ModelFigures => ({
  ndcg10: ndcg10.mean,
  ndcg10Low: ndcg10.low,
  ndcg10High: ndcg10.high,
  ...rest,
});

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError, scoreUnder, shanghaiDay, type BenchFeature } from '@jihui/domain';
import { bandOf, countedSimilarity, shippedModel, similarityOf, type MatchModel } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { isLive } from '../../platform/db/live.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { MatchModelRow } from '../matches/match-model.entity.js';
import { embedderInUse } from '../embedder/embedder-setting.entity.js';
import { vectorsOf } from '../embedder/vectors.js';
import { modelInUse, weightsNow } from '../matches/match-models.service.js';
import { BenchEngine } from './bench-engine.service.js';
import type { BenchCandidate, BenchDemand, BenchModel, BenchRanking, BenchScore } from './bench-types.js';
import { MatchGrade } from './match-grade.entity.js';

/** As far down as an expert reads: the labels need pairs that do not fit as much as those that do. */
const depth = 40;
const shownTerms = 8;
const dayMs = 86_400_000;

/** One demand against all that is published, as two model versions see it. */
@Injectable()
export class Bench {
  constructor(
    private readonly db: Db,
    private readonly bench: BenchEngine,
  ) {}

  /** Live demands by a word of their title; those with grades first. */
  async demands(actor: Actor, text: string | null, page: PageInput): Promise<Page<BenchDemand>> {
    const query = visible(this.db.em.createQueryBuilder(Demand, 'd').where(isLive('d')), Demand, actor);
    const words = text?.normalize('NFKC').trim();
    if (words) query.andWhere('d.title ilike :like', { like: `%${words.replace(/[\\%_]/g, '\\$&')}%` });
    const { items, total } = await pageOf(query.orderBy('d.publishedAt', 'DESC').addOrderBy('d.id'), page);
    const grades = await this.db.em.findBy(MatchGrade, { demandId: In(items.map((d) => d.id)) });
    return { total, items: items.map(({ id, title }) => ({ id, title, graded: new Set(grades.filter((g) => g.demandId === id).map((g) => g.achievementId)).size })) };
  }

  /** The versions that can be laid side by side: what was released, what waits, what is and was in use. */
  async models(): Promise<BenchModel[]> {
    const used = await modelInUse(this.db.em);
    const rows = await this.db.em.find(MatchModelRow, { order: { createdAt: 'DESC' } });
    const known: BenchModel[] = [];
    for (const row of rows) {
      const { name, intercept, slope, ceiling } = row;
      known.push({ name, intercept, slope, ceiling, withSimilarity: await weightsNow(this.db.em, row), inUse: name === used.version });
    }
    return known.some((m) => m.name === shippedModel.version) ? known : [...known, { ...asModel(shippedModel), inUse: shippedModel.version === used.version }];
  }

  async ranking(actor: Actor, demandId: string, firstName: string | null, secondName: string | null): Promise<BenchRanking> {
    const demand = await visible(this.db.em.createQueryBuilder(Demand, 'd').where(`d.id = :id and ${isLive('d')}`, { id: demandId }), Demand, actor).getOne();
    if (!demand) throw new DomainError('NOT_FOUND');
    const models = await this.models();
    const named = (name: string | null): BenchModel => {
      const found = name ? models.find((m) => m.name === name) : models.find((m) => m.inUse);
      if (!found) throw new DomainError('NOT_FOUND');
      return found;
    };
    const [first, second] = [named(firstName), named(secondName)];
    const engine = await this.bench.ready();
    const grades = await this.db.em.findBy(MatchGrade, { demandId });
    const found = engine.best('DEMAND', demandId, depth);
    // What was graded stays in sight, wherever it stands now.
    const ids = [...new Set([...found.map((f) => f.id), ...grades.map((g) => g.achievementId)])];
    const rows = await visible(this.db.em.createQueryBuilder(Achievement, 'a').where('a.id in (:...ids)', { ids: ids.length ? ids : [demandId] }), Achievement, actor).getMany();
    const document = this.bench.demandDocument(demand);
    const pairs = rows
      .map((achievement) => ({ achievement, why: engine.explain(document, this.bench.achievementDocument(achievement)) }))
      .sort((a, b) => b.why.score - a.why.score || (a.achievement.id < b.achievement.id ? -1 : 1));
    const similarities = await this.similarities(demand, rows);
    const scores = [first, second].map((model) => placed(pairs.map(({ achievement, why }) => scoreOf(model, why.score, similarities.get(achievement.id) ?? null))));
    const candidates = pairs.map(({ achievement, why }, i): BenchCandidate => {
      const parts = engine.sharedOf(demandId, achievement.id);
      const part = (kind: 'word' | 'bigram') => parts.filter((s) => s.kind === kind).reduce((sum, s) => sum + s.share, 0);
      const own = grades.filter((g) => g.achievementId === achievement.id);
      const mine = own.find((g) => g.gradedBy === actor.userId);
      const others = own.filter((g) => g !== mine);
      const features: [BenchFeature, number | null][] = [
        ['rootCosine', Math.sqrt(Math.max(0, why.score))],
        ['wordPart', part('word')],
        ['bigramPart', part('bigram')],
        ['embedding', similarities.get(achievement.id) ?? null],
        ['keyTermsCovered', why.keyTerms.length ? why.keyTerms.filter((k) => k.covered).length / why.keyTerms.length : null],
        ...comparedFigures(demand, achievement),
      ];
      return {
        ...{ achievement, cosine: why.score, shared: why.terms.slice(0, shownTerms).map(({ text, share }) => ({ text, share })) },
        features: features.map(([feature, value]) => ({ feature, value })),
        ...{ first: scores[0]?.[i] ?? nowhere, second: scores[1]?.[i] ?? nowhere },
        ...{ myGrade: mine?.level ?? null, myGradeVersion: mine?.version ?? null, otherGrades: others.length },
        others: mine ? others.map((g) => ({ level: g.level, by: g.gradedByName, at: g.updatedAt })) : [],
      };
    });
    return { demand, first, second, candidates: candidates.sort((a, b) => a.first.place - b.first.place) };
  }

  /** What the embedder in use says of the demand and each of these, where it knows both texts as they are. */
  private async similarities(demand: Demand, achievements: readonly Achievement[]): Promise<Map<string, number>> {
    const embedder = await embedderInUse(this.db.em);
    if (!embedder) return new Map();
    const versions = new Map([demand, ...achievements].map((row) => [row.id, row.version]));
    const vectors = await vectorsOf(this.db.em, embedder, [...versions.keys()]);
    const own = new Map(vectors.filter((v) => v.itemVersion === versions.get(v.itemId)).map((v) => [v.itemId, v.vector]));
    return new Map(
      achievements.flatMap(({ id }) => {
        const similarity = similarityOf(own.get(demand.id), own.get(id));
        return similarity === null ? [] : [[id, similarity] as const];
      }),
    );
  }
}

const asModel = ({ version, intercept, slope, ceiling }: MatchModel): Omit<BenchModel, 'inUse'> => ({ name: version, intercept, slope, ceiling });

const nowhere: BenchScore = { probability: 0, band: null, adds: 0, intercept: 0, similarityAdds: null, logOdds: 0, capped: false, place: 0 };

function scoreOf(model: BenchModel, cosine: number, similarity: number | null): BenchScore {
  const score = scoreUnder(model, cosine, countedSimilarity(cosine, similarity, { ...model, version: model.name }));
  const band = bandOf(score.probability);
  return { ...score, band: band === 'NONE' ? null : band, place: 0 };
}

/** With the place of each by the model's log odds, which the ceiling does not flatten. */
function placed(scores: readonly BenchScore[]): BenchScore[] {
  const order = scores.map(({ logOdds }, i) => ({ i, logOdds })).sort((a, b) => b.logOdds - a.logOdds || a.i - b.i);
  const places = new Map(order.map(({ i }, at) => [i, at + 1]));
  return scores.map((score, i) => ({ ...score, place: places.get(i) ?? 0 }));
}

/** Figures that both sides may give; positive gaps are in the demand's favour. */
function comparedFigures(d: Demand, a: Achievement): [BenchFeature, number | null][] {
  const price = a.priceMode === 'NEGOTIABLE' ? null : a.priceMin;
  const confirmed = a.confirmedAt ?? a.publishedAt;
  const days = confirmed ? (Date.parse(shanghaiDay(new Date())) - Date.parse(shanghaiDay(confirmed))) / dayMs : null;
  return [
    ['sameField', d.techField && a.techField ? Number(d.techField === a.techField) : null],
    ['trlGap', d.minTrl !== null && a.trl !== null ? a.trl - d.minTrl : null],
    ['priceOverBudget', d.budgetMax !== null && price !== null ? Number(BigInt(price)) / Number(BigInt(d.budgetMax)) : null],
    ['daysSinceConfirmed', days],
  ];
}

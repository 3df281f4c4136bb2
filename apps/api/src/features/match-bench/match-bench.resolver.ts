import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { matchGrade, type MatchGradeInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Bench } from './bench.service.js';
import { BenchDemandPage, BenchModel, BenchRanking, GradeFigures, type BenchDemand } from './bench-types.js';
import { Grades } from './grades.service.js';
import { MatchGrade } from './match-grade.entity.js';

const Name = (name: string) => Args(name, { type: () => String, nullable: true });

@Resolver()
export class MatchBenchResolver {
  constructor(
    private readonly db: Db,
    private readonly bench: Bench,
    private readonly grades: Grades,
  ) {}

  @Allow('matchBench.read')
  @Query(() => BenchDemandPage)
  benchDemands(@CurrentActor() actor: Actor, @Name('text') text: string | null, @Input(pageInput, 'page') page: PageInput): Promise<Page<BenchDemand>> {
    return this.bench.demands(actor, text, page);
  }

  @Allow('matchBench.read')
  @Query(() => [BenchModel])
  benchModels(): Promise<BenchModel[]> {
    return this.bench.models();
  }

  /** One demand against all achievements, under two model versions; left out, both are the one in use. */
  @Allow('matchBench.read')
  @Query(() => BenchRanking)
  benchRanking(@CurrentActor() actor: Actor, @RecordId('demandId') demandId: string, @Name('first') first: string | null, @Name('second') second: string | null): Promise<BenchRanking> {
    return this.bench.ranking(actor, demandId, first, second);
  }

  @Allow('matchBench.read')
  @Query(() => GradeFigures)
  gradeFigures(): Promise<GradeFigures> {
    return this.grades.figures();
  }

  @Allow('matchBench.grade')
  @Mutation(() => MatchGrade)
  gradeMatch(@CurrentActor() actor: Actor, @Args('version', { type: () => Int }) version: number, @Input(matchGrade) input: MatchGradeInput): Promise<MatchGrade> {
    return this.db.run(actor, (tx) => this.grades.give(tx, version, input));
  }
}

import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { BenchFeature, MatchBand } from '@jihui/domain';
import type { SimilarityCoefficients } from '@jihui/matching';
import { Paged } from '../../platform/graphql/paged.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { SharedText } from '../matches/match.entity.js';

@ObjectType()
export class BenchFeatureValue {
  @Field(() => gqlEnum(BenchFeature))
  feature!: BenchFeature;

  /** null where one of the two does not say. */
  @Field(() => Float, { nullable: true })
  value!: number | null;
}

/** The pair as one model version sees it. */
@ObjectType()
export class BenchScore {
  @Field(() => Float)
  probability!: number;

  @Field(() => gqlEnum(MatchBand), { nullable: true })
  band!: MatchBand | null;

  /** What the features add to the log odds, beside the intercept. */
  @Field(() => Float)
  adds!: number;

  /** Of the coefficients that count for this pair. */
  @Field(() => Float)
  intercept!: number;

  /** What the similarity of an embedder's vectors adds; null where it does not count. */
  @Field(() => Float, { nullable: true })
  similarityAdds!: number | null;

  @Field(() => Float)
  logOdds!: number;

  @Field(() => Boolean)
  capped!: boolean;

  @Field(() => Int)
  place!: number;
}

@ObjectType()
export class BenchGrade {
  @Field(() => Int)
  level!: number;

  @Field(() => String)
  by!: string;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType()
export class BenchCandidate {
  @Field(() => Achievement)
  achievement!: Achievement;

  @Field(() => Float)
  cosine!: number;

  @Field(() => [SharedText])
  shared!: SharedText[];

  @Field(() => [BenchFeatureValue])
  features!: BenchFeatureValue[];

  @Field(() => BenchScore)
  first!: BenchScore;

  @Field(() => BenchScore)
  second!: BenchScore;

  @Field(() => Int, { nullable: true })
  myGrade!: number | null;

  @Field(() => Int, { nullable: true })
  myGradeVersion!: number | null;

  /** Told only to who has graded the pair himself: a second grade that has seen the first is none. */
  @Field(() => [BenchGrade])
  others!: BenchGrade[];

  @Field(() => Int)
  otherGrades!: number;
}

@ObjectType()
export class BenchModel {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  intercept!: number;

  @Field(() => Float)
  slope!: number;

  @Field(() => Float)
  ceiling!: number;

  /** null: the words alone, or the embedder that it was fitted with is off. */
  withSimilarity?: SimilarityCoefficients | null;

  @Field(() => Boolean)
  inUse!: boolean;
}

@ObjectType()
export class BenchRanking {
  @Field(() => Demand)
  demand!: Demand;

  @Field(() => BenchModel)
  first!: BenchModel;

  @Field(() => BenchModel)
  second!: BenchModel;

  @Field(() => [BenchCandidate])
  candidates!: BenchCandidate[];
}

@ObjectType()
export class BenchDemand {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  graded!: number;
}

/** What has been graded so far, and how far two graders of one pair agree. */
@ObjectType()
export class GradeFigures {
  @Field(() => Int)
  grades!: number;

  @Field(() => Int)
  graders!: number;

  @Field(() => Int)
  gradedPairs!: number;

  @Field(() => Int)
  pairs!: number;

  @Field(() => Int)
  same!: number;

  @Field(() => Int)
  withinOne!: number;

  @Field(() => Float, { nullable: true })
  kappa!: number | null;
}

export const BenchDemandPage = Paged<BenchDemand>(BenchDemand, 'BenchDemandPage');

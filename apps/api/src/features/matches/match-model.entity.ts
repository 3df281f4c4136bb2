import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { MatchModelStatus, type MatchModelProposal, type SimilarityProposal } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** A difference to the cosine alone, on held-out demands. */
@ObjectType()
export class HeldOutGain {
  @Field(() => Float)
  mean!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType()
export class SimilarityReport {
  @Field(() => Int)
  pairs!: number;

  @Field(() => Int)
  demands!: number;

  @Field(() => HeldOutGain)
  ndcg10!: HeldOutGain;

  @Field(() => HeldOutGain)
  recall10!: HeldOutGain;

  @Field(() => HeldOutGain)
  recall50!: HeldOutGain;

  @Field(() => HeldOutGain)
  logLoss!: HeldOutGain;
}

/** What a model weighs where both texts have vectors of this embedder, and on how many pairs that was fitted. */
@ObjectType()
export class SimilarityWeights {
  @Field(() => String)
  embedder!: string;

  @Field(() => Float)
  intercept!: number;

  @Field(() => Float)
  slope!: number;

  @Field(() => Float)
  similarity!: number;

  @Field(() => SimilarityReport)
  report!: SimilarityProposal['report'];
}

/** Coefficients that the matcher may count with; without one in use, those of the release. */
@ObjectType('MatchModel')
@Entity('match_model')
export class MatchModelRow extends Versioned {
  @Field(() => String)
  @Column('text', { unique: true })
  name!: string;

  @Field(() => gqlEnum(MatchModelStatus))
  @Column('text')
  status!: MatchModelStatus;

  @Field(() => Float)
  @Column('double precision')
  intercept!: number;

  @Field(() => Float)
  @Column('double precision')
  slope!: number;

  @Field(() => Float)
  @Column('double precision')
  ceiling!: number;

  /** Coefficients of a second feature, the similarity of an embedder's vectors, with what it brought; null: the words alone. */
  @Field(() => SimilarityWeights, { nullable: true })
  @Column('jsonb', { nullable: true })
  withSimilarity!: SimilarityProposal | null;

  /** null: of the release, whose report stands in its documentation. */
  @Column('jsonb', { nullable: true })
  report!: MatchModelProposal['report'] | null;

  @Column('uuid', { nullable: true })
  recommendedBy!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  recommendedByName!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  decidedByName!: string | null;
}

nameAuditSubjects(['matchModel'], { table: 'match_model', column: 'name' });

// One market has one model: every branch reads it, and any two of their operators decide.
defineAccess(MatchModelRow, {
  visibleTo: (_alias, actor) => ({ sql: ':seesModels', params: { seesModels: actor.organisationKind === 'MARKET_OPERATOR' } }),
  rowRules: {
    'matchModel.recommend': () => true,
    'matchModel.approve': (actor, row) => row.recommendedBy !== actor.userId,
  },
});

/** How many stored pairs would move from one band to another. */
@ObjectType()
export class BandMove {
  @Field(() => String, { nullable: true })
  from!: string | null;

  @Field(() => String, { nullable: true })
  to!: string | null;

  @Field(() => Int)
  pairs!: number;
}

/** One stored pair as it is and as it would be. */
@ObjectType()
export class MovedPair {
  @Field(() => String)
  demandTitle!: string;

  @Field(() => String)
  achievementTitle!: string;

  @Field(() => Float)
  before!: number;

  @Field(() => Float)
  after!: number;
}

@ObjectType()
export class ModelFigures {
  @Field(() => Float)
  ndcg10!: number;

  @Field(() => Float)
  ndcg10Low!: number;

  @Field(() => Float)
  ndcg10High!: number;

  @Field(() => Float)
  logLoss!: number;

  @Field(() => Float)
  calibrationError!: number;

  @Field(() => Int)
  strongPairs!: number;

  @Field(() => Float)
  strongShare!: number;
}

/** A candidate beside what is in use: on held-out labels, and in the lists of today. */
@ObjectType()
export class ModelComparison {
  @Field(() => ModelFigures, { nullable: true })
  candidate!: ModelFigures | null;

  @Field(() => ModelFigures, { nullable: true })
  inUse!: ModelFigures | null;

  /** Of the log loss, mean and 95 % interval over demands; above zero the candidate is better. */
  @Field(() => [Float], { nullable: true })
  logLossGain!: number[] | null;

  @Field(() => Boolean)
  comparedOnMarket!: boolean;

  @Field(() => String, { nullable: true })
  fittedOn!: string | null;

  @Field(() => [BandMove])
  moves!: BandMove[];

  @Field(() => [MovedPair])
  sample!: MovedPair[];
}

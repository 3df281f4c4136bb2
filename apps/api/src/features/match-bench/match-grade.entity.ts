import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';

/** An expert's grade of a pair: one label of those that models are fitted on. Who has graded may change his mind; the trail keeps both. */
@ObjectType()
@Entity('match_grade')
@Index(['demandId', 'achievementId', 'gradedBy'], { unique: true })
@Check('match_grade_level', 'level between 1 and 4')
export class MatchGrade extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  demandId!: string;

  @Field(() => ID)
  @Column('uuid')
  achievementId!: string;

  @Field(() => Int)
  @Column('int')
  level!: number;

  @Column('uuid')
  gradedBy!: string;

  @Field(() => String)
  @Column('text')
  gradedByName!: string;
}

// One market has one set of labels, as it has one model.
defineAccess(MatchGrade, {
  visibleTo: (_alias, actor) => ({ sql: ':seesGrades', params: { seesGrades: actor.organisationKind === 'MARKET_OPERATOR' } }),
  rowRules: { 'matchBench.grade': (actor, grade) => grade.gradedBy === actor.userId },
});

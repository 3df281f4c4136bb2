import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MilestoneKind } from '@jihui/domain';
import { DateTime } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

@ObjectType()
export class TaskMilestone {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  day!: string;

  @Field(() => gqlEnum(MilestoneKind))
  kind!: string;

  @Field(() => Int, { nullable: true })
  gate!: number | null;

  @Field(() => Boolean, { nullable: true })
  passed!: boolean | null;

  @Field(() => String, { nullable: true })
  checkedOn!: string | null;
}

/** A paper that was handed in; its bytes are read at /files/ID by those concerned. */
@ObjectType()
export class EvidencePaper {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  sha256!: string;
}

/** What was promised and handed in for a milestone, and what the branch said: for the parties and the branch. */
@ObjectType()
export class TaskMilestoneFile {
  @Field(() => Int)
  index!: number;

  @Field(() => String)
  deliverable!: string;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

  @Field(() => [EvidencePaper])
  files!: EvidencePaper[];

  @Field(() => DateTime, { nullable: true })
  handedAt!: Date | null;

  @Field(() => String, { nullable: true })
  comment!: string | null;
}

@ObjectType()
export class TaskSignature {
  @Field(() => String)
  side!: 'OWNER' | 'BIDDER';

  @Field(() => String)
  name!: string;

  @Field(() => DateTime)
  at!: string;

  @Field(() => String)
  sha256!: string;
}

import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { defineAccess, everything } from '../../platform/db/access.js';

/** A node of our own region tree: functional zones (郑东新区 …) have no code in GB/T 2260, so the code is ours and gbCode optional. */
@ObjectType()
@Entity('region')
export class Region {
  @Field(() => String)
  @PrimaryColumn('text')
  code!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  nameEn!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  gbCode!: string | null;
}

defineAccess(Region, { visibleTo: () => everything });

import { Field, Int, ObjectType, type GqlTypeReference } from '@nestjs/graphql';
import type { SelectQueryBuilder, ObjectLiteral } from 'typeorm';
import { z } from 'zod';

export type Page<T> = { items: T[]; total: number };
export const pageInput = z.object({ page: z.number().int().min(1).max(5000), size: z.number().int().min(1).max(100) }).meta({ id: 'PageInput' });
export type PageInput = z.infer<typeof pageInput>;
export const firstPage: PageInput = { page: 1, size: 20 };

/** The GraphQL type of one page of a list, with the count of the whole. */
export function Paged<T>(item: GqlTypeReference, name: string): new () => Page<T> {
  @ObjectType(name)
  class PageOf {
    @Field(() => [item])
    items!: T[];

    @Field(() => Int)
    total!: number;
  }
  return PageOf;
}

export async function pageOf<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, { page, size }: PageInput): Promise<Page<T>> {
  const [items, total] = await query.skip((page - 1) * size).take(size).getManyAndCount();
  return { items, total };
}

import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { parsePatentNumber, patentTermOf, patentTermState, shanghaiDay } from '@jihui/domain';
import { IpRight } from '../achievements/achievement.entity.js';
import { PatentTerm } from './quality-types.js';

@Resolver(() => IpRight)
export class PatentTermsResolver {
  /** 保护期 of a patent with a right number; null for every other right. */
  @ResolveField(() => PatentTerm, { nullable: true })
  term(@Parent() { number, filedOn }: IpRight): PatentTerm | null {
    const patent = number ? parsePatentNumber(number) : null;
    if (!patent) return null;
    const term = patentTermOf(patent, filedOn ?? null);
    return { ...term, filingYear: patent.filingYear, state: patentTermState(term, shanghaiDay(new Date())) };
  }
}

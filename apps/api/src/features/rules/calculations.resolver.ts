import { Query, Resolver } from '@nestjs/graphql';
import { rewardInput, rewardOf, taxEstimate, taxEstimateInput, type Reward, type RewardInput, type TaxEstimate, type TaxEstimateInput } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { RewardEstimate, TaxEstimateResult } from './calculation-types.js';
import { RuleBooks } from './rule-books.service.js';

/** The calculators: the rules of the database, the figures of whoever asks. Nothing is kept. */
@Resolver()
export class CalculationsResolver {
  constructor(private readonly books: RuleBooks) {}

  @Allow('public.read')
  @Query(() => TaxEstimateResult)
  async taxEstimate(@Input(taxEstimateInput) input: TaxEstimateInput): Promise<TaxEstimate> {
    return taxEstimate(input, await this.books.current());
  }

  @Allow('public.read')
  @Query(() => RewardEstimate)
  async rewardEstimate(@Input(rewardInput) input: RewardInput): Promise<Reward> {
    return rewardOf(input, await this.books.current());
  }
}

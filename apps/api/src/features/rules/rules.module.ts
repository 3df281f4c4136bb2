import { Module } from '@nestjs/common';
import { CalculationsResolver } from './calculations.resolver.js';
import { RuleAmending } from './rule-amending.service.js';
import { RuleBooks } from './rule-books.service.js';
import { RulesResolver } from './rules.resolver.js';
import { WorkingDays } from './working-days.service.js';

@Module({
  providers: [RulesResolver, CalculationsResolver, RuleBooks, RuleAmending, WorkingDays],
  exports: [RuleBooks],
})
export class RulesModule {}

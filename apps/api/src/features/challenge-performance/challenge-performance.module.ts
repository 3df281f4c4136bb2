import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { ContractsModule } from '../contracts/contracts.module.js';
import { ChallengeObjections } from './challenge-objections.service.js';
import { ChallengeObjectionsResolver } from './objections.resolver.js';
import { TaskEnding } from './task-ending.service.js';
import { ChallengePerformanceResolver, TaskFieldsResolver } from './task-fields.resolver.js';
import { TaskLists } from './task-lists.service.js';
import { TaskMail } from './task-mail.service.js';
import { TaskMoneyResolver } from './task-money.resolver.js';
import { TaskMoney } from './task-money.service.js';
import { TaskSigning } from './task-signing.service.js';
import { TaskWork } from './task-work.service.js';
import { TasksResolver } from './tasks.resolver.js';

const services = [ChallengeObjections, TaskSigning, TaskWork, TaskEnding, TaskMoney];

@Module({
  imports: [ChallengesModule, ContractsModule],
  providers: [
    ChallengeObjectionsResolver,
    TasksResolver,
    TaskFieldsResolver,
    ChallengePerformanceResolver,
    TaskMoneyResolver,
    TaskLists,
    TaskMail,
    ...services,
  ],
  exports: services,
})
export class ChallengePerformanceModule {}

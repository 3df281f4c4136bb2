import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { brokerOmission, type BrokerOmissionInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { BrokerAnswers } from './broker-answers.service.js';
import { BrokerOmission } from './broker-omission.entity.js';
import { BrokerQuestion } from './broker-question.js';

const BrokerOmissionPage = Paged<BrokerOmission>(BrokerOmission, 'BrokerOmissionPage');

@Resolver()
export class BrokerQuestionsResolver {
  constructor(
    private readonly db: Db,
    private readonly answers: BrokerAnswers,
  ) {}

  @Allow('contract.read')
  @Query(() => [BrokerQuestion])
  brokerQuestions(@CurrentActor() actor: Actor, @RecordId('contractId') contractId: string): Promise<BrokerQuestion[]> {
    return this.answers.of(actor, contractId);
  }

  @Allow('mandate.answer')
  @Query(() => BrokerOmissionPage)
  myOmissions(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<BrokerOmission>> {
    return this.answers.list(actor, page);
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  nameBroker(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @RecordId('brokerId') brokerId: string,
  ): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.answers.name(tx, { id, version }, brokerId));
  }

  @Allow('contract.write')
  @Mutation(() => BrokerOmission)
  explainBrokerOmission(@CurrentActor() actor: Actor, @Input(brokerOmission) input: BrokerOmissionInput): Promise<BrokerOmission> {
    return this.db.run(actor, (tx) => this.answers.explain(tx, input));
  }
}

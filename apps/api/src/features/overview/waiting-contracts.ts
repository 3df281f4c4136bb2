import type { SelectQueryBuilder } from 'typeorm';
import type { ReviewStage, TaskCode } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { firstOf, type OverviewList } from './overview-list.js';

type ContractTask = Extract<TaskCode, `CONTRACTS_${string}`>;
type Narrow = (query: SelectQueryBuilder<TechnologyContract>, actor: Actor) => SelectQueryBuilder<TechnologyContract>;

const list = (permission: OverviewList['permission'], link: string, narrow: Narrow, target: (c: TechnologyContract) => string): OverviewList => ({
  permission,
  link,
  find: ({ em }, actor) =>
    firstOf(
      narrow(visible(em.createQueryBuilder(TechnologyContract, 'c'), TechnologyContract, actor), actor).orderBy('c.dueOn', 'ASC', 'NULLS LAST').addOrderBy('c.updatedAt'),
      (c) => ({ title: c.title, link: target(c), at: c.updatedAt, dueOn: c.dueOn }),
    ),
});
const page = (c: TechnologyContract) => `/contracts/${c.id}`;
const desk = (stage: ReviewStage) => (c: TechnologyContract) => `/review?stage=${stage}&id=${c.id}`;
const ofBranch = (condition: string): Narrow => (query, actor) => query.andWhere(`c.branchId = :own and ${condition}`, { own: actor.organisationId, self: actor.userId });
const ofSeller = (status: string): Narrow => (query, actor) => query.andWhere(`c.status = '${status}' and c.sellerId = :own`, { own: actor.organisationId });

/** Contracts that wait: for a side's confirmation, for the seller, for an operator. */
export const contractsWaiting: Record<ContractTask, OverviewList> = {
  CONTRACTS_TO_CONFIRM: list(
    'contract.confirm',
    '/contracts?view=waiting',
    (query, actor) =>
      query.andWhere(
        `c.status = 'DRAFT' and ((c.sellerId = :own and c.buyerConfirmedRevision = c.revision and c.sellerConfirmedRevision is distinct from c.revision)
          or (c.buyerId = :own and c.sellerConfirmedRevision = c.revision and c.buyerConfirmedRevision is distinct from c.revision))`,
        { own: actor.organisationId },
      ),
    page,
  ),
  CONTRACTS_TO_SUBMIT: list('contract.submit', '/contracts?view=waiting', ofSeller('CONFIRMED'), page),
  CONTRACTS_TO_CORRECT: list('contract.submit', '/contracts?view=waiting', ofSeller('RETURNED'), page),
  CONTRACTS_TO_ACCEPT: list('contract.accept', '/review?stage=ACCEPTANCE', ofBranch(`c.status = 'SUBMITTED'`), desk('ACCEPTANCE')),
  CONTRACTS_FIRST_REVIEW: list(
    'contract.firstReview',
    '/review?stage=FIRST_REVIEW',
    ofBranch(`(c.status = 'ACCEPTED' or (c.status in ('FIRST_REVIEW', 'EXPERT_REVIEW') and c.firstReviewerId = :self))`),
    desk('FIRST_REVIEW'),
  ),
  CONTRACTS_SECOND_REVIEW: list(
    'contract.secondReview',
    '/review?stage=SECOND_REVIEW',
    ofBranch(`c.status = 'SECOND_REVIEW' and c.firstReviewerId is distinct from :self`),
    desk('SECOND_REVIEW'),
  ),
};

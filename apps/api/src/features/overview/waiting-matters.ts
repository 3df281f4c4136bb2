import type { TaskCode } from '@jihui/domain';
import { In } from 'typeorm';
import { visible } from '../../platform/db/access.js';
import { ContractMatter } from '../contract-matters/contract-matter.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { firstRecords, type OverviewList } from './overview-list.js';

const list = (permission: OverviewList['permission'], link: string, condition: string): OverviewList => ({
  permission,
  link,
  find: async ({ em }, actor) => {
    const [matters, count] = await visible(em.createQueryBuilder(ContractMatter, 'm'), ContractMatter, actor)
      .andWhere(condition, { own: actor.organisationId, self: actor.userId })
      .orderBy('m.dueOn', 'ASC', 'NULLS LAST')
      .addOrderBy('m.updatedAt')
      .take(firstRecords)
      .getManyAndCount();
    const contracts = await em.findBy(TechnologyContract, { id: In(matters.map((m) => m.contractId)) });
    const titleOf = (id: string): string => contracts.find((c) => c.id === id)?.title ?? '';
    return { count, records: matters.map((m) => ({ title: titleOf(m.contractId), link: `/matters/${m.id}`, at: m.updatedAt, dueOn: m.dueOn })) };
  },
});
const ownRefusal = `(m.kind = 'REVIEW' and exists (select 1 from contract_review r where r."contractId" = m."contractId" and r.decision = 'REFUSE' and r."reviewerId" = :self))`;

/** 登记后事项 that wait: for the other side's agreement, for who filed it, for one of the two persons of the branch. */
export const mattersWaiting: Record<Extract<TaskCode, `MATTERS_${string}`>, OverviewList> = {
  MATTERS_TO_AGREE: list('matter.file', '/contracts', `m.status = 'PROPOSED' and :own in (m.sellerId, m.buyerId) and m.filedByOrganisationId <> :own`),
  MATTERS_RETURNED: list('matter.file', '/contracts', `m.status = 'RETURNED' and m.filedByOrganisationId = :own`),
  MATTERS_TO_EXAMINE: list('matter.examine', '/matters', `m.status = 'FILED' and m.branchId = :own`),
  MATTERS_TO_DECIDE: list('matter.decide', '/matters', `m.status = 'EXAMINED' and m.branchId = :own and m.examinedBy is distinct from :self and not ${ownRefusal}`),
};

import { Injectable } from '@nestjs/common';
import { DomainError, examinationClock, shanghaiDay, type ExaminationClock } from '@jihui/domain';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import type { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import { ContractMatter } from './contract-matter.entity.js';
import { ExpertOpinion } from './expert-opinion.entity.js';
import type { MatterDifference } from './matter-types.js';

const clockEvents = ['contract.submitted', 'contract.accepted', 'contract.returned', 'contract.reopened'];

/** What is read of matters, experts and clocks by those who may see the contract. */
@Injectable()
export class MatterLists {
  constructor(
    private readonly db: Db,
    private readonly books: RuleBooks,
  ) {}

  /** One matter, or NOT_FOUND. */
  async byId(id: string, actor: Actor): Promise<ContractMatter> {
    const row = await this.seen(actor).andWhere('m.id = :id', { id }).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** What waits for the branch, the nearest last day first; with `all` also what is decided, the latest first. */
  desk(actor: Actor, all: boolean, page: PageInput): Promise<Page<ContractMatter>> {
    // The parties find theirs at the contract and in the overview.
    if (actor.organisationKind !== 'MARKET_OPERATOR') throw new DomainError('FORBIDDEN');
    const query = this.seen(actor);
    if (all) return pageOf(query.orderBy('m.updatedAt', 'DESC').addOrderBy('m.id', 'DESC'), page);
    return pageOf(query.andWhere(`m.status in ('FILED', 'EXAMINED')`).orderBy('m.dueOn', 'ASC').addOrderBy('m.id', 'ASC'), page);
  }

  ofContract(contractId: string, actor: Actor): Promise<ContractMatter[]> {
    return this.seen(actor).andWhere('m.contractId = :contractId', { contractId }).orderBy('m.createdAt', 'DESC').getMany();
  }

  expertsOf(contractId: string, actor: Actor): Promise<ExpertOpinion[]> {
    const query = this.db.em.createQueryBuilder(ExpertOpinion, 'o').where('o.contractId = :contractId', { contractId }).orderBy('o.createdAt', 'ASC');
    return visible(query, ExpertOpinion, actor).getMany();
  }

  /** The legal clock, from the trail of what has happened to the file; null before acceptance and after the decision. */
  async clockOf(contract: TechnologyContract): Promise<ExaminationClock | null> {
    if (!['ACCEPTED', 'FIRST_REVIEW', 'EXPERT_REVIEW', 'SECOND_REVIEW', 'RETURNED', 'SUBMITTED'].includes(contract.status)) return null;
    const steps = await this.db.em.find(AuditEvent, { where: { subjectId: contract.id, event: In(clockEvents) }, order: { at: 'ASC', id: 'ASC' } });
    return examinationClock(steps, await this.books.current(), shanghaiDay(new Date()));
  }

  /** Old and new side by side; empty for what changes no content. */
  differences({ before, after }: ContractMatter): MatterDifference[] {
    if (!before || !after) return [];
    return Object.keys(after)
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
      .filter((d) => d.before !== d.after);
  }

  private seen(actor: Actor): SelectQueryBuilder<ContractMatter> {
    return visible(this.db.em.createQueryBuilder(ContractMatter, 'm').where('true'), ContractMatter, actor);
  }
}

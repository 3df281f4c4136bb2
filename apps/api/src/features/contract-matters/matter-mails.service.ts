import { Injectable } from '@nestjs/common';
import type { Role } from '@jihui/domain';
import { ArrayOverlap, In } from 'typeorm';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractMatter } from './contract-matter.entity.js';

const partyRoles: Role[] = ['UNIT_TTO', 'ENTERPRISE_ADMIN', 'ENTERPRISE_USER', 'BROKER'];
const kindWord = { CHANGE: '变更', PERFORMANCE: '履行完毕', DEREGISTRATION: '注销', REVOCATION: '撤销', REVIEW: '复核' } as const;

/** Letters about matters: each reads the latest one of the contract as it is now. */
@Injectable()
export class MatterMails {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('contract.matterFiled', 'contract.matterAgreed')
  async tellNext({ id }: JobPayload): Promise<void> {
    const m = await this.latest(id);
    if (!m) return;
    const other = m.filedByOrganisationId === m.sellerId ? m.buyerId : m.sellerId;
    if (m.status === 'PROPOSED') await this.send(m, [other], partyRoles, '请确认', '对方就本合同提出申请，请核对后确认。');
    if (m.status === 'FILED') await this.send(m, [m.branchId], ['OPERATOR_L1'], '待审查', `请在 ${m.dueOn} 前审查。`);
    // One side ends what both have concluded: the other one learns of it before it is decided.
    if (m.status === 'FILED' && m.kind === 'DEREGISTRATION') await this.send(m, [other], partyRoles, '已由对方申请', `事由：${m.reason}\n如有异议，请与登记机构联系。`);
    if (m.status === 'EXAMINED') await this.send(m, [m.sellerId, m.buyerId], partyRoles, '登记机构拟撤销登记', `理由：${m.reason}\n如有异议，请与登记机构联系。`);
  }

  @OnEvent('contract.matterReturned', 'contract.matterRefused')
  async tellRefused({ id }: JobPayload): Promise<void> {
    const m = await this.latest(id);
    if (m?.status === 'RETURNED') await this.send(m, [m.filedByOrganisationId], partyRoles, '退回补正', `理由：${m.opinion}`);
    if (m?.status === 'REFUSED') await this.send(m, [m.sellerId, m.buyerId, m.brokerId], partyRoles, '未获准', `理由：${m.opinion}`);
  }

  @OnEvent('contract.changed', 'contract.performed', 'contract.deregistered', 'contract.revoked', 'contract.reopened')
  async tellGranted({ id }: JobPayload): Promise<void> {
    const m = await this.latest(id);
    if (m?.status !== 'GRANTED') return;
    await this.send(m, [m.sellerId, m.buyerId, m.brokerId], partyRoles, '已获准', '登记证明的查验页面已同步更新。');
  }

  private latest(contractId: string): Promise<ContractMatter | null> {
    return this.db.em.findOne(ContractMatter, { where: { contractId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  private async send(m: ContractMatter, organisationIds: (string | null)[], roles: Role[], what: string, text: string): Promise<void> {
    const contract = await this.db.em.findOneBy(TechnologyContract, { id: m.contractId });
    if (!contract) return;
    const people = await this.db.em.find(User, {
      where: { organisationId: In(organisationIds.filter((id) => id !== null)), disabled: false, roles: ArrayOverlap(roles) },
      order: { id: 'ASC' },
    });
    const subject = `技术合同${kindWord[m.kind]}${what}：${contract.registrationNo ?? contract.title}`;
    const body = `技术合同“${contract.title}”${kindWord[m.kind]}${what}。${text}\n\n${this.config.publicUrl}/matters/${m.id}`;
    for (const person of people) await this.mailer.send({ to: person.email, subject, text: `${person.name}：\n\n${body}\n` });
  }
}

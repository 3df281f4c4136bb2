import { Injectable } from '@nestjs/common';
import type { ContractStatus, Role } from '@jihui/domain';
import { ArrayOverlap } from 'typeorm';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { hasConfirmed } from './contract-access.js';
import { TechnologyContract } from './technology-contract.entity.js';

const partyRoles: Role[] = ['UNIT_TTO', 'ENTERPRISE_ADMIN', 'ENTERPRISE_USER'];

/** Letters about a contract to those whose step is next. Each reads the row as it is now and keeps silent when it has moved on. */
@Injectable()
export class ContractMails {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('contract.confirmed')
  async askOtherSide({ id }: JobPayload): Promise<void> {
    const c = await this.find(id, 'DRAFT');
    if (!c) return;
    const waiting = hasConfirmed(c, 'SELLER') ? c.buyerId : c.sellerId;
    await this.send(
      [waiting],
      partyRoles,
      `请确认技术合同：${c.title}`,
      `对方已确认技术合同“${c.title}”的当前内容，请核对后确认；如需修改，双方须重新确认。\n\n${this.link(c)}`,
    );
  }

  @OnEvent('contract.submitted')
  async tellSubmitted({ id }: JobPayload): Promise<void> {
    const c = await this.find(id, 'SUBMITTED');
    if (!c) return;
    await this.send(
      [c.buyerId, c.brokerId],
      [...partyRoles, 'BROKER'],
      `技术合同已提交登记：${c.title}`,
      `卖方已将技术合同“${c.title}”提交登记，受理期限为 ${c.dueOn}。\n\n${this.link(c)}`,
    );
    await this.send(
      [c.branchId],
      ['OPERATOR_L1'],
      `待受理的技术合同：${c.title}`,
      `新收到技术合同“${c.title}”，请在 ${c.dueOn} 前受理。\n\n${this.config.publicUrl}/review?id=${c.id}`,
    );
  }

  @OnEvent('contract.returned')
  async tellReturned({ id }: JobPayload): Promise<void> {
    const c = await this.find(id, 'RETURNED');
    if (!c) return;
    await this.send(
      this.parties(c),
      [...partyRoles, 'BROKER'],
      `技术合同已退回补正：${c.title}`,
      `登记机构退回了技术合同“${c.title}”，理由如下：\n\n${c.returnReason}\n\n修改合同内容后须由双方重新确认；只补充附件的，卖方可直接再次提交。\n\n${this.link(c)}`,
    );
  }

  @OnEvent('contract.registered')
  async tellRegistered({ id }: JobPayload): Promise<void> {
    const c = await this.find(id, 'REGISTERED');
    if (!c) return;
    const certificate = `${this.config.publicUrl}/verify?token=${c.verificationToken}`;
    await this.send(
      this.parties(c),
      [...partyRoles, 'BROKER'],
      `技术合同已登记：${c.registrationNo}`,
      `技术合同“${c.title}”已准予登记，登记编号 ${c.registrationNo}。\n\n登记证明（任何人可凭编号查验）：\n${certificate}\n\n合同：\n${this.link(c)}`,
    );
  }

  @OnEvent('contract.refused')
  async tellRefused({ id }: JobPayload): Promise<void> {
    const c = await this.find(id, 'REFUSED');
    if (!c) return;
    await this.send(
      this.parties(c),
      [...partyRoles, 'BROKER'],
      `技术合同不予登记：${c.title}`,
      `技术合同“${c.title}”不予登记，理由如下：\n\n${c.refusalReason}\n\n${this.link(c)}`,
    );
  }

  private async find(id: string, status: ContractStatus): Promise<TechnologyContract | null> {
    return this.db.em.findOneBy(TechnologyContract, { id, status });
  }

  private parties(c: TechnologyContract): (string | null)[] {
    return [c.sellerId, c.buyerId, c.brokerId];
  }

  private link(c: TechnologyContract): string {
    return `${this.config.publicUrl}/contracts/${c.id}`;
  }

  private async send(organisationIds: (string | null)[], roles: Role[], subject: string, text: string): Promise<void> {
    const wanted = organisationIds.filter((id) => id !== null);
    const people = await this.db.em.find(User, {
      where: wanted.map((organisationId) => ({ organisationId, disabled: false, roles: ArrayOverlap(roles) })),
      order: { id: 'ASC' },
    });
    for (const person of people) await this.mailer.send({ to: person.email, subject, text: `${person.name}：\n\n${text}\n` });
  }
}

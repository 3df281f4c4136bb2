import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { User } from '../accounts/user.entity.js';
import { Parties } from '../negotiations/parties.js';
import { Introduction } from './introduction.entity.js';

/** Mails about introductions. None of them names the owner of an anonymous demand before it has accepted; the message itself stays in the system. */
@Injectable()
export class IntroductionMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('introduction.requested')
  async tellAsked({ id }: JobPayload): Promise<void> {
    const row = await this.find(id, 'REQUESTED');
    if (!row) return;
    const requester = await this.parties.organisationName(row.requesterId);
    await this.send(
      await this.asked(row),
      `${requester}申请引荐：${titleOf(row)}`,
      `${requester}就“${titleOf(row)}”向贵方申请引荐。请在 ${row.dueOn} 前答复，逾期未答复将自动关闭：\n${this.link(row, 'received')}`,
    );
  }

  @OnEvent('introduction.reminded')
  async remindAsked({ id }: JobPayload): Promise<void> {
    const row = await this.find(id, 'REQUESTED');
    if (!row) return;
    const requester = await this.parties.organisationName(row.requesterId);
    await this.send(
      await this.asked(row),
      `请答复引荐申请：${titleOf(row)}`,
      `${requester}就“${titleOf(row)}”提出的引荐申请尚未答复。${row.dueOn} 之后将自动关闭：\n${this.link(row, 'received')}`,
    );
  }

  @OnEvent('introduction.accepted')
  async tellAccepted({ id }: JobPayload): Promise<void> {
    const row = await this.find(id, 'ACCEPTED');
    if (!row?.negotiationId) return;
    const answerer = await this.parties.organisationName(row.answererId);
    await this.send(
      await this.asker(row),
      `${answerer}接受了引荐申请：${titleOf(row)}`,
      `${answerer}接受了您就“${titleOf(row)}”提出的引荐申请，双方可以开始洽谈：\n${this.config.publicUrl}/negotiations/${row.negotiationId}`,
    );
  }

  @OnEvent('introduction.declined')
  async tellDeclined({ id }: JobPayload): Promise<void> {
    const row = await this.find(id, 'DECLINED');
    if (row)
      await this.send(
        await this.asker(row),
        `引荐申请未被接受：${titleOf(row)}`,
        `您就“${titleOf(row)}”提出的引荐申请未被接受，对方说明了理由：\n${this.link(row, 'sent')}`,
      );
  }

  @OnEvent('introduction.expired')
  async tellExpired({ id }: JobPayload): Promise<void> {
    const row = await this.find(id, 'EXPIRED');
    if (!row) return;
    await this.send(
      await this.asker(row),
      `引荐申请已到期关闭：${titleOf(row)}`,
      `您就“${titleOf(row)}”提出的引荐申请在 ${row.dueOn} 前没有得到答复，已自动关闭。您可以再次申请，或寻找其他匹配：\n${this.link(row, 'sent')}`,
    );
    await this.send(
      await this.asked(row),
      `引荐申请已到期关闭：${titleOf(row)}`,
      `一项就“${titleOf(row)}”提出的引荐申请在 ${row.dueOn} 前未得到贵方答复，已自动关闭：\n${this.link(row, 'received')}`,
    );
  }

  private find(id: string, status: Introduction['status']): Promise<Introduction | null> {
    return this.db.em.findOneBy(Introduction, { id, status });
  }

  private asked(row: Introduction): Promise<User[]> {
    return this.parties.peopleWho('introduction.answer', row.answererId);
  }

  private async asker(row: Introduction): Promise<User[]> {
    const person = await this.parties.person(row.requestedBy);
    return person ? [person] : [];
  }

  private link(row: Introduction, tab: 'received' | 'sent'): string {
    return `${this.config.publicUrl}/introductions?tab=${tab}&open=${row.id}`;
  }

  private async send(people: readonly User[], subject: string, text: string): Promise<void> {
    for (const { email, name } of people) await this.mailer.send({ to: email, subject, text: `${name}：\n\n${text}\n` });
  }
}

/** The item of the asked side: what it knows best. */
function titleOf(row: Introduction): string {
  return (row.answererId === row.supplierId ? (row.achievementTitle ?? row.demandTitle) : (row.demandTitle ?? row.achievementTitle)) ?? '';
}

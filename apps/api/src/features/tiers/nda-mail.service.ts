import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { User } from '../accounts/user.entity.js';
import { Parties } from '../negotiations/parties.js';
import { Nda } from './nda.entity.js';
import { NdaWish } from './nda-wish.entity.js';

/** Mails about agreements. What they protect stays in the system. */
@Injectable()
export class NdaMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('nda.accepted')
  async tellOwner({ id }: JobPayload): Promise<void> {
    const nda = await this.db.em.findOneBy(Nda, { id });
    if (!nda || !['REQUESTED', 'ACTIVE'].includes(nda.status)) return;
    const reader = await this.parties.organisationName(nda.readerId);
    const waits = nda.status === 'REQUESTED';
    await this.send(
      await this.parties.peopleWho('nda.answer', nda.ownerId),
      `${waits ? '请答复保密部分的查阅申请' : '保密协议已生效'}：${nda.title}`,
      `${reader}已就“${nda.title}”的保密部分接受保密协议${waits ? '，等待贵单位同意后方可查阅' : '，现在可以查阅。每一次打开都有记录'}：\n${this.config.publicUrl}/ndas?box=RECEIVED`,
    );
  }

  @OnEvent('ndaWish.asked')
  async tellAuthorised({ id }: JobPayload): Promise<void> {
    const wish = await this.db.em.findOneBy(NdaWish, { id, closedAt: IsNull() });
    if (!wish) return;
    await this.send(
      await this.parties.peopleWho('nda.accept', wish.organisationId),
      `同事请您接受保密协议：${wish.title}`,
      `${wish.askedByName}希望查阅“${wish.title}”的保密部分，目的：${wish.purpose}。协议约束整个单位，请由您阅读后决定是否接受：\n${this.config.publicUrl}/ndas?tab=own`,
    );
  }

  @OnEvent('nda.approved')
  async tellApproved({ id }: JobPayload): Promise<void> {
    await this.tellReader(id, 'ACTIVE', '可以查阅保密部分', '对方已同意，保密协议生效。下载的文件带有贵单位名称的水印：');
  }

  @OnEvent('nda.declined')
  async tellDeclined({ id }: JobPayload): Promise<void> {
    await this.tellReader(id, 'DECLINED', '保密部分的查阅申请未获同意', '对方未同意查阅，并说明了理由：');
  }

  @OnEvent('nda.ended')
  async tellEnded({ id }: JobPayload): Promise<void> {
    // One that ran out gives its place to the next: nobody has ended it.
    if (await this.db.em.existsBy(Nda, { id, reason: IsNull() })) return;
    await this.tellReader(id, 'ENDED', '保密部分停止查阅', '对方已终止查阅；保密义务按协议继续有效：');
  }

  private async tellReader(id: string, status: Nda['status'], subject: string, sentence: string): Promise<void> {
    const nda = await this.db.em.findOneBy(Nda, { id, status });
    const person = nda ? await this.parties.person(nda.acceptedBy) : null;
    if (!nda || !person) return;
    await this.send(
      [person],
      `${subject}：${nda.title}`,
      `关于“${nda.title}”的保密部分：${sentence}\n${this.config.publicUrl}/ndas?box=OWN`,
    );
  }

  private async send(people: readonly User[], subject: string, text: string): Promise<void> {
    for (const { email, name } of people) await this.mailer.send({ to: email, subject, text: `${name}：\n\n${text}\n` });
  }
}

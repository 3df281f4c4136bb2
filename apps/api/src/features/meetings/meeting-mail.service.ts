import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { Parties } from '../negotiations/parties.js';
import { Meeting } from './meeting.entity.js';

const when = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** Mails about meetings; what was discussed stays in the room. */
@Injectable()
export class MeetingMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('meeting.planned')
  async invite({ id }: JobPayload): Promise<void> {
    const meeting = await this.db.em.findOneBy(Meeting, { id, status: 'PLANNED' });
    if (!meeting) return;
    const talk = await this.db.em.findOneByOrFail(Negotiation, { id: meeting.negotiationId });
    const text = `“${talk.title}”定于 ${when.format(meeting.startsAt)}在${meeting.place}会谈，议程见：\n${this.link(talk)}\n`;
    for (const side of [talk.supplierId, talk.demanderId]) await this.tell(side, `会谈安排：${talk.title}`, text);
  }

  @OnEvent('meeting.minuted')
  async askToConfirm({ id }: JobPayload): Promise<void> {
    const meeting = await this.db.em.findOneBy(Meeting, { id, status: 'MINUTED' });
    if (!meeting) return;
    const talk = await this.db.em.findOneByOrFail(Negotiation, { id: meeting.negotiationId });
    const text = `“${talk.title}”${when.format(meeting.startsAt)}会谈的纪要等待贵方确认，与会谈不符的可以修改后再交对方确认：\n${this.link(talk)}\n`;
    if (!meeting.supplierConfirmedAt) await this.tell(talk.supplierId, `会谈纪要等待确认：${talk.title}`, text);
    if (!meeting.demanderConfirmedAt) await this.tell(talk.demanderId, `会谈纪要等待确认：${talk.title}`, text);
  }

  private link(talk: Negotiation): string {
    return `${this.config.publicUrl}/negotiations/${talk.id}?tab=meetings`;
  }

  private async tell(organisationId: string, subject: string, text: string): Promise<void> {
    for (const { email, name } of await this.parties.peopleWho('termSheet.confirm', organisationId))
      await this.mailer.send({ to: email, subject, text: `${name}：\n\n${text}` });
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Parties } from '../negotiations/parties.js';
import { PublicNotice } from './public-notice.entity.js';

/** Mails to the owner of a notice. An objection's text and author stay in the system. */
@Injectable()
export class NoticeMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('notice.objected')
  async tellObjection({ id }: JobPayload): Promise<void> {
    const notice = await this.db.em.findOneBy(PublicNotice, { id, status: 'FROZEN' });
    if (notice) await this.tell(notice, '公示收到异议', '收到异议，公示期已暂停计算。请核查并答复，答复将在公示页面公开：');
  }

  @OnEvent('notice.ended')
  async tellEnd({ id }: JobPayload): Promise<void> {
    const notice = await this.db.em.findOneBy(PublicNotice, { id, status: 'ENDED' });
    if (notice) await this.tell(notice, '公示期满', '已期满。公示页面和各版文本的指纹长期保留，可在页面打印备查材料：');
  }

  private async tell({ id, name, organisationId }: PublicNotice, subject: string, sentence: string): Promise<void> {
    for (const person of await this.parties.peopleWho('notice.write', organisationId)) {
      await this.mailer.send({
        to: person.email,
        subject: `${subject}：${name}`,
        text: `${person.name}：\n\n“${name}”的定价公示${sentence}\n${this.config.publicUrl}/notices/${id}\n`,
      });
    }
  }
}

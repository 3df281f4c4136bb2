import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { Demand } from './demand.entity.js';

/** Tells who wrote a demand what the operators decided. An import of hundreds would be hundreds of letters: those are read in the list. */
@Injectable()
export class DemandMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('demand.returned')
  async tellReturned({ id }: JobPayload): Promise<void> {
    const { demand, author } = await this.find(id);
    if (!author || demand?.status !== 'DRAFT' || !demand.returnReason) return;
    await this.mailer.send({
      to: author.email,
      subject: `需求已退回修改：${demand.title}`,
      text: `${author.name}：\n\n您提交的需求“${demand.title}”已由市场工作人员退回，理由如下：\n\n${demand.returnReason}\n\n修改后可再次提交：\n${this.config.publicUrl}/my/demands/${demand.id}/edit\n`,
    });
  }

  @OnEvent('demand.published')
  async tellPublished({ id }: JobPayload): Promise<void> {
    const { demand, author } = await this.find(id);
    if (!author || demand?.status !== 'PUBLISHED') return;
    await this.mailer.send({
      to: author.email,
      subject: `需求已发布：${demand.title}`,
      text: `${author.name}：\n\n您的需求“${demand.title}”已发布${demand.anonymous ? '，单位名称不公开' : ''}：\n${this.config.publicUrl}/demands/${demand.id}\n`,
    });
  }

  private async find(id: string): Promise<{ demand: Demand | null; author: User | null }> {
    const demand = await this.db.em.findOneBy(Demand, { id });
    if (!demand?.createdBy || demand.importId) return { demand, author: null };
    return { demand, author: await this.db.em.findOneBy(User, { id: demand.createdBy, disabled: false }) };
  }
}

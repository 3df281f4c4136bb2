import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { Achievement } from './achievement.entity.js';

/** Tells an inventor what became of his submission. The TTO's own records and imports need no letter: who made them releases them. */
@Injectable()
export class AchievementMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('achievement.returned')
  async tellReturned({ id }: JobPayload): Promise<void> {
    const { achievement, author } = await this.find(id);
    if (!author || achievement?.status !== 'DRAFT' || !achievement.returnReason) return;
    await this.mailer.send({
      to: author.email,
      subject: `成果已退回修改：${achievement.title}`,
      text: `${author.name}：\n\n您提交的成果“${achievement.title}”已由本单位技术转移管理员退回，理由如下：\n\n${achievement.returnReason}\n\n修改后可再次提交：\n${this.config.publicUrl}/my/achievements/${achievement.id}/edit\n`,
    });
  }

  @OnEvent('achievement.released')
  async tellReleased({ id }: JobPayload): Promise<void> {
    const { achievement, author } = await this.find(id);
    if (!author || achievement?.status !== 'PUBLISHED') return;
    await this.mailer.send({
      to: author.email,
      subject: `成果已发布：${achievement.title}`,
      text: `${author.name}：\n\n您的成果“${achievement.title}”已发布，任何人都可以查看：\n${this.config.publicUrl}/achievements/${achievement.id}\n`,
    });
  }

  private async find(id: string): Promise<{ achievement: Achievement | null; author: User | null }> {
    const achievement = await this.db.em.findOneBy(Achievement, { id });
    if (!achievement?.createdBy || achievement.importId) return { achievement, author: null };
    const author = await this.db.em.findOneBy(User, { id: achievement.createdBy, disabled: false });
    return { achievement, author: author?.roles.includes('UNIT_TTO') ? null : author };
  }
}

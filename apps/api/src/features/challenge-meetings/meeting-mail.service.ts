import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { ChallengeMeeting } from './challenge-meeting.entity.js';

const parties = `select u.email, u.name from challenge_meeting m join challenge c on c.id = m."challengeId" join claim k on k.id = m."claimId"
  join app_user u on u.id in (c."createdBy", k."createdBy") where m.id = $1 and not u.disabled`;
const inShanghai = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** Tells owner and bidder of their talk. */
@Injectable()
export class ChallengeMeetingMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('challengeMeeting.planned')
  tellPlanned({ id }: JobPayload): Promise<void> {
    return this.tell(id, '供需对接安排', ({ at, place }) => `时间：${inShanghai.format(at)}\n地点：${place}\n\n会后请一方填写纪要，双方确认。`);
  }

  @OnEvent('challengeMeeting.minutesWritten')
  tellMinutes({ id }: JobPayload): Promise<void> {
    return this.tell(id, '供需对接纪要待确认', () => '纪要已填写，请核对后确认。双方确认后才能开始评审。');
  }

  @OnEvent('challengeMeeting.cancelled')
  tellCancelled({ id }: JobPayload): Promise<void> {
    return this.tell(id, '供需对接取消', ({ cancelReason }) => `理由：${cancelReason ?? ''}`);
  }

  private async tell(id: string, what: string, text: (m: ChallengeMeeting) => string): Promise<void> {
    const meeting = await this.db.em.findOneBy(ChallengeMeeting, { id });
    if (!meeting) return;
    const found: { email: string; name: string }[] = await this.db.em.query(parties, [id]);
    for (const { email, name } of found)
      await this.mailer.send({
        to: email,
        subject: `${what}：${meeting.title}`,
        text: `${name}：\n\n${text(meeting)}\n\n${this.config.publicUrl}/challenges/${meeting.challengeId}\n`,
      });
  }
}

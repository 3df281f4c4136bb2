import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { ChallengeTask } from './challenge-task.entity.js';

const parties = `select u.email, u.name from challenge_task t join challenge c on c.id = t."challengeId" join claim k on k.id = t."claimId"
  join app_user u on u.id in (c."createdBy", k."createdBy") where t.id = $1 and not u.disabled`;

/** Tells both parties what their task waits for, or that it is over. */
@Injectable()
export class TaskMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('challengeTask.created')
  tellAwarded({ id }: JobPayload): Promise<void> {
    return this.tell(id, '请签约', '公示期满无异议，揭榜方已确定。请双方起草技术合同，由揭榜方编写任务书，双方签署任务书和军令状后开始攻关。');
  }

  @OnEvent('challengeTask.changeProposed')
  tellChange({ id }: JobPayload): Promise<void> {
    return this.tell(id, '进度调整待确认', '一方提出调整进度，另一方同意后由组织方审定。');
  }

  @OnEvent('challengeTask.terminated', 'challengeTask.exempted', 'challengeTask.eliminated', 'challengeTask.accepted')
  tellEnd({ id }: JobPayload): Promise<void> {
    return this.tell(id, '攻关任务有了结论', '请登录查看结论和理由。');
  }

  private async tell(id: string, what: string, text: string): Promise<void> {
    const task = await this.db.em.findOneBy(ChallengeTask, { id });
    if (!task) return;
    const found: { email: string; name: string }[] = await this.db.em.query(parties, [id]);
    for (const { email, name } of found)
      await this.mailer.send({
        to: email,
        subject: `${what}：${task.title}`,
        text: `${name}：\n\n${text}\n\n${this.config.publicUrl}/challenge-tasks/${id}\n`,
      });
  }
}

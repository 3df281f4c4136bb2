import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Challenge } from './challenge.entity.js';

const owner = `select u.email, u.name from challenge c join app_user u on u.id = c."createdBy" where c.id = $1 and not u.disabled`;
const bidders = `select u.email, u.name from claim k join app_user u on u.id = k."createdBy" where k."challengeId" = $1 and k.status <> 'RETRACTED' and not u.disabled`;
const askers = `select u.email, u.name from challenge_question q join app_user u on u.id = q."askedBy" where q."challengeId" = $1 and not u.disabled`;
const refused = `select u.email, u.name, k."refusalReason" as reason from claim k join app_user u on u.id = k."createdBy" where k."challengeId" = $1 and k.status = 'REFUSED' and not u.disabled`;
const panel = `select u.email, u.name from challenge_reviewer r join app_user u on u.id = r."userId" where r."challengeId" = $1 and not u.disabled`;

/** Tells those concerned what happened to an item. */
@Injectable()
export class ChallengeMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('challenge.returned')
  async tellReturned({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'DRAFT' });
    if (c?.returnReason) await this.tell(id, owner, `榜单已退回修改：${c.title}`, `理由如下：\n\n${c.returnReason}`);
  }

  @OnEvent('challenge.argued')
  async tellArgued({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'ARGUED' });
    if (c?.original && !c.agreedAt)
      await this.tell(
        id,
        owner,
        `请确认榜单凝练稿：${c.title}`,
        '专家论证后对榜单作了修改，原稿保留在旁边。请对照后确认，确认后才能发榜。',
      );
  }

  @OnEvent('challenge.amended')
  async tellAmended({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id });
    if (c)
      await this.tell(
        id,
        `${owner} union ${bidders} union ${askers}`,
        `榜单更正公告：${c.title}`,
        '榜单发布了更正公告。已提交的揭榜申报仍然有效，截止前可以更换。',
      );
  }

  @OnEvent('challenge.noClaim')
  async tellNoClaim({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'NO_CLAIM' });
    if (c)
      await this.tell(
        id,
        owner,
        `榜单流榜：${c.title}`,
        '截止时没有合格的揭榜申报。您可以在榜单页面复制为新榜单，调整指标、经费或条件后再次发榜，也可以改为普通需求进行匹配。',
      );
  }

  /** Each bidder who did not pass reads why, also where none did and the item ends. */
  @OnEvent('challenge.qualified', 'challenge.noClaim')
  async tellRefused({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id });
    const found: { email: string; name: string; reason: string }[] = await this.db.em.query(refused, [id]);
    for (const { email, name, reason } of found) await this.send(id, email, name, `揭榜申报未通过资格审查：${c?.title ?? ''}`, `理由如下：\n\n${reason}`);
  }

  @OnEvent('challenge.reconsidered')
  async tellTakenBack({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: In(['QUALIFIED', 'REVIEW']) });
    if (c?.endReason)
      await this.tell(
        id,
        `${owner} union ${bidders}`,
        `揭榜评审结果已撤回：${c.title}`,
        `原评审结果作废，将重新评审，结果另行公示。理由如下：\n\n${c.endReason}`,
      );
  }

  @OnEvent('challenge.terminated')
  async tellTerminated({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'TERMINATED' });
    if (c?.endReason)
      await this.tell(
        id,
        `${owner} union ${bidders} union ${panel}`,
        `榜单已终止：${c.title}`,
        `榜单已终止，揭榜和评审不再进行；没有开启的申报不会再开启。理由如下：\n\n${c.endReason}`,
      );
  }

  @OnEvent('challenge.reviewStarted')
  async tellPanel({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'REVIEW' });
    if (c)
      await this.tell(
        id,
        panel,
        `请评审揭榜申报：${c.title}`,
        '您受邀评审以下榜单的揭榜申报。如与任何一方有利害关系，请不要评分，并告知工作人员。',
      );
  }

  @OnEvent('challenge.announced')
  async tellResult({ id }: JobPayload): Promise<void> {
    const c = await this.db.em.findOneBy(Challenge, { id, status: 'NOTICE' });
    if (c)
      await this.tell(
        id,
        `${owner} union ${bidders}`,
        `揭榜评审结果公示：${c.title}`,
        `评审结果公示至 ${c.noticeEndsOn ?? ''}。揭榜方可在榜单页面查看本单位各项得分和理由。`,
      );
  }

  private async tell(id: string, people: string, subject: string, text: string): Promise<void> {
    const found: { email: string; name: string }[] = await this.db.em.query(people, [id]);
    for (const { email, name } of found) await this.send(id, email, name, subject, text);
  }

  private send(id: string, to: string, name: string, subject: string, text: string): Promise<unknown> {
    return this.mailer.send({ to, subject, text: `${name}：\n\n${text}\n\n${this.config.publicUrl}/challenges/${id}\n` });
  }
}

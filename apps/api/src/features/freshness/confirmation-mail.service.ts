import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { freshness, shanghaiDay } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { hashToken } from '../accounts/sessions.service.js';
import { User } from '../accounts/user.entity.js';
import { ConfirmationLink } from './confirmation-link.entity.js';
import { itemsToAsk, type DueItem } from './due-items.js';

const day = 86_400_000;
/** More in one letter nobody reads; the others come the next day. */
const perMail = 30;

/** Asks owners whether what they published still holds: one letter per person and day, one link per item. */
@Injectable()
export class ConfirmationMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** 09:10 in Zhengzhou. */
  @Cron('10 1 * * *')
  async ask(): Promise<void> {
    const byPerson = new Map<string, DueItem[]>();
    for (const item of await itemsToAsk(this.db.em, new Date())) byPerson.set(item.userId, [...(byPerson.get(item.userId) ?? []), item]);
    for (const [userId, items] of byPerson) await this.write(userId, items.slice(0, perMail));
  }

  /** Links first, then the letter: a letter that is not sent is made good in a month, a link that leads nowhere never. */
  private async write(userId: string, items: readonly DueItem[]): Promise<void> {
    const user = await this.db.em.findOneBy(User, { id: userId, disabled: false });
    if (!user) return;
    const lines = await this.db.run(system, async (tx) => {
      const written: string[] = [];
      for (const item of items) {
        const token = randomBytes(32).toString('base64url');
        const expiresAt = new Date(tx.now.getTime() + freshness.linkDays * day);
        await tx.insert(ConfirmationLink, { kind: item.kind, itemId: item.id, userId, tokenHash: hashToken(token), expiresAt, usedAt: null });
        written.push(`${item.title}（最近确认 ${shanghaiDay(item.since)}）\n${this.config.publicUrl}/confirm?token=${token}`);
      }
      return written;
    });
    await this.mailer.send({
      to: user.email,
      subject: items.length === 1 ? `请确认仍然有效：${items[0]?.title ?? ''}` : `请确认 ${items.length} 条已发布的信息仍然有效`,
      text: `${user.name}：\n\n下列信息已超过 ${freshness.dueAfterDays} 天未确认。打开链接核对内容，点一次即可确认，无需登录；超过 ${freshness.hiddenAfterDays} 天未确认的，不再出现在搜索结果中。已经失效的，请登录后撤回或修改。\n\n${lines.join('\n\n')}\n\n链接 ${freshness.linkDays} 天内有效，每条只能使用一次。\n`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { system } from '../../platform/auth/actor.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';

type Ending = { itemId: string; number: string; title: string; endsFrom: string; endsTo: string; email: string; name: string };

/** Rights of published achievements that may end within a year and of which nobody was told, with the unit's technology-transfer manager. */
const ending = `
  select n."itemId", n.number, a.title, n."endsFrom"::text, n."endsTo"::text, u.email, u.name
  from item_patent n
  join achievement a on a.id = n."itemId" and a.status = 'PUBLISHED'
  join organisation o on o.id = a."organisationId" and o.status = 'VERIFIED'
  join lateral (select u.email, u.name from app_user u where u."organisationId" = o.id and not u.disabled and 'UNIT_TTO' = any(u.roles) order by u.id limit 1) u on true
  where n."warnedAt" is null and n."endsTo" >= (now() at time zone 'Asia/Shanghai')::date
    and n."endsFrom" <= (now() at time zone 'Asia/Shanghai')::date + interval '1 year'
  order by u.email, n."endsFrom", n."itemId"`;

/** Tells a unit a year ahead that a right ends: afterwards it can be neither licensed nor transferred. */
@Injectable()
export class PatentMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** 09:30 in Zhengzhou; one letter per person with all that is new. */
  @Cron('30 1 * * *')
  async warn(): Promise<void> {
    const byPerson = new Map<string, Ending[]>();
    for (const right of await this.db.em.query<Ending[]>(ending)) byPerson.set(right.email, [...(byPerson.get(right.email) ?? []), right]);
    for (const [to, rights] of byPerson) await this.write(to, rights);
  }

  private async write(to: string, rights: readonly Ending[]): Promise<void> {
    const lines = rights.map(({ itemId, number, title, endsFrom, endsTo }) => {
      const day = endsFrom === endsTo ? endsTo : `${endsFrom} 至 ${endsTo} 之间（填写申请日后可精确到日）`;
      return `${number.slice(0, -1)}.${number.slice(-1)}，保护期最后一日：${day}\n${title}\n${this.config.publicUrl}/achievements/${itemId}`;
    });
    await this.mailer.send({
      to,
      subject: rights.length === 1 ? `专利保护期将在一年内届满：${rights[0]?.title ?? ''}` : `${rights.length} 件专利的保护期将在一年内届满`,
      text: `${rights[0]?.name ?? ''}：\n\n下列专利的保护期将在一年内届满（专利法第四十二条，自申请日起算）。届满后不能再许可或转让，相关条款单和合同将被拒绝。\n\n${lines.join('\n\n')}\n`,
    });
    await this.db.run(system, async (tx) => {
      for (const { itemId, number } of rights) await tx.em.query('update item_patent set "warnedAt" = $3 where "itemId" = $1 and number = $2', [itemId, number, tx.now]);
    });
  }
}

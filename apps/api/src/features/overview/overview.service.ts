import { Injectable } from '@nestjs/common';
import type { NewsCode, TaskCode } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { news } from './news.js';
import type { OverviewList } from './overview-list.js';
import type { Overview } from './overview-types.js';
import { waiting } from './waiting.js';

/** What a person sees first after signing in. */
@Injectable()
export class OverviewService {
  constructor(private readonly db: Db) {}

  async of(actor: Actor): Promise<Overview> {
    return { waiting: await this.filled<TaskCode>(actor, waiting), news: await this.filled<NewsCode>(actor, news) };
  }

  private async filled<C extends string>(actor: Actor, lists: Record<C, OverviewList>) {
    const mine = (Object.entries(lists) as [C, OverviewList][]).filter(([, list]) => may(actor, list.permission));
    const found = await Promise.all(mine.map(async ([code, list]) => ({ code, link: list.link, ...(await list.find(this.db, actor)) })));
    return found.filter((f) => f.count > 0);
  }
}

import { Injectable } from '@nestjs/common';
import { NewsCode, TaskCode } from '@jihui/domain';
import { hasRole, may, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { MatchesService } from '../matches/matches.service.js';
import { MetricRegistry } from './metric-registry.js';
import { news } from './news.js';
import type { Found, OverviewList, Sources } from './overview-list.js';
import type { Overview, OverviewDue, RegionNumbers } from './overview-types.js';
import { placeOf } from './places.js';
import { waiting } from './waiting.js';

type Filled<C extends string> = Found & { code: C; link: string };
const shown = 5;
const mostDue = 8;

/** What a person sees first after signing in. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: Db,
    private readonly matches: MatchesService,
    private readonly metrics: MetricRegistry,
  ) {}

  /** What waits for this person, what is due, what is new; lists that hold nothing are left out. */
  async of(actor: Actor): Promise<Overview> {
    const tasks = await this.filled(actor, TaskCode.options, waiting);
    const events = await this.filled(actor, NewsCode.options, news);
    return { waiting: tasks.map(first), due: dueOf(tasks), news: events.map(first), region: await this.region(actor) };
  }

  private async filled<C extends string>(actor: Actor, codes: readonly C[], lists: Record<C, OverviewList>): Promise<Filled<C>[]> {
    const sources: Sources = { em: this.db.em, matches: this.matches };
    const mine = codes.filter((code) => may(actor, lists[code].permission));
    const found = await Promise.all(mine.map(async (code) => ({ code, link: lists[code].link, ...(await lists[code].find(sources, actor)) })));
    return found.filter((f) => f.count > 0);
  }

  private async region(actor: Actor): Promise<RegionNumbers | null> {
    if (!actor.organisationId || !hasRole(actor, 'OFFICIAL', 'BRANCH_ADMIN')) return null;
    const place = await placeOf(this.db.em, actor.organisationId);
    return place && { regionCode: place.code, numbers: await this.metrics.all(place) };
  }
}

const first = <C extends string>(list: Filled<C>): Filled<C> => ({ ...list, records: list.records.slice(0, shown) });

function dueOf(tasks: readonly Filled<TaskCode>[]): OverviewDue[] {
  const dated = tasks.flatMap(({ code, records }) => records.filter((r) => r.dueOn !== null).map((r) => ({ ...r, code })));
  return dated.sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')).slice(0, mostDue);
}

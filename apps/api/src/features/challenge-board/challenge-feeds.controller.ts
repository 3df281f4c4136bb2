import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, icsCalendar, publicChallengeStatuses, shanghaiDay, shanghaiMoment, stageUid, type IcsEvent } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Config } from '../../platform/config.js';
import { accessOf, visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { ChallengeTimetables } from '../challenges/challenge-timetable.service.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { rssOf } from './rss.js';

const most = 100;
const calendar = 'text/calendar; charset=utf-8';

/** What calendar programs and feed readers subscribe to: without a session, so only what the public reads. */
@Controller('exports')
export class ChallengeFeedsController {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly timetables: ChallengeTimetables,
  ) {}

  /** Deadlines of the open items, and ends of the running public notices. */
  @Allow('public.read')
  @Get('challenges.ics')
  async deadlines(@Res() res: Response): Promise<void> {
    const rows = await this.newest(`c.status in ('CLAIM_OPEN', 'NOTICE')`);
    const { host } = new URL(this.config.publicUrl);
    const events = rows.flatMap((c): IcsEvent[] => {
      const day = c.status === 'NOTICE' ? c.noticeEndsOn : c.claimsCloseAt && shanghaiDay(c.claimsCloseAt);
      const at = c.claimsCloseAt ? shanghaiMoment(c.claimsCloseAt).slice(11, 16) : '';
      const [what, stage] = c.status === 'NOTICE' ? ['公示截止', 'NOTICE'] : [`揭榜截止 ${at}`, 'CLAIM_WINDOW'];
      const url = `${this.config.publicUrl}/challenges/${c.id}`;
      return day ? [{ uid: stageUid(c.id, stage, host), startsOn: day, endsOn: day, summary: `${what}：${c.title}`, url, sequence: c.version }] : [];
    });
    send(res, calendar, icsCalendar({ name: '技汇 揭榜挂帅', at: new Date(), events }));
  }

  /** The newest items, for feed readers. */
  @Allow('public.read')
  @Get('challenges.rss')
  async feed(@Res() res: Response): Promise<void> {
    const rows = await this.newest('c.status in (:...shown)', { shown: publicChallengeStatuses });
    send(res, 'application/rss+xml; charset=utf-8', rssOf(rows, this.config.publicUrl));
  }

  /** The timetable of one item, for its owner and its branch. */
  @Allow('challenge.read')
  @Get('challenges/:id/timetable.ics')
  async timetable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const row = await visible(this.db.em.createQueryBuilder(Challenge, 'c').where('c.id = :id', { id }), Challenge, actor).getOne();
    if (!row || !accessOf(Challenge).isInsider?.(actor, row)) throw new DomainError('NOT_FOUND');
    res.setHeader('content-disposition', `attachment; filename="${row.number ?? 'challenge'}.ics"`);
    send(res, calendar, await this.timetables.ics(this.db.em, row, new Date()));
  }

  private newest(condition: string, params: Record<string, unknown> = {}): Promise<Challenge[]> {
    return this.db.em.createQueryBuilder(Challenge, 'c').where(condition, params).orderBy('c.publishedAt', 'DESC').limit(most).getMany();
  }
}

function send(res: Response, type: string, body: string): void {
  res.setHeader('content-type', type);
  res.setHeader('cache-control', 'no-cache');
  res.send(body);
}

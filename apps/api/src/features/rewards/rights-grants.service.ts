import { Injectable } from '@nestjs/common';
import { DomainError, dormantClock, shanghaiDay, type RightsGrantEntry } from '@jihui/domain';
import { In } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { PendingConversion } from '../achievements/pending-conversion.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import type { DormantItem } from './reward-types.js';
import { RightsGrant } from './rights-grant.entity.js';

/** 赋权 and the one-year clock of what nobody uses. */
@Injectable()
export class RightsGrants {
  constructor(
    private readonly db: Db,
    private readonly books: RuleBooks,
    private readonly pending: PendingConversion,
  ) {}

  /** Rights in a result of one's own unit, as agreed with its completers. */
  async enter(tx: Tx, { achievementId, kind, holders, shareBp, years, agreedOn, note }: RightsGrantEntry): Promise<RightsGrant> {
    tx.demand('distribution.write');
    const achievement = await tx.see(Achievement, achievementId);
    if (achievement.organisationId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    if (agreedOn > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'agreedOn', code: 'in_future' }] });
    const row = await tx.insert(RightsGrant, {
      ...{ organisationId: achievement.organisationId, achievementId, kind, holders, agreedOn, note: note || null },
      ...{ shareBp: shareBp ?? null, years: years ?? null, implementedOn: null },
    });
    await tx.record('rightsGrant.entered', row.id, {});
    return row;
  }

  /** The completers use it: the clock stops. */
  async implement(tx: Tx, ref: Ref, day: string): Promise<RightsGrant> {
    const row = await tx.lock(RightsGrant, ref, 'distribution.write');
    if (row.implementedOn) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'rightsGrant', state: 'IMPLEMENTED', action: 'implement' });
    if (day < row.agreedOn || day > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'day', code: 'in_future' }] });
    row.implementedOn = day;
    await tx.save(row);
    await tx.record('rightsGrant.implemented', row.id, {});
    return row;
  }

  grants(actor: Actor): Promise<RightsGrant[]> {
    return visible(this.db.em.createQueryBuilder(RightsGrant, 'g').where('true'), RightsGrant, actor).orderBy('g.agreedOn', 'DESC').limit(200).getMany();
  }

  /**
   * 沉睡成果 of the unit, the longest first: rights granted but not used (郑洛新条例 Art 27), and results published without a contract (河南省条例 Art 19
   * counts from acceptance; the platform knows the day of publication).
   */
  async dormant(actor: Actor): Promise<DormantItem[]> {
    const today = shanghaiDay(new Date());
    const book = await this.books.current();
    const grants = (await this.grants(actor)).filter((g) => !g.implementedOn);
    const scope = this.pending.scope('a');
    const results = await visible(this.db.em.createQueryBuilder(Achievement, 'a').where(`(${scope.sql})`, scope.params), Achievement, actor)
      .andWhere('a.organisationId = :own', { own: actor.organisationId })
      .orderBy('a.publishedAt', 'ASC')
      .limit(300)
      .getMany();
    const titles = new Map<string, string>((await this.db.em.findBy(Achievement, { id: In(grants.map((g) => g.achievementId)) })).map((a) => [a.id, a.title]));
    const starts = [
      ...grants.map((g) => ({ achievementId: g.achievementId, title: titles.get(g.achievementId) ?? '', since: g.agreedOn, granted: true })),
      ...results
        .filter((a) => a.publishedAt && !grants.some((g) => g.achievementId === a.id))
        .map((a) => ({ achievementId: a.id, title: a.title, since: shanghaiDay(a.publishedAt ?? new Date()), granted: false })),
    ];
    return starts
      .flatMap((item) => {
        const clock = dormantClock(item.since, book, today);
        return clock ? [{ ...item, ...clock }] : [];
      })
      .sort((a, b) => a.daysLeft - b.daysLeft);
  }
}

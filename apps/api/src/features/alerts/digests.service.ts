import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { digestPeriod, pathOfHit } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { Cron } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { AlertSetting } from './alert-setting.entity.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertDigest } from './digest.entity.js';
import { digestLetter, unsubscribeAddress, type SearchNews } from './digest-text.js';
import { matchAlerts, type ItemAlert } from './match-alerts.js';
import { SavedSearch } from './saved-search.entity.js';
import { SavedSearches } from './saved-searches.service.js';

/** A first digest does not tell of everything that ever was. */
const firstReach = 7 * 86_400_000;
const shownHits = 5;

/** One mail per person and day or week: what came into the lists of his items and left them, and what his saved searches found. */
@Injectable()
export class Digests {
  constructor(
    private readonly db: Db,
    private readonly settings: AlertSettingsService,
    private readonly searches: SavedSearches,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly log: PinoLogger,
  ) {}

  /** Every hour, so that each gets it at the end of his own quiet time. */
  @Cron('20 * * * *')
  async send(): Promise<void> {
    await this.sendAt(new Date());
  }

  async sendAt(now: Date): Promise<void> {
    await this.checkSearches(now);
    // Who was invited and has never come has asked for nothing.
    const query = this.db.em.createQueryBuilder(User, 'u').where('not u.disabled');
    const users = await query.andWhere('(u.passwordHash is not null or exists (select from session s where s."userId" = u.id))').getMany();
    for (const user of users) {
      // One person's trouble (a mail server that refuses the address) is no reason that the others wait.
      await this.sendTo(user, now).catch((error: unknown) =>
        this.log.warn({ err: error, user: user.id }, 'digest failed, the next run tries again'),
      );
    }
  }

  /** Looks at every search whose owner is still here. */
  async checkSearches(now: Date): Promise<void> {
    const due = await this.db.em
      .createQueryBuilder(SavedSearch, 's')
      .innerJoin(User, 'u', 'u.id = s.userId and not u.disabled')
      .orderBy('s.checkedAt')
      .getMany();
    for (const search of due) {
      await this.searches
        .check(search, now)
        .catch((error: unknown) => this.log.warn({ err: error, search: search.id }, 'saved search failed, the next run tries again'));
    }
  }

  private async sendTo(user: User, now: Date): Promise<void> {
    const setting = await this.db.run(system, (tx) => this.settings.row(tx, user.id));
    const period = digestPeriod(setting, now);
    if (!period || (await this.db.em.existsBy(AlertDigest, { userId: user.id, period }))) return;
    const after = await this.lastUpTo(user, now);
    const alerts = setting.personalised ? await matchAlerts(this.db.em, user.id, after, now) : [];
    const searches = await this.searchNews(user, after, now);
    if (!alerts.length && !searches.length) return;
    if (!(await this.claim(user, period, now))) return;
    await this.mail(user, setting, alerts, searches).catch(async (error: unknown) => {
      // The mail program has said no, so nothing was sent: the next run may try again.
      await this.db.em.delete(AlertDigest, { userId: user.id, period });
      throw error;
    });
    await this.db.em.update(AlertDigest, { userId: user.id, period }, { sentAt: now });
  }

  private async mail(user: User, setting: AlertSetting, alerts: readonly ItemAlert[], searches: readonly SearchNews[]): Promise<void> {
    const { publicUrl } = this.config;
    const letter = digestLetter({ name: user.name, alerts, searches, publicUrl, mailKey: setting.mailKey });
    await this.mailer.send({ to: user.email, ...letter, unsubscribe: unsubscribeAddress(publicUrl, setting.mailKey) });
  }

  /** True for the one who writes the row: of two workers, or of two runs with a crash between them, one sends. */
  private async claim(user: User, period: string, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.db.em.query(
      `insert into alert_digest ("userId", period, "upTo") values ($1, $2, $3) on conflict do nothing returning period`,
      [user.id, period, now],
    );
    return rows.length > 0;
  }

  private async lastUpTo(user: User, now: Date): Promise<Date> {
    const [last] = await this.db.em.find(AlertDigest, { where: { userId: user.id }, order: { upTo: 'DESC' }, take: 1 });
    return last?.upTo ?? new Date(Math.max(user.createdAt.getTime(), now.getTime() - firstReach));
  }

  private async searchNews(user: User, after: Date, now: Date): Promise<SearchNews[]> {
    const kept = await this.db.em.find(SavedSearch, { where: { userId: user.id, mail: true }, order: { createdAt: 'ASC' } });
    const news: SearchNews[] = [];
    for (const search of kept) {
      const found = await this.searches.found(search, after, now);
      const items = found
        .slice(0, shownHits)
        .map(({ id, kind, title }) => ({ title, path: pathOfHit({ kind, id }) }));
      if (found.length) news.push({ name: search.name, address: search.address, total: found.length, items });
    }
    return news;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { AlertSettingsService } from './alert-settings.service.js';
import type { Alerts } from './alert-types.js';
import { matchAlerts } from './match-alerts.js';

/** A fortnight, as everything that is called new, so that a holiday hides nothing. */
const reach = 14 * 86_400_000;

/** 动态 in the page: the same as in the mail, without waiting for it. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly db: Db,
    private readonly settings: AlertSettingsService,
  ) {}

  /** Nothing is put before a person who has switched recommendations off. */
  async of(actor: Actor): Promise<Alerts> {
    if (!actor.userId) throw new DomainError('NOT_SIGNED_IN');
    const setting = await this.settings.of(actor);
    const now = new Date();
    const since = new Date(now.getTime() - reach);
    const items = setting.personalised ? await matchAlerts(this.db.em, actor.userId, since, now) : [];
    const seenAt = setting.seenAt?.getTime() ?? 0;
    return { since, items, unseen: items.filter((item) => item.latestAt.getTime() > seenAt).length, setting };
  }
}

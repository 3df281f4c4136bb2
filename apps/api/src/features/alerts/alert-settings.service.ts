import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, defaultAlertSettings, type AlertSettings } from '@jihui/domain';
import { system, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { AlertSetting } from './alert-setting.entity.js';

/** What each person is told, and the switches for it. */
@Injectable()
export class AlertSettingsService {
  constructor(private readonly db: Db) {}

  /** The person's settings, the usual ones where nothing was changed. */
  async of(actor: Actor): Promise<AlertSetting> {
    if (!actor.userId) throw new DomainError('NOT_SIGNED_IN');
    return (
      (await this.db.em.findOneBy(AlertSetting, { userId: actor.userId })) ?? this.db.run(actor, (tx) => this.row(tx, actor.userId ?? ''))
    );
  }

  async change(actor: Actor, settings: AlertSettings): Promise<AlertSetting> {
    const { id } = await this.of(actor);
    return this.db.run(actor, async (tx) => {
      const row = await tx.lock(AlertSetting, { id }, 'account.own');
      const keys = ['personalised', 'rhythm', 'quietFrom', 'quietTo'] as const;
      const fields = keys.filter((key) => row[key] !== settings[key]);
      if (!fields.length) return row;
      await tx.save(Object.assign(row, settings));
      await tx.record('alert.settingsChanged', row.userId, { fields });
      return row;
    });
  }

  /** Until now the person has seen his alerts. */
  async see(actor: Actor): Promise<AlertSetting> {
    const { id } = await this.of(actor);
    return this.db.run(actor, async (tx) => {
      const row = await tx.lock(AlertSetting, { id }, 'account.own');
      return tx.save(Object.assign(row, { seenAt: tx.now }));
    });
  }

  /** By the link of a mail, without a session: no more digests. A second time changes nothing. */
  async unsubscribe(token: string): Promise<void> {
    await this.db.run(system, async (tx) => {
      const found = await tx.em.findOneBy(AlertSetting, { mailKey: token });
      if (!found) throw new DomainError('LINK_EXPIRED');
      const row = await tx.lock(AlertSetting, { id: found.id }, 'account.own');
      if (row.rhythm === 'OFF') return;
      await tx.save(Object.assign(row, { rhythm: 'OFF' }));
      await tx.record('alert.unsubscribed', row.userId, {});
    });
  }

  /** The row of a person; of two who make it at once one finds the other's. */
  async row(tx: Tx, userId: string): Promise<AlertSetting> {
    const values = [userId, tx.now, defaultAlertSettings.personalised, defaultAlertSettings.rhythm, defaultAlertSettings.quietFrom];
    await tx.em.query(
      `insert into alert_setting ("userId", "createdAt", "updatedAt", personalised, rhythm, "quietFrom", "quietTo", "mailKey") values ($1, $2, $2, $3, $4, $5, $6, $7)
       on conflict ("userId") do nothing`,
      [...values, defaultAlertSettings.quietTo, randomBytes(24).toString('base64url')],
    );
    return tx.em.findOneByOrFail(AlertSetting, { userId });
  }
}

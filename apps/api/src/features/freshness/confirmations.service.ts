import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { personOf } from '../accounts/person.js';
import { hashToken } from '../accounts/sessions.service.js';
import { User } from '../accounts/user.entity.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { AchievementRelease } from '../achievements/achievement-release.service.js';
import { Demand } from '../demands/demand.entity.js';
import { DemandPublication } from '../demands/demand-publication.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ConfirmationLink } from './confirmation-link.entity.js';
import type { ItemToConfirm } from './freshness-types.js';

type Opened = { link: ConfirmationLink; item: Achievement | Demand; user: User; organisation: Organisation };

/** What a link of a mail opens, and its one use. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly db: Db,
    private readonly achievements: AchievementRelease,
    private readonly demands: DemandPublication,
  ) {}

  /** The item as the public reads it, before anything is confirmed. LINK_EXPIRED where the link or the item is no longer. */
  async look(token: string): Promise<ItemToConfirm> {
    const { link, item, user, organisation } = await this.open(token);
    const text = item instanceof Demand ? item.problem : item.summary;
    const { id, title, publishedAt, confirmedAt } = item;
    return { id, kind: link.kind, title, text, organisationName: organisation.name, askedOf: user.name, publishedAt, confirmedAt };
  }

  /** Confirms in the name of the person to whom the letter went; of two who press at once the second is refused. */
  async confirm(token: string, ip: string): Promise<ItemToConfirm> {
    const opened = await this.open(token);
    const { link, user, organisation } = opened;
    const person: Actor = personOf(user, organisation, ip);
    const confirmedAt = await this.db.run(person, async (tx) => {
      await this.use(tx, link);
      const ref = { id: link.itemId };
      const row = link.kind === 'DEMAND' ? await this.demands.confirm(tx, ref) : await this.achievements.confirm(tx, ref);
      return row.confirmedAt;
    });
    const { id, title, publishedAt } = opened.item;
    const text = opened.item instanceof Demand ? opened.item.problem : opened.item.summary;
    return { id, kind: link.kind, title, text, organisationName: organisation.name, askedOf: user.name, publishedAt, confirmedAt };
  }

  private async use(tx: Tx, link: ConfirmationLink): Promise<void> {
    const { affected } = await tx.em.update(ConfirmationLink, { id: link.id, usedAt: IsNull(), expiresAt: MoreThan(tx.now) }, { usedAt: tx.now, updatedAt: tx.now });
    if (affected !== 1) throw new DomainError('LINK_EXPIRED');
  }

  private async open(token: string): Promise<Opened> {
    const { em } = this.db;
    const link = await em.findOneBy(ConfirmationLink, { tokenHash: hashToken(token), usedAt: IsNull(), expiresAt: MoreThan(new Date()) });
    const user = link ? await em.findOneBy(User, { id: link.userId, disabled: false }) : null;
    if (!link || !user) throw new DomainError('LINK_EXPIRED');
    const published = { id: link.itemId, organisationId: user.organisationId, status: 'PUBLISHED' } as const;
    const item = link.kind === 'DEMAND' ? await em.findOneBy(Demand, published) : await em.findOneBy(Achievement, published);
    const organisation = await em.findOneBy(Organisation, { id: user.organisationId });
    if (!item || !organisation) throw new DomainError('LINK_EXPIRED');
    return { link, item, user, organisation };
  }
}

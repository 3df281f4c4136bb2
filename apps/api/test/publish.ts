import { randomUUID } from 'node:crypto';
import type { EventName } from '@jihui/domain';
import type { TestOrganisation } from '@jihui/testing';
import { Achievement } from '../src/features/achievements/achievement.entity.js';
import { Demand } from '../src/features/demands/demand.entity.js';
import { system } from '../src/platform/auth/actor.js';
import type { TestApi } from './start-api.js';

/** Puts a published achievement into the database and its event into the outbox, past the pages that would make it. */
export async function publishAchievement(api: TestApi, owner: TestOrganisation, values: Partial<Achievement> & { title: string }): Promise<string> {
  const id = randomUUID();
  await api.db.run(system, async (tx) => {
    await tx.insert(Achievement, {
      id,
      organisationId: owner.id,
      status: 'PUBLISHED',
      summary: '一项可以转化的技术成果。',
      keywords: [],
      ipRights: [],
      team: [],
      transferModes: ['TRANSFER'],
      priceMode: 'NEGOTIABLE',
      regionCode: 'ZZ_GX',
      publishedAt: tx.now,
      confirmedAt: tx.now,
      ...values,
    });
    await tx.record('achievement.released', id, {});
  });
  return id;
}

/** The same for a demand. */
export async function publishDemand(api: TestApi, owner: TestOrganisation, values: Partial<Demand> & { title: string }): Promise<string> {
  const id = randomUUID();
  await api.db.run(system, async (tx) => {
    await tx.insert(Demand, {
      id,
      organisationId: owner.id,
      status: 'PUBLISHED',
      problem: '生产中有一个问题需要解决。',
      indicators: [],
      keywords: [],
      anonymous: false,
      regionCode: 'ZZ_GX',
      publishedAt: tx.now,
      confirmedAt: tx.now,
      ...values,
    });
    await tx.record('demand.published', id, {});
  });
  return id;
}

/** Changes rows as their services would, with the event that follows. */
export async function change(api: TestApi, table: 'achievement' | 'demand' | 'organisation', id: string, set: string, event: EventName): Promise<void> {
  await api.db.run(system, async (tx) => {
    await tx.em.query(`update ${table} set ${set}, version = version + 1 where id = $1`, [id]);
    await tx.record(event, id, { reason: '测试', fields: [] } as never);
  });
}

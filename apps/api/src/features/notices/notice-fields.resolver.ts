import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import { noticeDaysLeft, PublicNoticeAction, publicNoticeMachine, shanghaiDay } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { NoticeObjection } from './notice-objection.entity.js';
import { NoticeReading } from './notice-reading.entity.js';
import { NoticeVersion } from './notice-version.entity.js';
import { PublicNotice } from './public-notice.entity.js';

const grouped = <T extends { noticeId: string }>(ids: readonly string[], rows: readonly T[]): T[][] =>
  ids.map((id) => rows.filter((row) => row.noticeId === id));

@Resolver(() => PublicNotice)
export class NoticeFieldsResolver {
  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() row: PublicNotice, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, row.organisationId);
  }

  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() row: PublicNotice, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, row.achievementId);
  }

  @ResolveField(() => [gqlEnum(PublicNoticeAction)])
  availableActions(@Parent() row: PublicNotice, @Context() { actor }: GqlContext): PublicNoticeAction[] {
    return actionsFor(publicNoticeMachine, PublicNotice, row, actor);
  }

  /** By the server's clock; null where nothing is running. */
  @ResolveField(() => Int, { nullable: true })
  daysLeft(@Parent() { status, lastDay, frozenOn }: PublicNotice): number | null {
    if (lastDay === null || (status !== 'RUNNING' && status !== 'FROZEN')) return null;
    return noticeDaysLeft(lastDay, frozenOn ?? shanghaiDay(new Date()));
  }

  /** Every text that was before the public, the first on top. */
  @ResolveField(() => [NoticeVersion])
  versions(@Parent() row: PublicNotice, @Context() { loaders }: GqlContext): Promise<NoticeVersion[]> {
    return loaders.batch('notice.versions', row.id, async (ids, em: EntityManager) =>
      grouped(
        ids,
        await em
          .createQueryBuilder(NoticeVersion, 'v')
          .where('v.noticeId in (:...ids)', { ids: [...ids] })
          .orderBy('v.number')
          .getMany(),
      ),
    );
  }

  /** The public reads those that are answered, the owner and the branch all of them. */
  @ResolveField(() => [NoticeObjection])
  objections(@Parent() row: PublicNotice, @Context() { loaders, actor }: GqlContext): Promise<NoticeObjection[]> {
    return loaders.batch('notice.objections', row.id, async (ids, em: EntityManager) => {
      const query = em.createQueryBuilder(NoticeObjection, 'o').where('o.noticeId in (:...ids)', { ids: [...ids] });
      return grouped(ids, await visible(query, NoticeObjection, actor).orderBy('o.createdAt').addOrderBy('o.id').getMany());
    });
  }

  /** How often people from outside have opened it: for the owner's file. */
  @ResolveField(() => Int, { nullable: true, middleware: [restricted] })
  readings(@Parent() row: PublicNotice, @Context() { loaders }: GqlContext): Promise<number> {
    return loaders.batch('notice.readings', row.id, async (ids, em: EntityManager) => {
      const rows = await em
        .createQueryBuilder(NoticeReading, 'r')
        .where('r.noticeId in (:...ids)', { ids: [...ids] })
        .getMany();
      return grouped(ids, rows).map((days) => days.reduce((sum, d) => sum + d.times, 0));
    });
  }
}

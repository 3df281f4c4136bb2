import type { Found, Sources } from './overview-list.js';

/** Jobs that failed as often as they may. */
export async function deadJobs({ em }: Sources): Promise<Found> {
  const rows: { task: string; at: Date; n: string }[] = await em.query(
    `select task_identifier as task, updated_at as at, count(*) over () as n from graphile_worker.jobs where attempts >= max_attempts order by updated_at desc limit 5`,
  );
  return { count: Number(rows[0]?.n ?? 0), records: rows.map(({ task, at }) => ({ title: task, link: '/jobs', at, dueOn: null })) };
}

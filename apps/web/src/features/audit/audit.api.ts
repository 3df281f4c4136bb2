import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Events = graphql(`
  query AuditEvents($subjectId: ID, $organisationId: ID, $event: String, $page: PageInput!) {
    auditEvents(subjectId: $subjectId, organisationId: $organisationId, event: $event, page: $page) {
      total
      items {
        id
        at
        event
        subjectId
        subjectName
        actorName
        organisationId
        organisationName
        data
      }
    }
  }
`);
const Jobs = graphql(
  'query DeadJobs($page: PageInput!) { deadJobs(page: $page) { total items { id task attempts lastError createdAt failedAt } } }',
);
const Retry = graphql('mutation RetryJob($id: ID!) { retryJob(id: $id) }');

export type AuditLine = ResultOf<typeof Events>['auditEvents']['items'][number];
export type DeadJob = ResultOf<typeof Jobs>['deadJobs']['items'][number];
export type AuditFilter = { subjectId: string | null; organisationId: string | null; event: string | null; page: number };

export const auditKeys = { events: (filter: AuditFilter) => ['audit', filter], jobs: (page: number) => ['jobs', page] };
export const pageSize = 50;

export const getEvents = async ({ page, ...filter }: AuditFilter) =>
  (await request(Events, { ...filter, page: { page, size: pageSize } })).auditEvents;
export const getDeadJobs = async (page: number) => (await request(Jobs, { page: { page, size: pageSize } })).deadJobs;
export const retryJob = (id: string) => request(Retry, { id });

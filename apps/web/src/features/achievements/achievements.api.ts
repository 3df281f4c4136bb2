import type { AchievementInput, AchievementStatus } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const ById = graphql(`
  query Achievement($id: ID!) {
    achievement(id: $id) {
      id
      version
      status
      title
      summary
      advantages
      evidence
      trlEvidence
      deliverables
      keywords
      techField
      discipline
      chain
      trl
      ipRights {
        kind
        number
        title
        status
        filedOn
      }
      transferModes
      priceMode
      priceMin
      priceMax
      team {
        name
        title
      }
      contactName
      contactPhone
      ndaSummary
      hasNdaPart
      regionCode
      returnReason
      submittedAt
      publishedAt
      confirmedAt
      freshness
      updatedAt
      isOwn
      isImported
      isPendingConversion
      availableActions
      organisation {
        id
        name
      }
      author {
        name
      }
      history {
        id
        at
        event
        actorName
        organisationName
        data
      }
    }
  }
`);
const Mine = graphql(`
  query MyAchievements($status: AchievementStatus, $text: String, $importId: ID, $page: PageInput!) {
    myAchievements(status: $status, text: $text, importId: $importId, page: $page) {
      total
      items {
        id
        version
        status
        title
        techField
        trl
        priceMode
        priceMin
        priceMax
        returnReason
        updatedAt
        isPendingConversion
        availableActions
        team {
          name
        }
        author {
          name
        }
      }
    }
    myAchievementCounts(text: $text, importId: $importId) {
      status
      count
    }
  }
`);
const Refs = graphql(`
  query AchievementRefs($status: AchievementStatus, $text: String, $importId: ID, $page: PageInput!) {
    myAchievements(status: $status, text: $text, importId: $importId, page: $page) {
      total
      items {
        id
        version
        title
        availableActions
      }
    }
  }
`);
const Create = graphql('mutation CreateAchievement($input: AchievementInput!) { createAchievement(input: $input) { id version } }');
const Save = graphql(
  'mutation SaveAchievement($id: ID!, $version: Int!, $input: AchievementInput!) { saveAchievement(id: $id, version: $version, input: $input) { id version } }',
);
const Delete = graphql('mutation DeleteAchievement($id: ID!, $version: Int!) { deleteAchievement(id: $id, version: $version) }');
const Submit = graphql('mutation SubmitAchievement($id: ID!, $version: Int!) { submitAchievement(id: $id, version: $version) { id } }');
const Confirm = graphql('mutation ConfirmAchievement($id: ID!, $version: Int!) { confirmAchievement(id: $id, version: $version) { id } }');
const Release = graphql('mutation ReleaseAchievement($id: ID!, $version: Int!) { releaseAchievement(id: $id, version: $version) { id } }');
const ReleaseMany = graphql(
  'mutation ReleaseAchievements($input: AchievementReleaseInput!) { releaseAchievements(input: $input) { id code issues } }',
);
const Return = graphql(
  'mutation ReturnAchievement($id: ID!, $version: Int!, $reason: String!) { returnAchievement(id: $id, version: $version, reason: $reason) { id } }',
);
const Withdraw = graphql(
  'mutation WithdrawAchievement($id: ID!, $version: Int!, $reason: String!) { withdrawAchievement(id: $id, version: $version, reason: $reason) { id } }',
);
const Reopen = graphql('mutation ReopenAchievement($id: ID!, $version: Int!) { reopenAchievement(id: $id, version: $version) { id } }');
const Close = graphql('mutation CloseAchievement($id: ID!, $version: Int!) { closeAchievement(id: $id, version: $version) { id } }');

export type Achievement = ResultOf<typeof ById>['achievement'];
export type AchievementItem = ResultOf<typeof Mine>['myAchievements']['items'][number];
export type ReleaseResult = ResultOf<typeof ReleaseMany>['releaseAchievements'][number];
export type Ref = { id: string; version: number };
export type AchievementFilter = { status: AchievementStatus | null; text: string | null; importId: string | null; page: number };

export const achievementKeys = {
  one: (id: string) => ['achievements', 'one', id],
  mine: (filter: AchievementFilter) => ['achievements', 'mine', filter],
};
export const pageSize = 20;
const batchSize = 50;

export const getAchievement = async (id: string) => (await request(ById, { id })).achievement;
export const getMine = ({ page, ...filter }: AchievementFilter) => request(Mine, { ...filter, page: { page, size: pageSize } });
export const saveDraft = async (saved: Ref | null, input: AchievementInput): Promise<Ref> =>
  saved ? (await request(Save, { ...saved, input })).saveAchievement : (await request(Create, { input })).createAchievement;

/** Everything that fits the filter and may be released, over all pages. */
export async function getReleasable({ status, text, importId }: AchievementFilter): Promise<(Ref & { title: string })[]> {
  const found: (Ref & { title: string })[] = [];
  for (let page = 1; ; page++) {
    const { myAchievements } = await request(Refs, { status, text, importId, page: { page, size: 100 } });
    found.push(
      ...myAchievements.items
        .filter((a) => a.availableActions.includes('release'))
        .map(({ id, version, title }) => ({ id, version, title })),
    );
    if (page * 100 >= myAchievements.total) return found;
  }
}

/** Releases many, some at a time, so that progress can be shown. */
export async function releaseMany(refs: readonly Ref[], onProgress: (done: number) => void): Promise<ReleaseResult[]> {
  const results: ReleaseResult[] = [];
  for (let from = 0; from < refs.length; from += batchSize) {
    const items = refs.slice(from, from + batchSize).map(({ id, version }) => ({ id, version }));
    results.push(...(await request(ReleaseMany, { input: { items } })).releaseAchievements);
    onProgress(results.length);
  }
  return results;
}

/** The steps of the lifecycle that a button takes. */
export const achievementSteps = {
  submit: (ref: Ref) => request(Submit, ref),
  confirm: ({ id, version }: Ref) => request(Confirm, { id, version }),
  release: (ref: Ref) => request(Release, ref),
  returnToInventor: (ref: Ref, reason: string) => request(Return, { ...ref, reason }),
  withdraw: (ref: Ref, reason: string) => request(Withdraw, { ...ref, reason }),
  reopen: (ref: Ref) => request(Reopen, ref),
  close: (ref: Ref) => request(Close, ref),
  delete: (ref: Ref) => request(Delete, ref),
};
/** After a step every list and figure may have changed. */
export const refreshAll = () => queryClient.invalidateQueries();

import type { PeopleFilter, ProfileEdit } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const List = graphql(`
  query People($filter: PeopleFilterInput!, $page: PageInput!) {
    people(filter: $filter, page: $page) {
      total
      items {
        id
        role
        name
        organisationName
        title
        regionCode
        techFields
        keywords
        contractCases
        introductionCases
        showsMoreToMembers
      }
    }
  }
`);
const One = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id
      isOwn
      role
      name
      organisationId
      organisationName
      title
      regionCode
      techFields
      keywords
      intro
      certificates {
        kind
        name
        number
        issuer
        issuedOn
        expiresOn
      }
      contractCases
      introductionCases
      showsMoreToMembers
      cases {
        number
        title
        registeredOn
      }
      links {
        kind
        id
        title
      }
    }
  }
`);
const Mine = graphql(`
  query MyProfile {
    myProfile {
      id
      version
      status
      role
      title
      regionCode
      techFields
      keywords
      intro
      certificates {
        kind
        name
        number
        issuer
        issuedOn
        expiresOn
      }
      audienceOfFields {
        field
        audience
      }
      linkedItems {
        kind
        id
        title
      }
      cases {
        number
        title
        registeredOn
      }
      readers {
        at
        organisationName
        personName
      }
    }
  }
`);
const Items = graphql('query LinkableItems($input: SearchInput!) { search(input: $input) { hits { kind id title { text } } } }');
const Save = graphql(
  'mutation SaveMyProfile($version: Int!, $input: ProfileEditInput!) { saveMyProfile(version: $version, input: $input) { id } }',
);
const Publish = graphql('mutation PublishMyProfile($id: ID!, $version: Int!) { publishMyProfile(id: $id, version: $version) { id } }');
const Withdraw = graphql('mutation WithdrawMyProfile($id: ID!, $version: Int!) { withdrawMyProfile(id: $id, version: $version) { id } }');

export type PersonItem = ResultOf<typeof List>['people']['items'][number];
export type Person = ResultOf<typeof One>['person'];
export type MyProfile = NonNullable<ResultOf<typeof Mine>['myProfile']>;
type Ref = { id: string; version: number };

export const pageSize = 20;
export const peopleKeys = {
  list: (filter: PeopleFilter, page: number) => ['people', 'list', filter, page],
  one: (id: string) => ['people', 'one', id],
  mine: ['people', 'mine'],
  items: (text: string) => ['people', 'items', text],
};
export const getPeople = async (filter: PeopleFilter, page: number) =>
  (await request(List, { filter, page: { page, size: pageSize } })).people;
export const getPerson = async (id: string) => (await request(One, { id })).person;
export const getMine = async () => (await request(Mine)).myProfile;
/** Public items whose title fits. */
export const findItems = async (text: string) =>
  (await request(Items, { input: { text, size: 10 } })).search.hits.map(({ kind, id, title }) => ({ kind, id, title: title.text }));
export const saveMine = (version: number, input: ProfileEdit) => request(Save, { version, input });
export const publishMine = (ref: Ref) => request(Publish, ref);
export const withdrawMine = (ref: Ref) => request(Withdraw, ref);
export const refreshPeople = () => queryClient.invalidateQueries({ queryKey: ['people'] });

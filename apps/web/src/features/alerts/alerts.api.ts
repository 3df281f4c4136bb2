import { graphql, type ResultOf } from '@jihui/gql';
import type { AlertSettings } from '@jihui/domain';
import { queryClient, request } from '../../lib/api.js';

const Mine = graphql(`
  query MyAlerts {
    myAlerts {
      since
      unseen
      setting {
        id
        personalised
        rhythm
        quietFrom
        quietTo
        version
      }
      items {
        side
        itemId
        title
        added
        strong
        taken
        gone
        latestAt
        changes {
          otherId
          title
          at
          lostBy
          band
        }
      }
    }
    mySavedSearches {
      id
      version
      name
      address
      mail
      checkedAt
      found {
        id
        kind
        title
        foundAt
      }
    }
  }
`);
const Change = graphql('mutation ChangeAlertSettings($input: AlertSettingsInput!) { changeAlertSettings(input: $input) { id } }');
const See = graphql('mutation SeeAlerts { seeAlerts { id } }');
const Save = graphql('mutation SaveSearch($input: SavedSearchInput!) { saveSearch(input: $input) { id } }');
const Edit = graphql(
  'mutation EditSavedSearch($id: ID!, $version: Int!, $input: SavedSearchEditInput!) { editSavedSearch(id: $id, version: $version, input: $input) { id } }',
);
const Delete = graphql('mutation DeleteSavedSearch($id: ID!) { deleteSavedSearch(id: $id) }');
const Unsubscribe = graphql('mutation Unsubscribe($token: String!) { unsubscribe(input: { token: $token }) }');

type Result = ResultOf<typeof Mine>;
export type Alerts = Result['myAlerts'];
export type ItemAlert = Alerts['items'][number];
export type SavedSearch = Result['mySavedSearches'][number];

export const alertKeys = { mine: ['alerts'] };
export const loadAlerts = () => request(Mine);

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: alertKeys.mine });
  // Recommendations stand on other pages too.
  await queryClient.invalidateQueries({ queryKey: ['overview'] });
}
export async function changeSettings(input: AlertSettings): Promise<void> {
  await request(Change, { input });
  await refresh();
}
export async function markSeen(): Promise<void> {
  await request(See);
  await refresh();
}
export async function saveSearch(input: { name: string; address: string; mail: boolean }): Promise<void> {
  await request(Save, { input });
  await refresh();
}
export async function editSearch({ id, version, name }: SavedSearch, mail: boolean): Promise<void> {
  await request(Edit, { id, version, input: { name, mail } });
  await refresh();
}
export async function deleteSearch(id: string): Promise<void> {
  await request(Delete, { id });
  await refresh();
}
export const unsubscribe = (token: string) => request(Unsubscribe, { token });

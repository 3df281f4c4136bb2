import type { HandoverOffer } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const OfDemand = graphql(`
  query HandoversOfDemand($demandId: ID!) {
    list: handoversOfDemand(demandId: $demandId) {
      id
      version
      status
      brokerFirmName
      clientName
      scope
      commissionPermille
      until
      dueOn
      refusal
      refusalNote
      availableActions
    }
  }
`);
const Offer = graphql('mutation OfferHandover($input: HandoverOfferInput!) { offerHandover(input: $input) { id } }');
const Withdraw = graphql('mutation WithdrawHandover($id: ID!, $version: Int!) { withdrawHandover(id: $id, version: $version) { id } }');

export type Handover = ResultOf<typeof OfDemand>['list'][number];
export const handoverKeys = { of: (demandId: string) => ['handovers', demandId] };
export const getHandovers = async (demandId: string) => (await request(OfDemand, { demandId })).list;
const refresh = () => queryClient.invalidateQueries({ queryKey: ['handovers'] });
export async function offerHandover(input: HandoverOffer): Promise<void> {
  await request(Offer, { input });
  await refresh();
}
export async function withdrawHandover({ id, version }: Handover): Promise<void> {
  await request(Withdraw, { id, version });
  await refresh();
}

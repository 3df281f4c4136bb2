import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Look = graphql(`
  query ItemToConfirm($input: ConfirmationInput!) {
    itemToConfirm(input: $input) { id kind title text organisationName askedOf publishedAt confirmedAt }
  }
`);
const Confirm = graphql('mutation ConfirmByLink($input: ConfirmationInput!) { confirmByLink(input: $input) { id kind title confirmedAt } }');

export type ItemToConfirm = ResultOf<typeof Look>['itemToConfirm'];
export const lookAt = async (token: string): Promise<ItemToConfirm> => (await request(Look, { input: { token } })).itemToConfirm;
export const confirmByLink = async (token: string) => (await request(Confirm, { input: { token } })).confirmByLink;

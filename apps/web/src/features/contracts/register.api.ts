import type { RegisterFilter } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const ByNumber = graphql(
  'query Certificate($number: String!) { certificate(number: $number) { number state title type sellerName buyerName brokerName branchName registeredOn registeredVersion changedOn endedOn nationalNo ledger { chain seq hash day root } } }',
);
const ByToken = graphql('query CertificateByToken($token: String!) { certificateByToken(token: $token) { number } }');
const Register = graphql(`
  query Register($filter: RegisterFilterInput!, $page: PageInput!) {
    register(filter: $filter, page: $page) {
      total
      totalAmount
      years
      branches {
        id
        name
      }
      items {
        number
        contractClass
        techField
        registeredOn
        branchName
        totalAmount
      }
    }
  }
`);

export type Certificate = ResultOf<typeof ByNumber>['certificate'];
export type RegisterEntry = ResultOf<typeof Register>['register']['items'][number];
export const registerPageSize = 50;

export const getCertificate = async (number: string) => (await request(ByNumber, { number })).certificate;
export const getNumberByToken = async (token: string) => (await request(ByToken, { token })).certificateByToken.number;
export const getRegister = async (filter: RegisterFilter, page: number) =>
  (await request(Register, { filter, page: { page, size: registerPageSize } })).register;

import type { EmbedderSettingInput } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Overview = graphql(`
  query Embedder {
    embedder {
      settings {
        id
        number
        isOn
        kind
        url
        model
        timeLimitMs
        setBy
        createdAt
      }
      hasKey
      embedder
      isWeighed
      seen
      all
      without
      dimension
      fault
      status
      failures
      failedAt
      answeredAt
      restUntil
    }
  }
`);
const Set = graphql('mutation SetEmbedder($number: Int!, $input: EmbedderSettingInput!) { setEmbedder(number: $number, input: $input) { id number } }');
const Try = graphql('mutation TryEmbedder($input: EmbedderSettingInput!) { tryEmbedder(input: $input) { dimension milliseconds fault status } }');

export type EmbedderOverview = ResultOf<typeof Overview>['embedder'];
export type EmbedderSetting = EmbedderOverview['settings'][number];

export const embedderKey = ['embedder'];
export const getEmbedder = async (): Promise<EmbedderOverview> => (await request(Overview)).embedder;
export const tryEmbedder = async (input: EmbedderSettingInput) => (await request(Try, { input })).tryEmbedder;
export async function setEmbedder(number: number, input: EmbedderSettingInput): Promise<void> {
  await request(Set, { number, input });
  await queryClient.invalidateQueries({ queryKey: embedderKey });
}

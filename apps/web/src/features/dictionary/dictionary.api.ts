import type { DictionaryDraft } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Editions = graphql('query DictionaryEditions { dictionaryEditions { id number groups { words } reason added removed publishedBy createdAt } }');
const Preview = graphql(`
  query DictionaryPreview($input: DictionaryDraftInput!) {
    dictionaryPreview(input: $input) {
      added { words }
      removed { words }
      words
      tried
      matched
      newWords
      queries {
        text
        times
        before
        after
        gained { id kind title }
        lost { id kind title }
      }
    }
  }
`);
const Publish = graphql('mutation PublishDictionary($input: DictionaryDraftInput!) { publishDictionary(input: $input) { id number } }');

export type Edition = ResultOf<typeof Editions>['dictionaryEditions'][number];
export type Preview = ResultOf<typeof Preview>['dictionaryPreview'];
export const dictionaryKey = ['dictionary'];

export const getEditions = async (): Promise<Edition[]> => (await request(Editions)).dictionaryEditions;
export const previewDraft = async (input: DictionaryDraft): Promise<Preview> => (await request(Preview, { input })).dictionaryPreview;
export const publishDraft = async (input: DictionaryDraft) => (await request(Publish, { input })).publishDictionary;

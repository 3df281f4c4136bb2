import type { AchievementInput } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Read = graphql('mutation ReadDisclosure($fileId: ID!) { readDisclosure(fileId: $fileId) { text pages isCut } }');
const GuessAll = graphql(`
  query DisclosureGuesses($input: DisclosureInput!) {
    disclosureGuesses(input: $input) {
      guesses {
        field
        value
        excerpt
        isStated
      }
      doubtful {
        number
        excerpt
      }
    }
  }
`);
const Create = graphql('mutation CreateDisclosed($input: AchievementInput!) { createAchievement(input: $input) { id version } }');

export type Guesses = ResultOf<typeof GuessAll>['disclosureGuesses'];
export type Guess = Guesses['guesses'][number];

export const readFile = async (fileId: string) => (await request(Read, { fileId })).readDisclosure;
export const guessFrom = async (text: string) => (await request(GuessAll, { input: { text } })).disclosureGuesses;
export const createDraft = async (input: AchievementInput) => (await request(Create, { input })).createAchievement;
export const refreshAll = () => queryClient.invalidateQueries();

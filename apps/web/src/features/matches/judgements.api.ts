import { graphql } from '@jihui/gql';
import type { z } from 'zod';
import type { matchJudgement } from '@jihui/domain';
import { queryClient, request } from '../../lib/api.js';
import { matchKeys } from './matches.api.js';

const Judge = graphql('mutation JudgeMatch($input: MatchJudgementInput!) { judgeMatch(input: $input) { id } }');
const TakeBack = graphql('mutation TakeBackJudgement($id: ID!) { takeBackJudgement(id: $id) }');

type MatchJudgement = z.output<typeof matchJudgement>;

/** All lists hold other matches afterwards. */
const refresh = () => queryClient.invalidateQueries({ queryKey: matchKeys.all });
export async function judgeMatch(input: MatchJudgement): Promise<void> {
  await request(Judge, { input });
  await refresh();
}
export async function takeBack(id: string): Promise<void> {
  await request(TakeBack, { id });
  await refresh();
}

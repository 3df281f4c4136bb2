import type { NoticeDecisionInput, NoticeTradeInput } from '@jihui/domain';
import { graphql } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Decision = graphql('mutation EnterNoticeDecision($input: NoticeDecisionInput!) { enterNoticeDecision(input: $input) { id } }');
const Trade = graphql('mutation EnterNoticeTrade($input: NoticeTradeInput!) { enterNoticeTrade(input: $input) { id } }');

export const enterDecision = (input: NoticeDecisionInput) => request(Decision, { input });
export const enterTrade = (input: NoticeTradeInput) => request(Trade, { input });

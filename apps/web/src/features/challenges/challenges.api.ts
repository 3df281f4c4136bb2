import type { BoardFilter as Filter, ChallengeInput, ChallengeRewrite, ClaimInput, InterestDeclaration, ScoreCardContent } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const ById = graphql(`
  query Challenge($id: ID!) {
    serverTime
    challenge(id: $id) {
      id
      version
      status
      number
      kind
      mode
      title
      background
      indicators {
        name
        current
        op
        target
        unit
        method
        must
      }
      deliverables
      endsOn
      ownFunds
      bidderCash
      fiscalSupport
      paymentPlan {
        name
        percent
      }
      ipSharing
      bidderConditions
      acceptance
      triedSelf
      ndaAnnex
      cleanRecord
      teams
      gates {
        name
        day
        rule
      }
      criteria {
        name
        weight
        hint
      }
      techField
      chain
      keywords
      contactName
      contactPhone
      original
      rewriteNote
      agreedAt
      returnReason
      publishedAt
      claimsCloseAt
      claimCount
      openedAt
      noticeEndsOn
      endReason
      updatedAt
      isOwn
      isOrganiser
      canClaim barredUntil
      availableActions
      organisation {
        id
        name
      }
      readiness {
        code
        ok
        severity
        params
        basis
      }
      questions {
        id
        question
        answer
        createdAt
        answeredAt
      }
      amendments {
        number
        text
        createdAt
        closedAtBefore
        closesAtAfter
      }
      milestones {
        event
        at
      }
      claims {
        id
        status
        submittedAt
        digest
        content
        isOwn
        refusalReason
        outcomeReason
        organisation {
          name
        }
        result {
          rank
          total
          cards
          droppedCount
          byCriterion {
            criterion
            points
          }
        }
      }
      winners {
        organisationName
        total
      }
      keyHolders {
        name
        isMe
        givenAt
      }
      reviewers {
        userId
        name
        organisationName isChair
        declaredAt
        recusedAt
      }
      myCards {
        claimId
        scores
      }
      ranking {
        id
        rank
        total
        cards
        droppedCount
      }
      history {
        id
        at
        event
        actorName
        organisationName
        data
      }
    }
  }
`);
const Board = graphql(`
  query Challenges($stage: BoardStage, $kind: ChallengeKind, $mode: ChallengeMode, $techField: TechField, $unfilled: BoardUnfilled, $outcome: BoardOutcome, $region: String, $month: String, $text: String, $page: PageInput!) {
    serverTime
    boardFigures {
      stage
      count
    }
    challenges(stage: $stage, kind: $kind, mode: $mode, techField: $techField, unfilled: $unfilled, outcome: $outcome, region: $region, month: $month, text: $text, page: $page) {
      total
      items {
        id
        number
        status
        kind
        mode
        title
        bidderCash
        fiscalSupport
        techField
        claimsCloseAt
        claimCount
        noticeEndsOn
        organisation {
          name
        }
      }
    }
  }
`);
const Mine = graphql(
  'query MyChallenges($page: PageInput!) { list: myChallenges(page: $page) { total items { id status title number kind claimsCloseAt updatedAt availableActions organisation { name } } } }',
);
const Desk = graphql(
  'query ChallengeDesk($page: PageInput!) { list: challengeDesk(page: $page) { total items { id status title number kind claimsCloseAt updatedAt availableActions organisation { name } } } }',
);
const Taken = graphql(
  'query TakenChallenges($page: PageInput!) { list: takenChallenges(page: $page) { total items { id status title number kind claimsCloseAt updatedAt availableActions organisation { name } } } }',
);
const Experts = graphql('query ChallengeExperts($id: ID!) { challengeExperts(id: $id) { id name organisationName load inField tiedTo } }');
const Propose = graphql('query ProposeReviewers($id: ID!, $size: Int!) { proposeReviewers(id: $id, size: $size) { reviewerIds unfilled outOfField } }');
const Declare = graphql('mutation DeclareInterests($challengeId: ID!, $input: InterestDeclarationInput!) { declareInterests(challengeId: $challengeId, input: $input) { id } }');
const Create = graphql('mutation CreateChallenge($input: ChallengeInput!) { createChallenge(input: $input) { id version } }');
const FromDemand = graphql('mutation CreateChallengeFromDemand($demandId: ID!) { createChallengeFromDemand(demandId: $demandId) { id } }');
const Copy = graphql('mutation CopyChallenge($id: ID!) { copyChallenge(id: $id) { id } }');
const Save = graphql('mutation SaveChallenge($id: ID!, $version: Int!, $input: ChallengeInput!) { saveChallenge(id: $id, version: $version, input: $input) { id version } }');
const Delete = graphql('mutation DeleteChallenge($id: ID!, $version: Int!) { deleteChallenge(id: $id, version: $version) }');
const Submit = graphql('mutation SubmitChallenge($id: ID!, $version: Int!) { submitChallenge(id: $id, version: $version) { id } }');
const Agree = graphql('mutation AgreeChallenge($id: ID!, $version: Int!) { agreeChallenge(id: $id, version: $version) { id } }');
const Reopen = graphql('mutation ReopenChallenge($id: ID!, $version: Int!) { reopenChallenge(id: $id, version: $version) { id } }');
const Withdraw = graphql('mutation WithdrawChallenge($id: ID!, $version: Int!, $reason: String!) { withdrawChallenge(id: $id, version: $version, reason: $reason) { id } }');
const Screen = graphql('mutation ScreenChallenge($id: ID!, $version: Int!) { screenChallenge(id: $id, version: $version) { id } }');
const Return = graphql('mutation ReturnChallenge($id: ID!, $version: Int!, $reason: String!) { returnChallenge(id: $id, version: $version, reason: $reason) { id } }');
const Argue = graphql(
  'mutation ArgueChallenge($id: ID!, $version: Int!, $input: ChallengeRewriteInput!, $note: String!) { argueChallenge(id: $id, version: $version, input: $input, note: $note) { id } }',
);
const Approve = graphql('mutation ApproveChallenge($id: ID!, $version: Int!) { approveChallenge(id: $id, version: $version) { id } }');
const TakeKey = graphql('mutation TakeChallengeKey($id: ID!, $version: Int!, $passPhrase: String!) { takeChallengeKey(id: $id, version: $version, passPhrase: $passPhrase) { id } }');
const GiveKey = graphql('mutation GiveChallengeKey($id: ID!, $version: Int!, $passPhrase: String!) { giveChallengeKey(id: $id, version: $version, passPhrase: $passPhrase) { id status } }');
const Publish = graphql('mutation PublishChallenge($id: ID!, $version: Int!, $claimsCloseAt: DateTime!) { publishChallenge(id: $id, version: $version, claimsCloseAt: $claimsCloseAt) { id } }');
const Amend = graphql('mutation AmendChallenge($id: ID!, $version: Int!, $input: ChallengeAmendmentInput!) { amendChallenge(id: $id, version: $version, input: $input) { id } }');
const Judge = graphql('mutation JudgeClaim($input: ClaimJudgementInput!) { judgeClaim(input: $input) { id } }');
const Qualify = graphql('mutation QualifyChallenge($id: ID!, $version: Int!) { qualifyChallenge(id: $id, version: $version) { id } }');
const Appoint = graphql('mutation AppointReviewers($id: ID!, $version: Int!, $userIds: [ID!]!) { appointReviewers(id: $id, version: $version, userIds: $userIds) { id } }');
const StartReview = graphql('mutation StartChallengeReview($id: ID!, $version: Int!) { startChallengeReview(id: $id, version: $version) { id } }');
const Decide = graphql('mutation DecideChallenge($id: ID!, $version: Int!, $input: ChallengeDecisionInput!) { decideChallenge(id: $id, version: $version, input: $input) { id } }');
const Announce = graphql('mutation AnnounceChallenge($id: ID!, $version: Int!) { announceChallenge(id: $id, version: $version) { id } }');
const Reconsider = graphql('mutation ReconsiderChallenge($id: ID!, $version: Int!, $reason: String!) { reconsiderChallenge(id: $id, version: $version, reason: $reason) { id } }');
const Conclude = graphql('mutation ConcludeChallenge($id: ID!, $version: Int!) { concludeChallenge(id: $id, version: $version) { id } }');
const Terminate = graphql('mutation TerminateChallenge($id: ID!, $version: Int!, $reason: String!) { terminateChallenge(id: $id, version: $version, reason: $reason) { id } }');
const SubmitClaim = graphql('mutation SubmitClaim($challengeId: ID!, $input: ClaimInput!) { submitClaim(challengeId: $challengeId, input: $input) { id digest submittedAt } }');
const RetractClaim = graphql('mutation RetractClaim($challengeId: ID!) { retractClaim(challengeId: $challengeId) { id } }');
const Ask = graphql('mutation AskChallengeQuestion($challengeId: ID!, $question: String!) { askChallengeQuestion(challengeId: $challengeId, question: $question) { id } }');
const Answer = graphql('mutation AnswerChallengeQuestion($id: ID!, $answer: String!) { answerChallengeQuestion(id: $id, answer: $answer) { id } }');
const Score = graphql('mutation ScoreClaim($claimId: ID!, $input: ScoreCardInput!) { scoreClaim(claimId: $claimId, input: $input) { id } }');

export type ChallengeAnswer = ResultOf<typeof ById>;
export type Challenge = ChallengeAnswer['challenge'];
export type ClaimRow = Challenge['claims'][number];
export type BoardItem = ResultOf<typeof Board>['challenges']['items'][number];
export type ListItem = ResultOf<typeof Mine>['list']['items'][number];
export type Ref = { id: string; version: number };
export type BoardFilter = Filter & { page: number };

export const pageSize = 20;
export const challengeKeys = {
  one: (id: string) => ['challenges', 'one', id],
  board: (filter: BoardFilter) => ['challenges', 'board', filter],
  list: (which: ListName, page: number) => ['challenges', which, page],
  experts: (id: string) => ['challenges', 'experts', id],
};
const lists = { mine: Mine, desk: Desk, taken: Taken };
export type ListName = keyof typeof lists;

export const getChallenge = (id: string) => request(ById, { id });
export const getBoard = ({ page, ...filter }: BoardFilter) => request(Board, { ...filter, page: { page, size: pageSize } });
export const getList = async (which: ListName, page: number) => (await request(lists[which], { page: { page, size: pageSize } })).list;
export const getExperts = async (id: string) => (await request(Experts, { id })).challengeExperts;
export const proposePanel = async (id: string, size: number) => (await request(Propose, { id, size })).proposeReviewers;
export const declareInterests = (challengeId: string, input: InterestDeclaration) => request(Declare, { challengeId, input });
export const saveDraft = async (saved: Ref | null, input: ChallengeInput): Promise<Ref> =>
  saved ? (await request(Save, { ...saved, input })).saveChallenge : (await request(Create, { input })).createChallenge;
export const fromDemand = async (demandId: string) => (await request(FromDemand, { demandId })).createChallengeFromDemand.id;
export const copyChallenge = async (id: string) => (await request(Copy, { id })).copyChallenge.id;

/** Steps that a button takes by itself. */
export const plainSteps = {
  submit: (ref: Ref) => request(Submit, ref),
  agree: (ref: Ref) => request(Agree, ref),
  reopen: (ref: Ref) => request(Reopen, ref),
  screen: (ref: Ref) => request(Screen, ref),
  approve: (ref: Ref) => request(Approve, ref),
  qualify: (ref: Ref) => request(Qualify, ref),
  startReview: (ref: Ref) => request(StartReview, ref),
  announce: (ref: Ref) => request(Announce, ref),
  conclude: (ref: Ref) => request(Conclude, ref),
};
/** Steps that ask for a reason. */
export const reasonedSteps = {
  withdraw: (ref: Ref, reason: string) => request(Withdraw, { ...ref, reason }),
  returnToOwner: (ref: Ref, reason: string) => request(Return, { ...ref, reason }),
  reconsider: (ref: Ref, reason: string) => request(Reconsider, { ...ref, reason }),
  terminate: (ref: Ref, reason: string) => request(Terminate, { ...ref, reason }),
};
export const deleteChallenge = (ref: Ref) => request(Delete, ref);
export const argue = (ref: Ref, input: ChallengeRewrite, note: string) => request(Argue, { ...ref, input, note });
export const takeKey = (ref: Ref, passPhrase: string) => request(TakeKey, { ...ref, passPhrase });
export const giveKey = (ref: Ref, passPhrase: string) => request(GiveKey, { ...ref, passPhrase });
export const publish = (ref: Ref, claimsCloseAt: string) => request(Publish, { ...ref, claimsCloseAt });
export const amend = (ref: Ref, input: { text: string; claimsCloseAt: string | null }) => request(Amend, { ...ref, input });
export const judge = (claimId: string, qualified: boolean, reason: string | null) => request(Judge, { input: { claimId, qualified, reason } });
export const appoint = (ref: Ref, userIds: string[]) => request(Appoint, { ...ref, userIds });
export const decide = (ref: Ref, winners: string[], reasons: { claimId: string; reason: string }[]) => request(Decide, { ...ref, input: { winners, reasons } });
export const submitClaim = async (challengeId: string, input: ClaimInput) => (await request(SubmitClaim, { challengeId, input })).submitClaim;
export const retractClaim = (challengeId: string) => request(RetractClaim, { challengeId });
export const ask = (challengeId: string, question: string) => request(Ask, { challengeId, question });
export const answer = (id: string, text: string) => request(Answer, { id, answer: text });
export const scoreClaim = (claimId: string, input: ScoreCardContent) => request(Score, { claimId, input });
/** After a step every list and figure may have changed. */
export const refreshAll = () => queryClient.invalidateQueries();

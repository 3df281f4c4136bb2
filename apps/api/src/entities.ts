import { AuditEvent } from './platform/db/audit-event.entity.js';
import { StoredFile } from './platform/files/stored-file.entity.js';
import { Achievement } from './features/achievements/achievement.entity.js';
import { ContractText } from './features/contract-texts/contract-text.entity.js';
import { SignedCopy } from './features/contract-texts/signed-copy.entity.js';
import { ContractReview } from './features/contracts/contract-review.entity.js';
import { RegistrationCounter } from './features/contracts/registration-counter.entity.js';
import { TechnologyContract } from './features/contracts/technology-contract.entity.js';
import { Challenge } from './features/challenges/challenge.entity.js';
import { ChallengeAmendment } from './features/challenges/challenge-amendment.entity.js';
import { ChallengeKey } from './features/challenges/challenge-key.entity.js';
import { ChallengeMeeting } from './features/challenge-meetings/challenge-meeting.entity.js';
import { PanelRecord } from './features/challenge-panel/panel-record.entity.js';
import { ChallengePlan } from './features/challenges/challenge-plan.entity.js';
import { ConflictRelationRow } from './features/challenges/conflict-relation.entity.js';
import { ChallengeQuestion } from './features/challenges/challenge-question.entity.js';
import { ChallengeReviewer } from './features/challenges/challenge-reviewer.entity.js';
import { ChallengeObjection } from './features/challenge-performance/challenge-objection.entity.js';
import { ChallengeTask } from './features/challenge-performance/challenge-task.entity.js';
import { ChallengeBar, ChallengeReceipt, ChallengeRelease } from './features/challenge-performance/task-money.entity.js';
import { Claim } from './features/challenges/claim.entity.js';
import { ScoreCard } from './features/challenges/score-card.entity.js';
import { Demand } from './features/demands/demand.entity.js';
import { AccountLink } from './features/accounts/account-link.entity.js';
import { Session } from './features/accounts/session.entity.js';
import { SignInGuard } from './features/accounts/sign-in-guard.entity.js';
import { User } from './features/accounts/user.entity.js';
import { ContractMatter } from './features/contract-matters/contract-matter.entity.js';
import { ExpertOpinion } from './features/contract-matters/expert-opinion.entity.js';
import { DeskAbsence } from './features/desk/desk-absence.entity.js';
import { ContractReceipt } from './features/receipts/contract-receipt.entity.js';
import { FollowUpTask } from './features/receipts/follow-up-task.entity.js';
import { RoyaltyStatement } from './features/receipts/royalty-statement.entity.js';
import { IncomeDistribution } from './features/rewards/income-distribution.entity.js';
import { RightsGrant } from './features/rewards/rights-grant.entity.js';
import { DictionaryEdition } from './features/dictionary/dictionary-edition.entity.js';
import { DatedRuleRow } from './features/rules/dated-rule.entity.js';
import { WorkingDayYear } from './features/rules/working-day-year.entity.js';
import { ConfirmationLink } from './features/freshness/confirmation-link.entity.js';
import { BrokerOmission } from './features/broker-questions/broker-omission.entity.js';
import { Introduction } from './features/introductions/introduction.entity.js';
import { LedgerEntry, LedgerHead } from './features/ledger/ledger-entry.entity.js';
import { LedgerRoot } from './features/ledger/ledger-root.entity.js';
import { AlertSetting } from './features/alerts/alert-setting.entity.js';
import { AlertDigest } from './features/alerts/digest.entity.js';
import { SavedSearch, SavedSearchHit } from './features/alerts/saved-search.entity.js';
import { Match, MatchList } from './features/matches/match.entity.js';
import { MatchGrade } from './features/match-bench/match-grade.entity.js';
import { MatchFeedback } from './features/matches/match-feedback.entity.js';
import { MatchHint } from './features/matches/match-hint.entity.js';
import { EmbedderSetting } from './features/embedder/embedder-setting.entity.js';
import { EmbedderState, ItemVector, TextVectorRow } from './features/embedder/vectors.entity.js';
import { MatchModelRow } from './features/matches/match-model.entity.js';
import { MatchKnown } from './features/matches/match-known.entity.js';
import { Matcher } from './features/matches/matcher.entity.js';
import { MatchTurn } from './features/matches/match-turn.entity.js';
import { Mandate } from './features/negotiations/mandate.entity.js';
import { NegotiationMessage } from './features/negotiations/negotiation-message.entity.js';
import { Negotiation } from './features/negotiations/negotiation.entity.js';
import { TermWording } from './features/negotiations/term-wording.entity.js';
import { Meeting } from './features/meetings/meeting.entity.js';
import { PersonProfile } from './features/people/person-profile.entity.js';
import { ConfidentialPart } from './features/tiers/confidential-part.entity.js';
import { Nda } from './features/tiers/nda.entity.js';
import { NdaWish } from './features/tiers/nda-wish.entity.js';
import { TierOpening } from './features/tiers/tier-opening.entity.js';
import { NoticeDecision } from './features/notice-papers/notice-decision.entity.js';
import { NoticeTrade } from './features/notice-papers/notice-trade.entity.js';
import { NoticeObjection } from './features/notices/notice-objection.entity.js';
import { NoticeReading } from './features/notices/notice-reading.entity.js';
import { NoticeVersion } from './features/notices/notice-version.entity.js';
import { PublicNotice } from './features/notices/public-notice.entity.js';
import { ImportRow } from './features/imports/import-row.entity.js';
import { Import } from './features/imports/import.entity.js';
import { Organisation } from './features/organisations/organisation.entity.js';
import { Region } from './features/organisations/region.entity.js';
import { DuplicatePair } from './features/quality/duplicate-pair.entity.js';
import { ItemAppraisal } from './features/quality/item-appraisal.entity.js';
import { ItemPatent } from './features/quality/item-patent.entity.js';
import { ShingleCount } from './features/quality/shingle-count.entity.js';
import { AskedQuery } from './features/search/asked-query.entity.js';
import { SearchState } from './features/search/search-state.entity.js';
import { IndicatorCorrection } from './features/readings/indicator-correction.entity.js';
import { ItemIndicator } from './features/search/item-indicator.entity.js';
import { SearchText } from './features/search/search-text.entity.js';

/** Every table of the product: TypeORM, the migrations and the whole-schema tests read this one list. */
export const entities = [
  AuditEvent,
  StoredFile,
  Region,
  Organisation,
  User,
  Session,
  AccountLink,
  SignInGuard,
  Achievement,
  Demand,
  Challenge,
  ChallengeQuestion,
  ChallengeAmendment,
  ChallengeKey,
  ChallengePlan,
  ConflictRelationRow,
  ChallengeObjection,
  Claim,
  ChallengeMeeting,
  PanelRecord,
  ChallengeReviewer,
  ScoreCard,
  ChallengeTask,
  ChallengeReceipt,
  ChallengeRelease,
  ChallengeBar,
  TechnologyContract,
  ContractText,
  SignedCopy,
  ContractReview,
  DeskAbsence,
  BrokerOmission,
  ContractMatter,
  ExpertOpinion,
  ContractReceipt,
  RoyaltyStatement,
  FollowUpTask,
  IncomeDistribution,
  RightsGrant,
  RegistrationCounter,
  DatedRuleRow,
  WorkingDayYear,
  DictionaryEdition,
  LedgerEntry,
  LedgerHead,
  LedgerRoot,
  SearchText,
  AskedQuery,
  ItemIndicator,
  IndicatorCorrection,
  ConfirmationLink,
  ItemAppraisal,
  ItemPatent,
  DuplicatePair,
  ShingleCount,
  SearchState,
  Match,
  MatchList,
  MatchFeedback,
  MatchGrade,
  MatchHint,
  MatchModelRow,
  EmbedderSetting,
  EmbedderState,
  ItemVector,
  TextVectorRow,
  MatchKnown,
  MatchTurn,
  Matcher,
  AlertSetting,
  AlertDigest,
  SavedSearch,
  SavedSearchHit,
  Introduction,
  Negotiation,
  NegotiationMessage,
  TermWording,
  Meeting,
  Mandate,
  ConfidentialPart,
  Nda,
  NdaWish,
  TierOpening,
  PersonProfile,
  PublicNotice,
  NoticeVersion,
  NoticeDecision,
  NoticeTrade,
  NoticeObjection,
  NoticeReading,
  Import,
  ImportRow,
];

import { Module } from '@nestjs/common';
import { ChallengeDecisions } from './challenge-decision.service.js';
import { ChallengeDeskResolver } from './challenge-desk.resolver.js';
import { ChallengeDrafting } from './challenge-drafting.service.js';
import { ChallengeExamination } from './challenge-examination.service.js';
import { ChallengeExperts } from './challenge-experts.service.js';
import { ChallengeFieldsResolver } from './challenge-fields.resolver.js';
import { ChallengeLists } from './challenge-lists.service.js';
import { ChallengeMail } from './challenge-mail.service.js';
import { ChallengePublication } from './challenge-publication.service.js';
import { ChallengeQuestions } from './challenge-questions.service.js';
import { ChallengeReviewResolver } from './challenge-review.resolver.js';
import { ChallengeWritingResolver } from './challenge-writing.resolver.js';
import { ChallengeTimetables } from './challenge-timetable.service.js';
import { ChallengesResolver } from './challenges.resolver.js';
import { ClaimFieldsResolver } from './claim-fields.resolver.js';
import { ClaimReview } from './claim-review.service.js';
import { ClaimSealing } from './claim-sealing.service.js';
import { ClaimsResolver } from './claims.resolver.js';
import { ConflictRelations } from './conflict-relations.service.js';
import { EnginesResolver } from './engines.resolver.js';
import { KeyHolding } from './key-holding.service.js';

const services = [
  ChallengeDrafting,
  ChallengeExamination,
  ChallengePublication,
  KeyHolding,
  ClaimSealing,
  ChallengeQuestions,
  ClaimReview,
  ChallengeDecisions,
  ChallengeTimetables,
  ChallengeLists,
];

@Module({
  providers: [
    ChallengesResolver,
    ChallengeFieldsResolver,
    ChallengeWritingResolver,
    ChallengeDeskResolver,
    ChallengeReviewResolver,
    ClaimsResolver,
    ClaimFieldsResolver,
    EnginesResolver,
    ConflictRelations,
    ChallengeExperts,
    ChallengeMail,
    ...services,
  ],
  exports: [...services, ChallengeExperts],
})
export class ChallengesModule {}

import { graphql, type ResultOf } from '@jihui/gql';
import type { BidderFitFilter, PeopleFitFilter } from '@jihui/domain';
import { request } from '../../lib/api.js';

const People = graphql(`
  query PeopleForDemand($demandId: ID!, $filter: PeopleFitFilterInput!) {
    fits: peopleForDemand(demandId: $demandId, filter: $filter) {
      total
      left
      costs {
        constraint
        excluded
        strong
        only
        unknown
      }
      items {
        relevance
        shared
        sameField
        through
        person {
          id
          role
          name
          organisationId
          organisationName
          title
          regionCode
          contractCases
        }
      }
    }
  }
`);
const Bidders = graphql(`
  query ChallengeBidders($challengeId: ID!, $filter: BidderFitFilterInput) {
    fits: challengeBidders(challengeId: $challengeId, filter: $filter) {
      ofUnits {
        total
        left
        costs {
          constraint
          excluded
          strong
          only
          unknown
        }
      }
      ofExperts {
        total
        left
        costs {
          constraint
          excluded
          strong
          only
          unknown
        }
      }
      ofAchievements {
        total
        left
        costs {
          constraint
          excluded
          strong
          only
          unknown
        }
      }
      leftOut
      whoIsLeftOut {
        organisationName
        condition
        path
      }
      units {
        relevance
        shared
        sameField
        through
        organisationId
        organisationName
        checks {
          condition
          verdict
          path
        }
      }
      experts {
        relevance
        shared
        sameField
        through
        person {
          id
          role
          name
          organisationId
          organisationName
          title
          regionCode
          contractCases
        }
      }
      achievements {
        relevance
        shared
        sameField
        through
        achievement {
          id
          title
          trl
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);
const ForUnit = graphql(`
  query ChallengesForUnit {
    fits: challengesForUnit {
      barredUntil
      compared
      items {
        relevance
        shared
        sameField
        through
        checks {
          condition
          verdict
          path
        }
        challenge {
          id
          number
          title
          claimsCloseAt
          bidderCash
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export type PersonFit = ResultOf<typeof People>['fits']['items'][number];
export type Bidders = ResultOf<typeof Bidders>['fits'];
export type UnitFit = Bidders['units'][number];
export type FitCost = ResultOf<typeof People>['fits']['costs'][number];
export type ConditionCheck = UnitFit['checks'][number];
export type FitReasons = Pick<UnitFit, 'relevance' | 'shared' | 'sameField' | 'through'>;

export const fitKeys = {
  people: (demandId: string, filter: PeopleFitFilter) => ['matches', 'people', demandId, filter],
  bidders: (challengeId: string, filter: BidderFitFilter) => ['matches', 'bidders', challengeId, filter],
  unit: ['matches', 'unitChallenges'],
};
export const getPeopleFor = async (demandId: string, filter: PeopleFitFilter) => (await request(People, { demandId, filter })).fits;
export const getBidders = async (challengeId: string, filter: BidderFitFilter) => (await request(Bidders, { challengeId, filter })).fits;
export const getUnitChallenges = async () => (await request(ForUnit)).fits;

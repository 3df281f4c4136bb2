import type { ChallengePlanInput, ConflictRelationInput } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const OfItem = graphql(`
  query ChallengeEngines($id: ID!) {
    challenge(id: $id) {
      id
      version
      status
      isOrganiser
      availableActions
      claims {
        id
        organisation {
          name
        }
      }
      reviewers {
        userId
        name
        organisationName
        declaredAt
        recusedAt
        ties {
          claimId
          nature
        }
      }
      ownerConflicts {
        code
        severity
        bidder
        path {
          from
          to
        }
      }
      reviewChecks {
        runs
        changed
        outliersFrom
        without {
          reviewer
          changes
          winners
        }
        outliers {
          claimId
          reviewer
          criterion
          deviation
        }
      }
      timetable {
        plan
        isStored
        plannedEnd
        earliestEnd
        likelyEnd
        forecastEnd
        delay
        rows {
          stage
          startsOn
          endsOn
          likelyEnd
          isCritical
          slack
          state
          forecastEnd
          delay
        }
        warnings {
          code
          stage
          params
          basis
        }
      }
    }
  }
`);
const Experts = graphql(
  'query EngineExperts($id: ID!) { challengeExperts(id: $id) { id name organisationName load tiedTo conflicts { code severity bidder path { from to } } } }',
);
const Plan = graphql('mutation PlanChallenge($id: ID!, $version: Int!, $input: ChallengePlanInput!) { planChallenge(id: $id, version: $version, input: $input) { id } }');
const Substitute = graphql('mutation SubstituteReviewer($id: ID!, $version: Int!, $outId: ID!, $inId: ID!) { substituteReviewer(id: $id, version: $version, outId: $outId, inId: $inId) { id } }');
const Relations = graphql('query ConflictRelations { conflictRelations { id version relation fromName toName since until source } }');
const Add = graphql('mutation AddConflictRelation($input: ConflictRelationInput!) { addConflictRelation(input: $input) { id } }');
const Drop = graphql('mutation DropConflictRelation($id: ID!, $version: Int!) { dropConflictRelation(id: $id, version: $version) { id } }');

export type EngineItem = ResultOf<typeof OfItem>['challenge'];
export type TimetableAnswer = NonNullable<EngineItem['timetable']>;
export type ConflictLine = EngineItem['ownerConflicts'][number];
export type Ref = { id: string; version: number };

export const engineKeys = { item: (id: string) => ['challengeEngines', id], experts: (id: string) => ['challengeEngines', 'experts', id], relations: ['conflictRelations'] };
export const getEngines = async (id: string) => (await request(OfItem, { id })).challenge;
export const getExpertConflicts = async (id: string) => (await request(Experts, { id })).challengeExperts;
export const plan = (ref: Ref, input: ChallengePlanInput) =>
  request(Plan, { ...ref, input: { ...input, stages: input.stages.map((s) => ({ ...s, endsOn: s.endsOn ?? null })), targetEnd: input.targetEnd ?? null } });
export const substitute = (ref: Ref, outId: string, inId: string) => request(Substitute, { ...ref, outId, inId });
export const getRelations = async () => (await request(Relations, {})).conflictRelations;
export const addRelation = (input: ConflictRelationInput) => request(Add, { input });
export const dropRelation = (ref: Ref) => request(Drop, ref);
export const refreshEngines = () => queryClient.invalidateQueries();

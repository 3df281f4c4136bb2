import { graphql, type ResultOf } from '@jihui/gql';
import type { MatchGradeInput } from '@jihui/domain';
import { queryClient, request } from '../../lib/api.js';

const Demands = graphql(`
  query BenchDemands($text: String, $page: PageInput!) {
    benchDemands(text: $text, page: $page) {
      total
      items {
        id
        title
        graded
      }
    }
    benchModels {
      name
      intercept
      slope
      ceiling
      inUse
    }
    gradeFigures {
      grades
      graders
      gradedPairs
      pairs
      same
      withinOne
      kappa
    }
  }
`);
const Ranking = graphql(`
  query BenchRanking($demandId: ID!, $first: String, $second: String) {
    benchRanking(demandId: $demandId, first: $first, second: $second) {
      demand {
        id
        title
        problem
        keywords
        minTrl
        budgetMax
      }
      first {
        name
        intercept
        slope
        ceiling
      }
      second {
        name
        intercept
        slope
        ceiling
      }
      candidates {
        cosine
        myGrade
        myGradeVersion
        otherGrades
        others {
          level
          by
          at
        }
        shared {
          text
          share
        }
        features {
          feature
          value
        }
        first {
          probability
          band
          adds
          intercept
          similarityAdds
          logOdds
          capped
          place
        }
        second {
          probability
          band
          adds
          intercept
          similarityAdds
          logOdds
          capped
          place
        }
        achievement {
          id
          title
          summary
          keywords
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);
const Grade = graphql('mutation GradeMatch($version: Int!, $input: MatchGradeInput!) { gradeMatch(version: $version, input: $input) { id } }');

export type Ranking = ResultOf<typeof Ranking>['benchRanking'];
export type Candidate = Ranking['candidates'][number];
export type Overview = ResultOf<typeof Demands>;

export const pageSize = 20;
export const benchKeys = {
  all: ['matchBench'],
  list: (text: string | null, page: number) => ['matchBench', 'demands', text, page],
  ranking: (demandId: string, first: string | null, second: string | null) => ['matchBench', 'ranking', demandId, first, second],
};
export const getOverview = (text: string | null, page: number) => request(Demands, { text, page: { page, size: pageSize } });
export const getRanking = async (demandId: string, first: string | null, second: string | null) =>
  (await request(Ranking, { demandId, first, second })).benchRanking;
export async function gradeMatch(version: number, input: MatchGradeInput): Promise<void> {
  await request(Grade, { version, input });
  await queryClient.invalidateQueries({ queryKey: benchKeys.all });
}

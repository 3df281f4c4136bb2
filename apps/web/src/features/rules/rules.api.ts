import type { HolidayImport, RuleAmendment, TaxEstimateInput } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const Years = graphql('query WorkingDayYears { workingDayYears { id year basis certainty updatedAt days { day works name } } }');
const Changes = graphql('query RuleChanges { ruleChanges { id at event actorName organisationName data } }');
const Amend = graphql('mutation AmendRule($input: RuleAmendmentInput!) { amendRule(input: $input) { id } }');
const Import = graphql('mutation ImportHolidays($input: HolidayImportInput!) { importHolidays(input: $input) { id } }');
const Estimate = graphql(`
  query TaxEstimate($input: TaxEstimateInput!) {
    taxEstimate(input: $input) {
      day
      parts {
        code
        outcome
        fen
        lines {
          code
          params
          fen
          rule
        }
        rules {
          key
          validFrom
          validTo
          basis
          certainty
          note
        }
      }
    }
  }
`);

export type WorkingDayYear = ResultOf<typeof Years>['workingDayYears'][number];
export type RuleChange = ResultOf<typeof Changes>['ruleChanges'][number];
export type Estimated = ResultOf<typeof Estimate>['taxEstimate'];

export const getYears = async () => (await request(Years)).workingDayYears;
export const getChanges = async () => (await request(Changes)).ruleChanges;
export const amendRule = (input: RuleAmendment) => request(Amend, { input });
export const importHolidays = (input: HolidayImport) => request(Import, { input });
export const getEstimate = async (input: TaxEstimateInput) => (await request(Estimate, { input })).taxEstimate;

import type { StatisticsCut, StatisticsFilter } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../../lib/api.js';

const By = graphql(`
  query ContractStatistics($filter: StatisticsFilterInput!, $cut: StatisticsCut!) {
    contractStatistics(filter: $filter, cut: $cut) {
      changed
      sum {
        key
        count
        totalAmount
        techAmount
      }
      takenOut {
        key
        count
        totalAmount
        techAmount
      }
      lines {
        key
        label
        count
        totalAmount
        techAmount
      }
    }
  }
`);
const Behind = graphql(`
  query StatisticsContracts($filter: StatisticsFilterInput!, $cut: StatisticsCut!, $key: String) {
    statisticsContracts(filter: $filter, cut: $cut, key: $key) {
      id
      number
      title
      type
      registeredOn
      totalAmount
      techAmount
    }
  }
`);
const Report = graphql(`
  query AnnualReport($year: Int!) {
    annualReport(year: $year) {
      unitName
      year
      achievements
      received
      techIncome
      netIncome
      rewards
      paid
      classes {
        contractClass
        count
        totalAmount
        techAmount
      }
      contracts {
        id
        number
        title
        type
        registeredOn
        totalAmount
        techAmount
      }
      anomalies {
        code
        title
        link
        amount
      }
    }
  }
`);

export type StatLine = ResultOf<typeof By>['contractStatistics']['lines'][number];
export type Counted = ResultOf<typeof Behind>['statisticsContracts'][number];
export type Report = ResultOf<typeof Report>['annualReport'];
export const getStatistics = async (filter: StatisticsFilter, cut: StatisticsCut) => (await request(By, { filter, cut })).contractStatistics;
export const getBehind = async (filter: StatisticsFilter, cut: StatisticsCut, key: string | null) => (await request(Behind, { filter, cut, key })).statisticsContracts;
export const getReport = async (year: number) => (await request(Report, { year })).annualReport;

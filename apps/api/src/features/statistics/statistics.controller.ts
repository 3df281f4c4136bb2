import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, parse, statisticsFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { sendFile, xlsxMime } from '../../platform/documents/send-file.js';
import { AnnualReports } from './annual-report.service.js';
import { StatisticsService } from './statistics.service.js';

/** Loaded when it is asked for, as every library for documents: it would cost every start a quarter of a second. */
const workbooks = () => import('./statistics-workbook.js');

/** The workbooks, made from the same figures as the pages. */
@Controller('exports')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly reports: AnnualReports,
  ) {}

  @Allow('statistics.read')
  @Get('statistics.xlsx')
  async workbook(@CurrentActor() actor: Actor, @Query() query: Record<string, string>, @Res() res: Response): Promise<void> {
    const filter = parse(statisticsFilter, query);
    const figures = await this.statistics.figures(actor, filter);
    const { statisticsWorkbook } = await workbooks();
    const bytes = await statisticsWorkbook(filter, figures, await this.statistics.regionNames());
    sendFile(res, xlsxMime, `技术合同统计-${filter.from}-${filter.until}.xlsx`, bytes);
  }

  @Allow('annualReport.read')
  @Get('annual-report.xlsx')
  async report(@CurrentActor() actor: Actor, @Query('year') text: string, @Res() res: Response): Promise<void> {
    const year = Number(text);
    if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new DomainError('NOT_FOUND');
    const { reportWorkbook } = await workbooks();
    sendFile(res, xlsxMime, `${actor.organisationName}-成果转化年度报告-${year}.xlsx`, await reportWorkbook(await this.reports.of(actor, year)));
  }
}

import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, parse, statisticsFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { AnnualReports } from './annual-report.service.js';
import { reportWorkbook, statisticsWorkbook } from './statistics-workbook.js';
import { StatisticsService } from './statistics.service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
    send(res, `技术合同统计-${filter.from}-${filter.until}.xlsx`, await statisticsWorkbook(filter, figures, await this.statistics.regionNames()));
  }

  @Allow('annualReport.read')
  @Get('annual-report.xlsx')
  async report(@CurrentActor() actor: Actor, @Query('year') text: string, @Res() res: Response): Promise<void> {
    const year = Number(text);
    if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new DomainError('NOT_FOUND');
    send(res, `${actor.organisationName}-成果转化年度报告-${year}.xlsx`, await reportWorkbook(await this.reports.of(actor, year)));
  }
}

function send(res: Response, name: string, bytes: Buffer): void {
  res.setHeader('content-type', xlsx);
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  res.end(bytes);
}

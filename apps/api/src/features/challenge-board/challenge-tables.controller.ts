import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { boardFilterOf, ChallengeCut, parse, shanghaiDay, techFieldWords } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { cutWords, kindWords, modeWords, stageWords, statusWords } from './board-words.js';
import { ChallengeFigures } from './challenge-figures.service.js';
import { csvOf, yuan } from './csv.js';

const csv = 'text/csv; charset=utf-8';
const field = (key: string | null): string => (key && key in techFieldWords ? (techFieldWords[key as keyof typeof techFieldWords][0] ?? key) : '');
const wordsOf = (cut: ChallengeCut, key: string | null): string =>
  key === null ? '未填写' : cut === 'FIELD' ? field(key) : ({ ...kindWords, ...modeWords, ...stageWords }[key] ?? key);

/** The figures of the board and the items behind them as tables; public, as the board is. */
@Controller('exports')
export class ChallengeTablesController {
  constructor(private readonly figures: ChallengeFigures) {}

  /** The items that the board shows under the same address. */
  @Allow('public.read')
  @Get('challenges.csv')
  async items(@Query() query: Record<string, string>, @Res() res: Response): Promise<void> {
    const rows = await this.figures.records(boardFilterOf(new URLSearchParams(query)));
    const day = (at: Date | null) => (at ? shanghaiDay(at) : '');
    const lines = rows.map((r) => [
      ...[r.number ?? '', r.title, r.owner, r.region, kindWords[r.kind], modeWords[r.mode], field(r.techField), statusWords[r.status]],
      ...[day(r.publishedAt), day(r.claimsCloseAt), r.claimCount === null ? '' : String(r.claimCount), yuan(r.bidderCash), yuan(r.fiscalSupport)],
    ]);
    const head = ['榜单编号', '名称', '发榜方', '地区', '类别', '方式', '技术领域', '状态', '发榜日期', '揭榜截止', '申报数', '付给揭榜方现金（元）', '财政支持（元）'];
    sendFile(res, csv, `揭榜挂帅榜单-${shanghaiDay(new Date())}.csv`, csvOf([head, ...lines]));
  }

  @Allow('public.read')
  @Get('challenge-figures.csv')
  async table(@Query() { cut: given, ...query }: Record<string, string>, @Res() res: Response): Promise<void> {
    const cut = parse(ChallengeCut, given);
    const rows = await this.figures.of(cut, boardFilterOf(new URLSearchParams({ stage: 'ALL', ...query })));
    const head = [cutWords[cut], '榜单数', '付给揭榜方现金（元）', '财政支持（元）', '申报数', '已确定揭榜方', '已验收', '流榜', '已终止'];
    const lines = rows.map((r) => [wordsOf(cut, r.key), String(r.count), yuan(r.cash), yuan(r.fiscal), String(r.claims), String(r.awarded), String(r.accepted), String(r.noClaim), String(r.terminated)]);
    sendFile(res, csv, `揭榜挂帅统计-${cutWords[cut]}-${shanghaiDay(new Date())}.csv`, csvOf([head, ...lines]));
  }
}

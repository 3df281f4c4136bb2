import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { gradeFiles, Grades } from './grades.service.js';

/** The grades as the three files of a labels folder: `npm run match:train -- --data DIR` reads them. */
@Controller('exports/match-grades')
export class GradeExportsController {
  constructor(private readonly grades: Grades) {}

  @Allow('matchBench.read')
  @Get(':name.jsonl')
  async file(@Param('name') name: string, @Res() res: Response): Promise<void> {
    const file = gradeFiles.find((f) => f === name);
    if (!file) throw new DomainError('NOT_FOUND');
    sendFile(res, 'application/jsonl; charset=utf-8', `${file}.jsonl`, Buffer.from(await this.grades.file(file)));
  }
}

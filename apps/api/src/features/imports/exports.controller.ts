import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, supplierKinds, type ImportKind } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { announceFile, xlsxMime } from '../../platform/documents/send-file.js';
import { OwnItems } from './own-items.service.js';
import { achievementColumns, demandColumns } from './export-columns.js';

/** Loaded when it is asked for: the workbook library would cost every start a fifth of a second. */
const workbooks = () => import('./export-workbook.js');

@Controller('exports')
export class ExportsController {
  constructor(private readonly items: OwnItems) {}

  /** The unit's achievements under the headers of the import. */
  @Allow('import.run')
  @Get('achievements.xlsx')
  async achievements(@CurrentActor() actor: Actor, @Res() res: Response): Promise<void> {
    refuseUnless(actor.organisationKind !== null && supplierKinds.includes(actor.organisationKind));
    announceFile(res, xlsxMime, `${actor.organisationName}-成果.xlsx`);
    const { writeWorkbook } = await workbooks();
    await writeWorkbook(res, '成果', achievementColumns, this.items.achievements(actor)).catch(() => res.destroy());
  }

  /** The enterprise's demands under the headers of the import. */
  @Allow('import.run')
  @Get('demands.xlsx')
  async demands(@CurrentActor() actor: Actor, @Res() res: Response): Promise<void> {
    refuseUnless(actor.organisationKind === 'ENTERPRISE');
    announceFile(res, xlsxMime, `${actor.organisationName}-需求.xlsx`);
    const { writeWorkbook } = await workbooks();
    await writeWorkbook(res, '需求', demandColumns, this.items.demands(actor)).catch(() => res.destroy());
  }

  @Allow('import.run')
  @Get('templates/:kind')
  async template(@Param('kind') name: string, @Res() res: Response): Promise<void> {
    const kind = templates[name];
    if (!kind) throw new DomainError('NOT_FOUND');
    announceFile(res, xlsxMime, kind === 'ACHIEVEMENTS' ? '成果导入模板.xlsx' : '需求导入模板.xlsx');
    const { templateWorkbook } = await workbooks();
    res.end(await templateWorkbook(kind));
  }
}

const templates: Partial<Record<string, ImportKind>> = { 'achievements.xlsx': 'ACHIEVEMENTS', 'demands.xlsx': 'DEMANDS' };

function refuseUnless(isAllowed: boolean): void {
  if (!isAllowed) throw new DomainError('FORBIDDEN');
}

import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { DiligenceFiles, diligenceName } from './diligence-file.service.js';

/** The PDF library is loaded when it is asked for: it would cost every start a fifth of a second. */
@Controller('exports/notices')
export class NoticeExportsController {
  constructor(private readonly files: DiligenceFiles) {}

  @Allow('notice.write')
  @Get(':id/diligence.pdf')
  async pdf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const file = await this.files.of(actor, id);
    const { diligencePdf } = await import('./diligence-pdf.js');
    sendFile(res, 'application/pdf', `${diligenceName(file)}.pdf`, await diligencePdf(file));
  }

  @Allow('notice.write')
  @Get(':id/diligence.zip')
  async zip(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const file = await this.files.of(actor, id);
    const { diligenceZip } = await import('./diligence-zip.js');
    sendFile(res, 'application/zip', `${diligenceName(file)}.zip`, await diligenceZip(file, await this.files.papersOf(file)));
  }
}

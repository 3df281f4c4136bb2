import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { IntroductionReceipts } from './introduction-receipts.service.js';

@Controller('exports/introductions')
export class IntroductionExportsController {
  constructor(private readonly receipts: IntroductionReceipts) {}

  @Allow('introduction.read')
  @Get(':id/receipt.pdf')
  async receipt(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const receipt = await this.receipts.of(actor, id);
    const { receiptPdf } = await import('./introduction-receipt-pdf.js');
    sendFile(res, 'application/pdf', `对接回执-${id}.pdf`, await receiptPdf(receipt));
  }
}

import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { sendFile } from '../../platform/documents/send-file.js';
import { TierReading } from './tier-reading.service.js';

@Controller('files/confidential')
export class TierFilesController {
  constructor(private readonly reading: TierReading) {}

  /** A marked copy for a reader with an agreement; the original is at /files/:id, for the owner. */
  @Allow('tier.open')
  @Get(':id')
  async download(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { name, bytes } = await this.reading.openFile(actor, id);
    sendFile(res, 'application/pdf', name, bytes);
  }
}

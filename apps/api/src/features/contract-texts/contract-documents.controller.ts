import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { hasConfirmed } from '../contracts/contract-access.js';
import { contractDocx } from './contract-docx.js';
import { contractPdf, type PrintState } from './contract-pdf.js';
import { ContractTexts, type WholeText } from './contract-texts.service.js';

const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bytes for a browser to keep. */
export function sendFile(res: Response, name: string, mime: string, bytes: Buffer): void {
  res.setHeader('content-type', mime);
  res.setHeader('content-length', bytes.length);
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  res.end(bytes);
}

/** The contract's text on paper, for whoever sees the contract. */
@Controller('exports/contracts')
export class ContractDocumentsController {
  constructor(private readonly texts: ContractTexts) {}

  @Allow('contract.read')
  @Get(':id.pdf')
  async pdf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const whole = await this.texts.read(actor, id);
    sendFile(res, `${nameOf(whole)}.pdf`, 'application/pdf', await contractPdf(whole, stateOf(whole)));
  }

  @Allow('contract.read')
  @Get(':id.docx')
  async docx(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const whole = await this.texts.read(actor, id);
    sendFile(res, `${nameOf(whole)}.docx`, docxMime, await contractDocx(whole, stateOf(whole)));
  }
}

const nameOf = ({ document, contract }: WholeText): string => `${document.name}_${contract.title}_第${contract.revision}版`.replace(/[\\/:*?"<>|\s]/gu, '_');
const stateOf = ({ contract }: WholeText): PrintState => ({ isConfirmed: hasConfirmed(contract, 'SELLER') && hasConfirmed(contract, 'BUYER'), at: new Date() });

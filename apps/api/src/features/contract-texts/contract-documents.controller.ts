import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { docxMime, sendFile } from '../../platform/documents/send-file.js';
import { hasConfirmed } from '../contracts/contract-access.js';
import type { PrintState } from './contract-pdf.js';
import { ContractTexts, type WholeText } from './contract-texts.service.js';

/** The contract's text on paper, for whoever sees the contract. */
@Controller('exports/contracts')
export class ContractDocumentsController {
  constructor(private readonly texts: ContractTexts) {}

  @Allow('contract.read')
  @Get(':id.pdf')
  async pdf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const whole = await this.texts.read(actor, id);
    const { contractPdf } = await import('./contract-pdf.js');
    sendFile(res, 'application/pdf', `${nameOf(whole)}.pdf`, await contractPdf(whole, stateOf(whole)));
  }

  @Allow('contract.read')
  @Get(':id.docx')
  async docx(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const whole = await this.texts.read(actor, id);
    const { contractDocx } = await import('./contract-docx.js');
    sendFile(res, docxMime, `${nameOf(whole)}.docx`, await contractDocx(whole, stateOf(whole)));
  }
}

const nameOf = ({ document, contract }: WholeText): string => `${document.name}_${contract.title}_第${contract.revision}版`.replace(/[\\/:*?"<>|\s]/gu, '_');
const stateOf = ({ contract }: WholeText): PrintState => ({ isConfirmed: hasConfirmed(contract, 'SELLER') && hasConfirmed(contract, 'BUYER'), at: new Date() });

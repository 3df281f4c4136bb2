import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { contractName } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { PublicRegister } from '../contracts/public-register.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { certificatePdf } from './certificate-pdf.js';
import { sendFile } from './contract-documents.controller.js';
import { NationalForms } from './national-form.service.js';

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('exports')
export class CertificatesController {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly register: PublicRegister,
    private readonly forms: NationalForms,
  ) {}

  /** The certificate for anybody who knows its number; it says what the public page says. */
  @Allow('public.read')
  @Get('certificates/:number.pdf')
  async certificate(@Param('number') number: string, @Res() res: Response): Promise<void> {
    const certificate = await this.register.certificate(number);
    const isDemo = await this.db.em.existsBy(Organisation, { isDemo: true });
    const address = `${this.config.publicUrl}/verify/${certificate.number}`;
    const typeName = contractName(certificate.type).replace(/合同$/u, '');
    sendFile(res, `登记证明_${certificate.number}.pdf`, 'application/pdf', await certificatePdf({ certificate, typeName, address, at: new Date(), isDemo }));
  }

  @Allow('contract.read')
  @Get('contracts/:id/national-form.xlsx')
  async workbook(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const form = await this.forms.of(actor, id);
    sendFile(res, `技术合同登记表_${form.contract.registrationNo ?? id}.xlsx`, xlsxMime, await this.forms.workbook(form));
  }

  @Allow('contract.read')
  @Get('contracts/:id/national-form.json')
  async json(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { contract, fields } = await this.forms.of(actor, id);
    const body = { form: '技术合同登记表', contractId: contract.id, revision: contract.revision, fields };
    sendFile(res, `技术合同登记表_${contract.registrationNo ?? id}.json`, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(body, null, 2)));
  }
}

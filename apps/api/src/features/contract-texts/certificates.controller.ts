import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { contractName } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { sendFile, xlsxMime } from '../../platform/documents/send-file.js';
import { PublicRegister } from '../contracts/public-register.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { NationalForms } from './national-form.service.js';

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
    const { certificatePdf } = await import('./certificate-pdf.js');
    const bytes = await certificatePdf({ certificate, typeName, address, at: new Date(), isDemo });
    sendFile(res, 'application/pdf', `登记证明_${certificate.number}.pdf`, bytes);
  }

  @Allow('contract.read')
  @Get('contracts/:id/national-form.xlsx')
  async workbook(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { contract, fields } = await this.forms.of(actor, id);
    const { formWorkbook } = await import('./national-form-workbook.js');
    sendFile(res, xlsxMime, `技术合同登记表_${contract.registrationNo ?? id}.xlsx`, await formWorkbook(fields));
  }

  @Allow('contract.read')
  @Get('contracts/:id/national-form.json')
  async json(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() res: Response): Promise<void> {
    const { contract, fields } = await this.forms.of(actor, id);
    const body = { form: '技术合同登记表', contractId: contract.id, revision: contract.revision, fields };
    const bytes = Buffer.from(JSON.stringify(body, null, 2));
    sendFile(res, 'application/json; charset=utf-8', `技术合同登记表_${contract.registrationNo ?? id}.json`, bytes);
  }
}

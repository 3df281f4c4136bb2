import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Mandate } from './mandate.entity.js';
import { Negotiation } from './negotiation.entity.js';
import { Parties } from './parties.js';
import { TermSheet } from './term-sheet.entity.js';

/** Mails about what waits for somebody in a room. Each reads the room as it is now; nothing of the terms leaves it. */
@Injectable()
export class NegotiationMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('termSheet.saved')
  async tellOfNewVersion({ id }: JobPayload): Promise<void> {
    const found = await this.find(id);
    if (!found || found.talk.status !== 'OPEN') return;
    const { talk, sheet } = found;
    const other = sheet.savedByOrganisationId === talk.supplierId ? talk.demanderId : talk.supplierId;
    await this.tellSide(
      other,
      `条款单等待确认：${talk.title}`,
      `对方保存了“${talk.title}”条款单第 ${sheet.number} 版，等待贵方确认；如需修改，可保存为新的一版：\n${this.link(talk)}\n`,
    );
  }

  @OnEvent('termSheet.confirmed')
  async tellOfConfirmation({ id }: JobPayload): Promise<void> {
    const found = await this.find(id);
    if (!found) return;
    const { talk, sheet } = found;
    if (talk.status === 'AGREED') {
      const text = `双方已确认“${talk.title}”条款单第 ${sheet.number} 版，可以起草技术合同：\n${this.link(talk)}\n`;
      for (const side of [talk.supplierId, talk.demanderId]) await this.tellSide(side, `条款单已由双方确认：${talk.title}`, text);
    } else if (talk.status === 'OPEN' && (sheet.supplierConfirmedAt || sheet.demanderConfirmedAt)) {
      const other = sheet.supplierConfirmedAt ? talk.demanderId : talk.supplierId;
      await this.tellSide(
        other,
        `对方已确认条款单：${talk.title}`,
        `对方已确认“${talk.title}”条款单第 ${sheet.number} 版，等待贵方确认：\n${this.link(talk)}\n`,
      );
    }
  }

  @OnEvent('mandate.granted')
  async tellBroker({ id }: JobPayload): Promise<void> {
    const mandate = await this.db.em.findOneBy(Mandate, { id, status: 'GRANTED' });
    if (!mandate) return;
    const client = await this.parties.organisationName(mandate.clientId);
    for (const { email, name } of await this.parties.peopleWho('mandate.answer', mandate.brokerFirmId)) {
      await this.mailer.send({
        to: email,
        subject: `${client}委托贵机构参与洽谈`,
        text: `${name}：\n\n${client}委托贵机构参与“${mandate.title}”的洽谈。接受委托后即可进入洽谈：\n${this.config.publicUrl}/negotiations?tab=mandates\n`,
      });
    }
  }

  private async find(id: string): Promise<{ talk: Negotiation; sheet: TermSheet } | null> {
    const talk = await this.db.em.findOneBy(Negotiation, { id });
    const sheet = await this.db.em.findOne(TermSheet, { where: { negotiationId: id }, order: { number: 'DESC' } });
    return talk && sheet ? { talk, sheet } : null;
  }

  private link(talk: Negotiation): string {
    return `${this.config.publicUrl}/negotiations/${talk.id}`;
  }

  private async tellSide(organisationId: string, subject: string, text: string): Promise<void> {
    for (const { email, name } of await this.parties.peopleWho('termSheet.confirm', organisationId))
      await this.mailer.send({ to: email, subject, text: `${name}：\n\n${text}` });
  }
}

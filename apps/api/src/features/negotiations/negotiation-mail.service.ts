import { Injectable } from '@nestjs/common';
import { termSheetOf, type TermSheet } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Mandate } from './mandate.entity.js';
import { Negotiation } from './negotiation.entity.js';
import { Parties } from './parties.js';
import { TermWording } from './term-wording.entity.js';

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
  async tellOfNewWords({ id }: JobPayload): Promise<void> {
    const found = await this.find(id);
    if (!found || found.talk.status !== 'OPEN') return;
    const { talk, sheet } = found;
    // Whoever proposed the last version has accepted it himself: it waits for the other side.
    const newest = sheet.clauses.find((c) => c.current?.number === sheet.number);
    const side = newest?.awaits[0];
    if (!side) return;
    const count = sheet.clauses.filter((c) => c.awaits.includes(side)).length;
    await this.tellSide(
      side === 'SUPPLIER' ? talk.supplierId : talk.demanderId,
      `条款等待答复：${talk.title}`,
      `“${talk.title}”条款单第 ${sheet.number} 版有 ${count} 条等待贵方答复：可逐条接受，也可提出修改并说明理由：\n${this.link(talk)}\n`,
    );
  }

  @OnEvent('termSheet.confirmed')
  async tellOfAcceptance({ id }: JobPayload): Promise<void> {
    const found = await this.find(id);
    if (!found) return;
    const { talk, sheet } = found;
    if (talk.status === 'AGREED') {
      const text = `双方已商定“${talk.title}”的全部条款，可以起草技术合同：\n${this.link(talk)}\n`;
      for (const side of [talk.supplierId, talk.demanderId]) await this.tellSide(side, `条款已由双方商定：${talk.title}`, text);
    } else if (talk.status === 'OPEN' && !sheet.clauses.some((c) => c.current && c.awaits.length)) {
      const text = `“${talk.title}”中已提出的条款双方都已接受，还有 ${sheet.missing.length} 条必备条款待提出：\n${this.link(talk)}\n`;
      for (const side of [talk.supplierId, talk.demanderId]) await this.tellSide(side, `还有条款待提出：${talk.title}`, text);
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
    return talk && { talk, sheet: termSheetOf(await this.db.em.findBy(TermWording, { negotiationId: id })) };
  }

  private link(talk: Negotiation): string {
    return `${this.config.publicUrl}/negotiations/${talk.id}`;
  }

  private async tellSide(organisationId: string, subject: string, text: string): Promise<void> {
    for (const { email, name } of await this.parties.peopleWho('termSheet.confirm', organisationId))
      await this.mailer.send({ to: email, subject, text: `${name}：\n\n${text}` });
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Mandate } from '../negotiations/mandate.entity.js';
import { Parties } from '../negotiations/parties.js';

/** Who is told of a demand that is handed over. */
@Injectable()
export class HandoverMail {
  constructor(
    private readonly db: Db,
    private readonly parties: Parties,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('mandate.offered')
  async tellBroker({ id }: JobPayload): Promise<void> {
    const mandate = await this.db.em.findOneBy(Mandate, { id, status: 'GRANTED' });
    if (!mandate?.demandId) return;
    const client = await this.parties.organisationName(mandate.clientId);
    for (const { email, name } of await this.parties.peopleWho('mandate.answer', mandate.brokerFirmId))
      await this.mailer.send({
        to: email,
        subject: `${client}将一项技术需求委托给贵机构`,
        text: `${name}：\n\n${client}拟将需求“${mandate.title}”委托贵机构寻找合作方，请在 ${mandate.dueOn ?? ''} 前答复：\n${this.config.publicUrl}/negotiations?tab=mandates\n`,
      });
  }

  @OnEvent('mandate.accepted')
  async tellAccepted({ id }: JobPayload): Promise<void> {
    await this.tellClient(id, 'ACCEPTED', (broker) => `${broker}已接受委托`);
  }

  @OnEvent('mandate.refused')
  async tellRefused({ id }: JobPayload): Promise<void> {
    await this.tellClient(id, 'DECLINED', (broker) => `${broker}未接受委托，页面上写有理由，可改选其他技术经理人`);
  }

  @OnEvent('mandate.lapsed')
  async tellLapsed({ id }: JobPayload): Promise<void> {
    await this.tellClient(id, 'LAPSED', (broker) => `${broker}未在期限内答复，可改选其他技术经理人`);
  }

  private async tellClient(id: string, status: Mandate['status'], say: (broker: string) => string): Promise<void> {
    const mandate = await this.db.em.findOneBy(Mandate, { id, status });
    // Of a talk its room tells.
    if (!mandate?.demandId) return;
    const person = await this.parties.person(mandate.grantedBy);
    if (!person) return;
    const broker = await this.parties.organisationName(mandate.brokerFirmId);
    await this.mailer.send({
      to: person.email,
      subject: `需求委托有答复：${mandate.title}`,
      text: `${person.name}：\n\n关于需求“${mandate.title}”：${say(broker)}。\n${this.config.publicUrl}/demands/${mandate.demandId}\n`,
    });
  }
}

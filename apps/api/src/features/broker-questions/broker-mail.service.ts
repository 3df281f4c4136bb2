import { Injectable } from '@nestjs/common';
import { can } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { BrokerOmission } from './broker-omission.entity.js';

/** Tells a broker that a contract of parties it brought together does not name it. */
@Injectable()
export class BrokerMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('contract.brokerOmitted')
  async tellBroker({ id }: JobPayload): Promise<void> {
    for (const omission of await this.db.em.findBy(BrokerOmission, { contractId: id })) {
      const members = await this.db.em.findBy(User, { organisationId: omission.brokerId, disabled: false });
      for (const { email, name } of members.filter((m) => can(m.roles, 'mandate.answer')))
        await this.mailer.send({
          to: email,
          subject: `${omission.sellerName}与${omission.buyerName}的合同未列贵机构`,
          text: `${name}：\n\n贵机构引荐的${omission.sellerName}与${omission.buyerName}拟订的技术合同没有列明贵机构，${omission.statedByOrganisationName}说明了理由。理由和引荐回执见：\n${this.config.publicUrl}/introductions?tab=sent\n`,
        });
    }
  }
}

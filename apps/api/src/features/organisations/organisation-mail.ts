import { Injectable } from '@nestjs/common';
import { adminRoleOfKind, type Role } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from './organisation.entity.js';

/** Mails about verification: to the branch when somebody waits, to the organisation when its state changed. */
@Injectable()
export class OrganisationMail {
  constructor(
    private readonly db: Db,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('organisation.signedUp', 'organisation.resubmitted')
  async tellBranch({ id }: JobPayload): Promise<void> {
    const organisation = await this.db.em.findOneBy(Organisation, { id, status: 'PENDING' });
    if (!organisation?.branchId) return;
    const text = `${organisation.name}（${organisation.uscc}）申请加入技汇，等待核验：\n\n${this.config.publicUrl}/review/organisations?id=${organisation.id}\n`;
    await this.send(organisation.branchId, ['OPERATOR_L1', 'BRANCH_ADMIN'], `待核验单位：${organisation.name}`, text);
  }

  @OnEvent('organisation.verified', 'organisation.rejected', 'organisation.suspended', 'organisation.restored')
  async tellOrganisation({ id }: JobPayload): Promise<void> {
    const organisation = await this.db.em.findOneByOrFail(Organisation, { id });
    const role = adminRoleOfKind[organisation.kind];
    if (!role || organisation.status === 'PENDING') return;
    const reason = organisation.rejectionReason ?? '';
    const { subject, text } = {
      VERIFIED: { subject: '单位已通过核验', text: '已通过市场核验，现在可以发布成果或需求、参与对接和登记技术合同。' },
      REJECTED: { subject: '单位未通过核验', text: `未通过市场核验，原因：${reason}\n\n请修改单位资料后重新提交。` },
      SUSPENDED: { subject: '单位已暂停使用', text: `已暂停使用市场服务，原因：${reason}\n\n如有疑问，请联系所属分中心。` },
    }[organisation.status];
    await this.send(
      id,
      [role],
      `${subject}：${organisation.name}`,
      `${organisation.name}${text}\n\n${this.config.publicUrl}/organisations/${id}\n`,
    );
  }

  private async send(organisationId: string, roles: readonly Role[], subject: string, text: string): Promise<void> {
    const people = await this.db.em
      .createQueryBuilder(User, 'u')
      .where('u.organisationId = :organisationId and not u.disabled and u.passwordHash is not null and u.roles && :roles::text[]', {
        organisationId,
        roles,
      })
      .orderBy('u.createdAt')
      .getMany();
    for (const person of people) await this.mailer.send({ to: person.email, subject, text: `${person.name}：\n\n${text}` });
  }
}

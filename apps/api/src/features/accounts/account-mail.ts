import { Injectable } from '@nestjs/common';
import { linkLife } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { AccountLinks } from './account-links.js';
import { User } from './user.entity.js';

/** Mails about accounts. Each reads the account as it is now: who has joined or was disabled meanwhile gets none. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly db: Db,
    private readonly links: AccountLinks,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent('member.invited')
  async sendInvitation({ id }: JobPayload): Promise<void> {
    const user = await this.db.em.findOneBy(User, { id, disabled: false });
    if (!user || user.passwordHash) return;
    const organisation = await this.db.em.findOneByOrFail(Organisation, { id: user.organisationId });
    const token = await this.links.issue(id, 'INVITATION');
    if (!token) return;
    await this.mailer.send({
      to: user.email,
      subject: `${organisation.name}邀请您使用技汇`,
      text: `${user.name}：

${organisation.name}为您在技汇（技术转移市场）开通了账号。请在 ${linkLife.invitationDays} 天内打开下面的链接，填写电话并设置密码：

${this.config.publicUrl}/invitation?token=${token}

链接只能使用一次。过期后可请本单位管理员重新发送。
如果您不认识该单位，请忽略这封邮件。
`,
    });
  }

  @OnEvent('account.passwordResetRequested')
  async sendPasswordLink(payload: JobPayload): Promise<void> {
    const user = await this.db.em.findOneBy(User, { id: payload.id, disabled: false });
    if (!user) return;
    // Nothing can be forgotten yet: he needs his invitation again.
    if (!user.passwordHash) return this.sendInvitation(payload);
    const token = await this.links.issue(user.id, 'PASSWORD_RESET');
    if (!token) return;
    await this.mailer.send({
      to: user.email,
      subject: '重新设置技汇密码',
      text: `${user.name}：

请在 ${linkLife.passwordResetHours} 小时内打开下面的链接，设置新密码：

${this.config.publicUrl}/password/reset?token=${token}

链接只能使用一次。设置后，您在所有设备上的登录都会退出。
如果不是您本人申请，请忽略这封邮件，密码不会改变。
`,
    });
  }

  @OnEvent('account.passwordReset', 'account.passwordChanged')
  async tellOfNewPassword({ id }: JobPayload): Promise<void> {
    const user = await this.db.em.findOneBy(User, { id });
    if (!user) return;
    await this.mailer.send({
      to: user.email,
      subject: '您的技汇密码已修改',
      text: `${user.name}：

您的技汇账号已设置新密码，其他设备上的登录均已退出。
如果不是您本人操作，请立即重新设置密码并告知本单位管理员：

${this.config.publicUrl}/password/forgotten
`,
    });
  }
}

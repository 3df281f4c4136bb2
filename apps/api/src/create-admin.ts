import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { DomainError, Email, OrganisationName, parse, PersonName, Uscc } from '@jihui/domain';
import { AppModule } from './app.module.js';
import { AccountLinks } from './features/accounts/account-links.js';
import { MemberRecords } from './features/accounts/member-records.js';
import { Organisation } from './features/organisations/organisation.entity.js';
import { Registration } from './features/organisations/registration.js';
import { system } from './platform/auth/actor.js';
import { Config } from './platform/config.js';
import { Db } from './platform/db/db.js';

const usage = 'npm run admin:create -- --branch 名称 --code ZZ --uscc 统一社会信用代码 --region ZZ --name 姓名 --email 邮箱';
const first = z.object({ branch: OrganisationName, code: z.string().regex(/^[A-Z]{2,6}$/), uscc: Uscc, region: z.string().min(1), name: PersonName, email: Email });

/** The first branch of a market and its system administrator, for a database without demo data. Refused once there is a branch. */
const options = { branch: { type: 'string' }, code: { type: 'string' }, uscc: { type: 'string' }, region: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' } } as const;
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
try {
  const input = parse(first, parseArgs({ options }).values);
  const db = app.get(Db);
  if (await db.em.existsBy(Organisation, { kind: 'MARKET_OPERATOR' })) throw new DomainError('ALREADY_EXISTS');
  const user = await db.run(system, async (tx) => {
    const registration = app.get(Registration, { strict: false });
    const branch = await registration.createVerified(tx, { kind: 'MARKET_OPERATOR', name: input.branch, uscc: input.uscc, regionCode: input.region, branchCode: input.code });
    return app.get(MemberRecords).invite(tx, branch, { name: input.name, email: input.email, roles: ['SYSTEM_ADMIN', 'BRANCH_ADMIN'] });
  });
  const token = await app.get(AccountLinks, { strict: false }).issue(user.id, 'INVITATION');
  process.stdout.write(`已建立。请在七天内打开这个链接设置密码：\n${app.get(Config).publicUrl}/invitation?token=${token}\n`);
} catch (error) {
  const issues = error instanceof DomainError ? (error.params.issues ?? []).map((i) => `  ${i.path}：${i.code}`) : [];
  process.stdout.write(`未能建立：${error instanceof Error ? error.message : String(error)}\n${issues.join('\n')}\n用法：${usage}\n`);
  process.exitCode = 1;
}
await app.close();

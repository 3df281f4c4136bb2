import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { LedgerFault, LedgerFaultCode } from '@jihui/domain';
import { AppModule } from './app.module.js';
import { ContractLedgerCheck } from './features/contracts/contract-ledger-check.service.js';
import { LedgerVerification } from './features/ledger/ledger-verification.service.js';

const mostShown = 50;
const place = ({ chain, seq, to }: LedgerFault): string => `${chain} 第 ${seq}${to && to !== seq ? `–${to}` : ''} 条`;
const sentences: Record<LedgerFaultCode, (fault: LedgerFault) => string> = {
  CHANGED: (f) => `${place(f)}：内容与其散列值不符，已被改动`,
  MOVED: ({ chain, seq, to }) => `${chain} 第 ${seq} 条：实为第 ${to} 条，序号被改动`,
  EXCHANGED: ({ chain, seq, to }) => `${chain} 第 ${seq} 条与第 ${to} 条：两条被对调`,
  OUT_OF_ORDER: (f) => `${place(f)}：不在其位，次序被改动`,
  REPLACED: (f) => `${place(f)}：不是下一条所承接的那一条，已被替换`,
  MISSING: (f) => `${place(f)}：缺失${f.day ? `（${f.day} 的日根记载到第 ${f.to} 条）` : ''}`,
  REPEATED: (f) => `${place(f)}：重复`,
  BACKDATED: (f) => `${place(f)}：时间早于前一条`,
  HEAD_DIFFERS: (f) => `${place(f)}：链尾与链首表的记载不符`,
  ROOT_CHANGED: ({ day }) => `${day} 的日根：内容与其散列值不符`,
  ROOT_MISSING: ({ day }) => `${day} 的日根：缺失`,
  ROOT_BROKEN: ({ day }) => `${day} 的日根：不是次日所承接的那一个，已被替换`,
  ROOT_DIFFERS: ({ day }) => `${day} 的日根：与当日的条目不符`,
  DETAIL_CHANGED: (f) => `${place(f)}：非公开部分已被改动`,
  NO_ENTRY: ({ subject }) => `${subject}：合同已登记，账本中没有它的条目`,
  NO_RECORD: (f) => `${place(f)}：账本记载的 ${f.subject} 没有对应的合同`,
  CONTENT_CHANGED: ({ subject }) => `${subject}：合同内容或编号与登记时不同`,
};

/** Computes the ledger again and compares it with the contracts; names what is wrong, exit code 1 where anything is. */
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'] });
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const started = performance.now();
try {
  const ledger = await app.get(LedgerVerification).verify();
  const records = await app.get(ContractLedgerCheck).compare();
  const faults = [...ledger.faults, ...records.faults];
  say(`账本 ${ledger.entries} 条，${ledger.chains} 条链，日根 ${ledger.roots} 个；已登记合同 ${records.contracts} 份`);
  if (records.older) say(`其中 ${records.older} 份登记于账本启用之前，账本中没有条目`);
  for (const fault of faults.slice(0, mostShown)) say(`  ✗ ${sentences[fault.code](fault)}`);
  if (faults.length > mostShown) say(`  …… 共 ${faults.length} 处`);
  say(faults.length ? `发现 ${faults.length} 处问题` : `✓ 全部相符（${((performance.now() - started) / 1000).toFixed(1)} 秒）`);
  process.exitCode = faults.length ? 1 : 0;
} catch (error) {
  say(`无法核对：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
await app.close();

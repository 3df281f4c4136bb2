#!/usr/bin/env node
/**
 * 核对技汇账本导出文件。 Verifies an export of Jihui's ledger. Needs Node.js 18 or later and nothing else.
 *
 *   node ledger-verify.mjs jihui-ledger-2026-11-22.jsonl
 *   node ledger-verify.mjs <new.jsonl> --earlier <old.jsonl>        the new one must begin with everything that the old one held
 *   node ledger-verify.mjs <new.jsonl> --root 2026-11-21=<64 hex>   a root that you wrote down or printed on that day
 *
 * Every line is canonical JSON (keys sorted, no blanks). hash = SHA-256 of the entry's line without "hash"; root = SHA-256 of the root's
 * line without "root". prev is the hash of the entry before it in the same chain (64 zeros for the first), or the root of the day before.
 * A root's heads are the last entries of all chains up to the end of that day in Asia/Shanghai (UTC+8).
 */
import { createReadStream, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonical, isEntry } from './canonical.mjs';
import { sentences } from './sentences.mjs';
import { verify } from './verify.mjs';

export { canonical, verify };

/** The lines of a file, byte for byte: a stray carriage return or a wrong byte stays visible. */
export async function* linesOf(file) {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    yield* parts;
  }
  if (rest) yield rest;
}

async function main(args) {
  const file = args[0];
  const knownRoots = new Map();
  let earlier = null;
  for (let i = 1; i < args.length; i += 2) {
    const value = args[i + 1] ?? '';
    if (args[i] === '--root') knownRoots.set(...value.split('='));
    else if (args[i] === '--earlier') earlier = await entriesOf(value);
    else return 2;
  }
  if (!file) return 2;
  const { faults, entries, chains, roots } = await verify(linesOf(file), { knownRoots, earlier });
  const last = roots.at(-1);
  console.log(`条目 ${entries}，链 ${chains}，日根 ${roots.length} / ${entries} entries, ${chains} chains, ${roots.length} roots`);
  if (last) console.log(`${last.day}  ${last.root}`);
  for (const fault of faults.slice(0, 200)) console.log(`✗ ${sentences[fault.code](fault)}`);
  console.log(faults.length ? `发现 ${faults.length} 处问题 / ${faults.length} faults` : '✓ 全部相符 / everything matches');
  return faults.length ? 1 : 0;
}

async function entriesOf(file) {
  const found = new Map();
  for await (const line of linesOf(file)) {
    const row = JSON.parse(line);
    if (isEntry(row)) found.set(`${row.chain} ${row.seq}`, row.hash);
  }
  return found;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
  if (process.exitCode === 2) console.log('node ledger-verify.mjs <export.jsonl> [--earlier <old.jsonl>] [--root <day>=<hash>]');
}

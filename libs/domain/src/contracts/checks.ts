import { z } from 'zod';
import { issuesOf } from '../issues.js';
import { amountsIn, makesUp, monopolyWords, sharesIn } from './clauses.js';
import { bad, good, type Finding } from './finding.js';
import { typeCheck, termCheck } from './ip-checks.js';
import type { ContractStatus } from './machine.js';
import { contractComplete, type ContractContent } from './rules.js';

export type { ClauseField, Quote } from './clauses.js';

export const ContractCheckCode = z
  .enum([
    'COMPLETE',
    'AMOUNTS',
    'PAYMENT',
    'DATES',
    'PARTIES_VERIFIED',
    'TYPE_MATCHES_IP',
    'IP_TERM',
    'CONFIDENTIALITY',
    'MONOPOLY',
    'DUPLICATE',
    'BROKER_NAMED',
    'SCAN_ATTACHED',
  ])
  .meta({ id: 'ContractCheckCode' });
export type ContractCheckCode = z.infer<typeof ContractCheckCode>;

export type ContractCheck = Finding & { code: ContractCheckCode };

/** `alike` (0–100) and the amount are null where the reader may not see the other text. */
export type Sibling = {
  id: string | null;
  number: string | null;
  title: string | null;
  status: ContractStatus;
  branchName: string;
  alike: number | null;
  totalAmount: string | null;
};
/** From this likeness of title and subject on, two contracts of the same parties may be one, or one deal in parts; our own figure. */
const alikeFrom = 70;
export type CheckedContract = {
  content: ContractContent;
  /** The clauses of the text beside the register's fields. */
  clauses: readonly string[];
  /** The day on which it is looked at. */
  today: string;
  parties: readonly { name: string; verified: boolean }[];
  /** Contracts of the same parties, registered or in review, signed within 30 days. */
  siblings: readonly Sibling[];
  files: number;
  /** Brokers who have brought the parties together; the reason where the contract leaves one out on purpose. */
  introducers: readonly { brokerName: string; isNamed: boolean; reason: string | null }[];
};

function complete({ content }: CheckedContract): Finding {
  const result = contractComplete.safeParse(content, { reportInput: true });
  if (result.success) return good();
  return bad('bad', { fields: [...new Set(issuesOf(result.error).map((i) => i.path.split('.')[0]))].join(' ') });
}

/** 0 < 技术交易额 ≤ 成交总额; what lies between is equipment, material and other non-technical cost. */
function amounts({ content: { totalAmount, techAmount, amountLines } }: CheckedContract): Finding {
  if (!totalAmount || !techAmount) return bad('missing');
  const [total, tech] = [BigInt(totalAmount), BigInt(techAmount)];
  if (tech > total) return bad('tooLarge', { total: totalAmount, tech: techAmount });
  const params = { total: totalAmount, tech: techAmount, rest: String(total - tech), percent: Number((tech * 1000n) / total) / 10 };
  if (amountLines?.length) return good('lines', { ...params, count: amountLines.length });
  return good(tech === total ? 'same' : 'good', params);
}

/** The figures of the payment terms against the total. Royalties are open sums, so only their fixed part can be compared, and is not. */
function payment({ content: { paymentMode, paymentTerms, totalAmount } }: CheckedContract): Finding {
  if (paymentMode === 'ROYALTY' || paymentMode === 'UPFRONT_ROYALTY') return good('royalty');
  const named = amountsIn(paymentTerms);
  if (!totalAmount) return bad('missing');
  if (!named.length) {
    const shares = sharesIn(paymentTerms);
    const percent = Math.round(shares.reduce((sum, s) => sum + s, 0) * 100) / 100;
    if (!shares.length || percent === 100) return good(shares.length ? 'shares' : 'unnamed');
    return bad('shares', { percent });
  }
  if (makesUp(named, BigInt(totalAmount))) return good('amounts');
  return bad('amounts', { named: String(named.reduce((sum, a) => sum + a, 0n)), total: totalAmount });
}

function dates({ content: { signedOn, startsOn, endsOn }, today }: CheckedContract): Finding {
  if (!signedOn || !startsOn || !endsOn) return bad('missing');
  if (endsOn < startsOn) return bad('endBeforeStart', { startsOn, endsOn });
  if (signedOn > today) return bad('signedInFuture', { signedOn });
  if (endsOn < signedOn) return bad('endBeforeSigning', { signedOn, endsOn });
  return startsOn < signedOn ? bad('startBeforeSigning', { signedOn, startsOn }) : good('good', { startsOn, endsOn });
}

function partiesVerified({ parties }: CheckedContract): Finding {
  const open = parties.filter((p) => !p.verified).map((p) => p.name);
  return open.length ? bad('bad', { names: open.join('、') }) : good();
}

/** A secret is one only as long as its keeping is agreed (反不正当竞争法 Art 9). */
function confidentiality({ content: { type, confidentiality: text } }: CheckedContract): Finding {
  if (!type.endsWith('_SECRET')) return good('usual');
  return /年|月|永久|长期|无限期|至/u.test(text) ? good() : bad('bad', {}, text ? [{ field: 'confidentiality', words: text }] : []);
}

function monopoly({ content }: CheckedContract): Finding {
  const found = monopolyWords(content);
  if (!found.length) return good();
  return bad(
    'bad',
    { kinds: [...new Set(found.map((f) => f.kind))].sort().join(' ') },
    found.map(({ field, words }) => ({ field, words })),
  );
}

function duplicate({ content, siblings }: CheckedContract): Finding {
  const alike = siblings.filter((s) => (s.alike ?? 0) >= alikeFrom).sort((a, b) => (b.alike ?? 0) - (a.alike ?? 0));
  const first = alike[0] ?? siblings[0];
  if (!first) return good();
  const name = first.number ?? first.title ?? '';
  const together = [content, ...alike].reduce((sum, c) => sum + BigInt(c.totalAmount ?? 0), 0n);
  const variant = name ? 'bad' : 'elsewhere';
  return bad(alike.length ? 'alike' : variant, {
    ...(alike.length ? { percent: first.alike ?? 0, alike: alike.length, together: String(together) } : {}),
    count: siblings.length,
    name,
    branch: first.branchName,
    status: first.status,
    ...(first.id ? { id: first.id } : {}),
  });
}

function brokerNamed({ introducers }: CheckedContract): Finding {
  const omitted = introducers.filter((i) => !i.isNamed);
  const [first] = omitted;
  if (!first) return good(introducers.length ? 'good' : 'none');
  const names = (open: boolean) => omitted.filter((i) => (i.reason === null) === open).map((i) => i.brokerName).join('、');
  return names(true) ? bad('bad', { names: names(true) }) : bad('explained', { names: names(false), reason: omitted.map((i) => i.reason).join('；') });
}

const scanAttached = ({ files }: CheckedContract): Finding => (files ? good('good', { count: files }) : bad());

const examinations: Record<ContractCheckCode, (contract: CheckedContract) => Finding> = {
  COMPLETE: complete,
  AMOUNTS: amounts,
  PAYMENT: payment,
  DATES: dates,
  PARTIES_VERIFIED: partiesVerified,
  TYPE_MATCHES_IP: ({ content, clauses }) => typeCheck(content, clauses),
  IP_TERM: ({ content, clauses }) => termCheck(content, clauses),
  CONFIDENTIALITY: confidentiality,
  MONOPOLY: monopoly,
  DUPLICATE: duplicate,
  BROKER_NAMED: brokerNamed,
  SCAN_ATTACHED: scanAttached,
};

/** What a program can see in a contract before a person reads it. A check that fails is a question to the reviewer, not a decision. */
export function checkContract(contract: CheckedContract): ContractCheck[] {
  return ContractCheckCode.options.map((code) => ({ code, ...examinations[code](contract) }));
}

import { addDays, shanghaiDay } from '../calendar.js';
import type { EventName } from '../events.js';
import { canonicalJson, type Canonical } from './canonical.js';

/**
 * The decisions that enter the ledger: about a contract from the filing with a branch to its last word, about a pricing notice from its
 * publication to its end, and who brought whom together. Drafts are the parties' own.
 */
export const ledgerEvents = [
  'contract.submitted',
  'contract.accepted',
  'contract.firstApproved',
  'contract.registered',
  'contract.returned',
  'contract.refused',
  'contract.expertsConcluded',
  'contract.changed',
  'contract.performed',
  'contract.deregistered',
  'contract.revoked',
  'contract.reopened',
  'contract.matterRefused',
  'contract.nationalNoEntered',
  'contract.cancelled',
  'contract.brokerOmitted',
  'notice.published',
  'notice.revised',
  'notice.objected',
  'notice.objectionAnswered',
  'notice.withdrawn',
  'notice.ended',
  'notice.decisionEntered',
  'notice.tradeEntered',
  'introduction.requested',
  'introduction.accepted',
  'introduction.declined',
  'mandate.accepted',
] as const satisfies readonly EventName[];
export type LedgerEvent = (typeof ledgerEvents)[number];

/** What the first entry of a chain and the first root follow. */
export const ledgerGenesis = '0'.repeat(64);

/** The public part of an entry. `detail` is the hash of the private part, which its salt keeps from being guessed. */
export type LedgerEntryBody = {
  chain: string;
  seq: number;
  /** ISO 8601, UTC, milliseconds; never before the entry that it follows. */
  at: string;
  event: string;
  /** The number that the decision gave; null where it gave none. */
  number: string | null;
  detail: string;
  prev: string;
};
export type LinkedEntry = LedgerEntryBody & { hash: string };

/** The text whose SHA-256 is the entry's hash. */
export function entryText({ chain, seq, at, event, number, detail, prev }: LedgerEntryBody): string {
  return canonicalJson({ at, chain, detail, event, number, prev, seq });
}

/** Where a chain stood at the end of a day. */
export type ChainHead = { chain: string; seq: number; hash: string };
/** The root of a day (Asia/Shanghai): the heads of all chains at its end, and the root of the day before. */
export type LedgerRootBody = { day: string; count: number; heads: readonly ChainHead[]; prev: string };
export type LinkedRoot = LedgerRootBody & { root: string };

/** The text whose SHA-256 is the day's root. */
export function rootText({ day, count, heads, prev }: LedgerRootBody): string {
  return canonicalJson({ count, day, heads: heads.map(({ chain, seq, hash }) => ({ chain, hash, seq })), prev });
}

/** The text whose SHA-256 is an entry's `detail`. */
export function detailText(details: Record<string, Canonical>): string {
  return canonicalJson(details);
}

/** The day whose root covers an entry. */
export function ledgerDay(at: string): string {
  return shanghaiDay(new Date(at));
}

/** The day that comes after a root's. */
export function nextLedgerDay(day: string): string {
  return addDays(day, 1);
}

/** The export: one canonical JSON object per line: this head, the entries chain by chain, the roots, and an end that counts them. */
export const ledgerFormat = 'jihui-ledger/1';
export function entryLine({ at, chain, detail, event, hash, number, prev, seq }: LinkedEntry): string {
  return canonicalJson({ at, chain, detail, event, hash, number, prev, seq });
}
export function rootLine({ count, day, heads, prev, root }: LinkedRoot): string {
  return canonicalJson({ count, day, heads: heads.map(({ chain, seq, hash }) => ({ chain, hash, seq })), prev, root });
}

import { entryText, ledgerDay, ledgerGenesis, nextLedgerDay, rootText, type ChainHead, type LinkedEntry, type LinkedRoot } from './entry.js';

export type LedgerFaultCode =
  | 'CHANGED'
  | 'MOVED'
  | 'REPLACED'
  | 'MISSING'
  | 'REPEATED'
  | 'BACKDATED'
  | 'HEAD_DIFFERS'
  | 'ROOT_CHANGED'
  | 'ROOT_MISSING'
  | 'ROOT_BROKEN'
  | 'ROOT_DIFFERS'
  | 'DETAIL_CHANGED'
  | 'NO_ENTRY'
  | 'NO_RECORD'
  | 'CONTENT_CHANGED';
/** One thing that is wrong, with the entry (chain and seq), the day or the record that it is wrong with. */
export type LedgerFault = { code: LedgerFaultCode; chain?: string; seq?: number; to?: number; day?: string; subject?: string };
export type Sha256 = (text: string) => string;

/**
 * Checks a ledger entry by entry, each chain in ascending `seq`, then the heads and the roots in ascending `day`. It keeps only the last
 * entry of each chain and the wrong ones: a million of them need no memory. A wrong entry is named, its successors are judged by themselves.
 */
export class LedgerCheck {
  readonly faults: LedgerFault[] = [];
  readonly heads = new Map<string, ChainHead>();
  entries = 0;
  private readonly days = new Map<string, { count: number; heads: Map<string, ChainHead> }>();
  private readonly last = new Map<string, { entry: LinkedEntry; sound: boolean }>();
  private readonly unsound: { entry: LinkedEntry; fault: LedgerFault }[] = [];
  private rootBefore: LinkedRoot | null = null;

  constructor(private readonly sha256: Sha256) {}

  entry(e: LinkedEntry): void {
    const last = this.last.get(e.chain);
    this.entries++;
    const expected = (last?.entry.seq ?? 0) + 1;
    if (e.seq < expected) this.faults.push({ code: 'REPEATED', chain: e.chain, seq: e.seq });
    else if (e.seq > expected) this.faults.push({ code: 'MISSING', chain: e.chain, seq: expected, to: e.seq - 1 });
    const sound = this.sha256(entryText(e)) === e.hash;
    if (!sound) this.noteUnsound(e);
    const follows = e.prev === (last?.entry.hash ?? ledgerGenesis);
    // Both are sound by themselves and do not fit: the earlier one is not the entry that the later one was written after.
    if (e.seq === expected && sound && !follows && (last?.sound ?? true)) this.faults.push({ code: 'REPLACED', chain: e.chain, seq: last?.entry.seq ?? e.seq });
    if (last && e.at < last.entry.at) this.faults.push({ code: 'BACKDATED', chain: e.chain, seq: e.seq });
    this.last.set(e.chain, { entry: e, sound });
    const head = { chain: e.chain, seq: e.seq, hash: e.hash };
    this.heads.set(e.chain, head);
    const day = ledgerDay(e.at);
    const of = this.days.get(day) ?? { count: 0, heads: new Map<string, ChainHead>() };
    of.count++;
    of.heads.set(e.chain, head);
    this.days.set(day, of);
  }

  /** The end of a chain as it is kept beside the entries: it tells when the last ones are gone. */
  head({ chain, seq, hash }: ChainHead): void {
    const found = this.heads.get(chain);
    if ((found?.seq ?? 0) < seq) this.faults.push({ code: 'MISSING', chain, seq: (found?.seq ?? 0) + 1, to: seq });
    else if (found && (found.seq !== seq || found.hash !== hash)) this.faults.push({ code: 'HEAD_DIFFERS', chain, seq: found.seq });
  }

  root(r: LinkedRoot): void {
    const last = this.rootBefore;
    if (this.sha256(rootText(r)) !== r.root) this.faults.push({ code: 'ROOT_CHANGED', day: r.day });
    const first = [...this.days.keys()].sort()[0];
    const expected = last ? nextLedgerDay(last.day) : (first ?? r.day);
    if (r.day !== expected) this.faults.push({ code: 'ROOT_MISSING', day: expected });
    if (r.prev !== (last?.root ?? ledgerGenesis)) this.faults.push({ code: 'ROOT_BROKEN', day: last?.day ?? r.day });
    const of = this.days.get(r.day);
    if (rootText({ ...r, count: of?.count ?? 0, heads: this.headsAfter(last?.heads ?? [], of?.heads) }) !== rootText(r)) this.faults.push({ code: 'ROOT_DIFFERS', day: r.day });
    this.rootBefore = r;
  }

  /** At the end: where a wrong entry would be right at another wrong or missing place, it was moved from there. */
  end(): LedgerFault[] {
    const places = this.faults.filter((f) => f.code === 'CHANGED' || f.code === 'MISSING').map((f) => f.seq ?? 0);
    for (const { entry, fault } of this.unsound) {
      const from = places.find((seq) => seq !== entry.seq && this.sha256(entryText({ ...entry, seq })) === entry.hash);
      if (from !== undefined) Object.assign(fault, { code: 'MOVED', to: from });
    }
    return this.faults;
  }

  private noteUnsound(entry: LinkedEntry): void {
    const fault: LedgerFault = { code: 'CHANGED', chain: entry.chain, seq: entry.seq };
    this.faults.push(fault);
    if (this.unsound.length < 100) this.unsound.push({ entry, fault });
  }

  private headsAfter(before: readonly ChainHead[], moved: ReadonlyMap<string, ChainHead> | undefined): ChainHead[] {
    const heads = new Map([...before.map((h) => [h.chain, h] as const), ...(moved ?? [])]);
    return [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
  }
}

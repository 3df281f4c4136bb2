import { ChainOrder } from './chain-order.js';
import { entryText, ledgerDay, ledgerGenesis, nextLedgerDay, rootText, type ChainHead, type LinkedEntry, type LinkedRoot } from './entry.js';
import { exchangedContents, truePlace } from './misplaced.js';

export type LedgerFaultCode =
  | 'CHANGED'
  | 'MOVED'
  | 'EXCHANGED'
  | 'OUT_OF_ORDER'
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
/**
 * One thing that is wrong, with the entry (chain and seq), the day or the record that it is wrong with. `to` is the last of several entries,
 * the other one of an exchange, or what a moved entry truly is. `day` beside an entry: the root that shows it.
 */
export type LedgerFault = { code: LedgerFaultCode; chain?: string; seq?: number; to?: number; day?: string; subject?: string };
export type Sha256 = (text: string) => string;

/** So many wrong entries are looked at one by one: where they belong, with which other one they were exchanged. */
const mostTraced = 100;
type Day = { count: number; heads: Map<string, ChainHead> };
type Wrong = { entry: LinkedEntry; index: number };

/**
 * Checks a ledger entry by entry as they come, then the heads and the roots; `end` names what is wrong. It keeps the joints and the wrong
 * entries only: a million sound ones need no memory. A wrong entry is named, its successors are judged by themselves.
 */
export class LedgerCheck {
  readonly faults: LedgerFault[] = [];
  entries = 0;
  private readonly orders = new Map<string, ChainOrder>();
  private readonly days = new Map<string, Day>();
  private readonly soundDays = new Set<string>();
  private readonly wrong: Wrong[] = [];
  private readonly kept: ChainHead[] = [];
  private readonly roots: LinkedRoot[] = [];

  constructor(private readonly sha256: Sha256) {}

  get chains(): number {
    return this.orders.size;
  }

  entry(e: LinkedEntry): void {
    const index = this.entries++;
    if (this.isSound(e)) {
      this.orderOf(e.chain).add(e, index);
      this.soundDays.add(this.count(e, e.seq));
    } else if (this.wrong.length < mostTraced) this.wrong.push({ entry: e, index });
    else this.takeChanged({ entry: e, index });
  }

  /** The end of a chain as it is kept beside the entries: it tells when the last ones are gone. */
  head(head: ChainHead): void {
    this.kept.push(head);
  }

  root(r: LinkedRoot): void {
    this.roots.push(r);
  }

  end(): LedgerFault[] {
    this.traceWrong();
    for (const [chain, order] of this.orders) this.faults.push(...order.faults().map((f) => ({ ...f, chain })));
    for (const head of this.kept) this.checkHead(head);
    let before: LinkedRoot | null = null;
    for (const root of this.roots) {
      this.checkRoot(root, before);
      before = root;
    }
    return this.faults;
  }

  private isSound(e: LinkedEntry): boolean {
    return this.sha256(entryText(e)) === e.hash;
  }

  private orderOf(chain: string): ChainOrder {
    const order = this.orders.get(chain) ?? new ChainOrder();
    this.orders.set(chain, order);
    return order;
  }

  /** A wrong entry is right under another number, or with the content of another wrong one; otherwise it was changed. */
  private traceWrong(): void {
    const rest: Wrong[] = [];
    for (const wrong of this.wrong) {
      const { entry, index } = wrong;
      const order = this.orderOf(entry.chain);
      const seq = truePlace(entry, [...order.places(this.wrong.length), ...this.wrong.map((w) => w.entry.seq)], this.sha256);
      if (seq === null) rest.push(wrong);
      else {
        order.add({ ...entry, seq }, index, entry.seq);
        this.count(entry, seq);
      }
    }
    while (rest.length) {
      const one = rest.shift();
      if (!one) break;
      const at = rest.findIndex((other) => exchangedContents(one.entry, other.entry, this.sha256));
      const [other] = at < 0 ? [] : rest.splice(at, 1);
      if (other) this.takeExchanged(one, other);
      else this.takeChanged(one);
    }
  }

  private takeChanged({ entry, index }: Wrong): void {
    this.orderOf(entry.chain).addChanged(entry, index);
    this.count(entry, entry.seq);
  }

  private takeExchanged(one: Wrong, other: Wrong): void {
    const pair = exchangedContents(one.entry, other.entry, this.sha256);
    if (!pair) return;
    const [first, second] = pair;
    const [a, b] = [Math.min(first.seq, second.seq), Math.max(first.seq, second.seq)];
    this.faults.push({ code: 'EXCHANGED', chain: first.chain, seq: a, to: b });
    this.orderOf(first.chain).add(first, one.index);
    this.orderOf(second.chain).add(second, other.index);
    for (const entry of pair) this.count(entry, entry.seq);
  }

  /** Gives the day. */
  private count({ at, chain, hash }: LinkedEntry, seq: number): string {
    const day = ledgerDay(at);
    const of = this.days.get(day) ?? { count: 0, heads: new Map<string, ChainHead>() };
    of.count++;
    if ((of.heads.get(chain)?.seq ?? 0) < seq) of.heads.set(chain, { chain, seq, hash });
    this.days.set(day, of);
    return day;
  }

  private checkHead({ chain, seq, hash }: ChainHead): void {
    const last = this.orders.get(chain)?.last() ?? null;
    if ((last?.seq ?? 0) < seq) this.noteCut(chain, seq);
    else if (last && (last.seq !== seq || (last.isSound && last.hash !== hash))) this.faults.push({ code: 'HEAD_DIFFERS', chain, seq: last.seq });
  }

  /** The end of a chain is cut off before `until`; said once, by whatever tells it first. */
  private noteCut(chain: string, until: number, day?: string): void {
    const order = this.orderOf(chain);
    const from = order.known() + 1;
    if (from > until) return;
    this.faults.push({ code: 'MISSING', chain, seq: from, to: until, ...(day ? { day } : {}) });
    order.knowUntil(until);
  }

  private checkRoot(r: LinkedRoot, last: LinkedRoot | null): void {
    for (const { chain, seq } of r.heads) this.noteCut(chain, seq, r.day);
    if (this.sha256(rootText(r)) !== r.root) this.faults.push({ code: 'ROOT_CHANGED', day: r.day });
    const expected = last ? nextLedgerDay(last.day) : ([...this.soundDays].sort()[0] ?? r.day);
    if (r.day > expected) this.faults.push({ code: 'ROOT_MISSING', day: expected });
    if (r.prev !== (last?.root ?? ledgerGenesis)) this.faults.push({ code: 'ROOT_BROKEN', day: last?.day ?? r.day });
    const of = this.days.get(r.day);
    if (rootText({ ...r, count: of?.count ?? 0, heads: headsAfter(last?.heads ?? [], of?.heads) }) !== rootText(r)) this.faults.push({ code: 'ROOT_DIFFERS', day: r.day });
  }
}

function headsAfter(before: readonly ChainHead[], moved: ReadonlyMap<string, ChainHead> | undefined): ChainHead[] {
  const heads = new Map([...before.map((h) => [h.chain, h] as const), ...(moved ?? [])]);
  return [...heads.values()].sort((a, b) => (a.chain < b.chain ? -1 : 1));
}

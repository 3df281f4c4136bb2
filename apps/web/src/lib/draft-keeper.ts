import type { z } from 'zod';
import { ApiError } from './api.js';
import { dropCopy, keepCopy } from './local-copy.js';

export type Saved = { id: string; version: number };
/** held: fields whose value cannot be kept as it stands; they wait in this browser until they are right. */
export type KeeperState = {
  phase: 'clean' | 'waiting' | 'saving' | 'retrying' | 'stopped';
  savedAt: Date | null;
  held: string[];
  error: unknown;
};

type Options<V extends object> = {
  schema: z.ZodType<V>;
  /** The values as the server has them, or an empty form's. */
  values: V;
  saved: Saved | null;
  /** Names the local copy of a record (null: of a new one). */
  copyName: (id: string | null) => string;
  save: (saved: Saved | null, values: V) => Promise<Saved>;
  onCreated?: (saved: Saved) => void;
  /** false: only `flush` writes to the server, since what is saved is public at once. */
  automatic?: boolean;
  delayMs?: number;
};

const retryable = (error: unknown): boolean =>
  error instanceof ApiError && ['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS'].includes(error.code);
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'NOT_SIGNED_IN';
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Keeps what is typed: at once in this browser, a moment later on the server, one request at a time and in order. No page needs to be open for it. */
export class DraftKeeper<V extends object> {
  state: KeeperState = { phase: 'clean', savedAt: null, held: [], error: null };
  saved: Saved | null;
  private current: V;
  private kept: V;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: Options<V>) {
    this.saved = options.saved;
    const asSaved = options.schema.safeParse(options.values);
    this.current = this.kept = asSaved.success ? asSaved.data : options.values;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  snapshot = (): KeeperState => this.state;

  /** Every change of the form comes here. */
  touch(values: V): void {
    this.current = values;
    this.keepLocally();
    if (this.state.phase === 'stopped') return;
    if (this.state.phase === 'clean') this.set({ phase: 'waiting' });
    if (this.options.automatic !== false) this.schedule(this.options.delayMs ?? 1500);
  }

  /** Writes what is there now; throws the refusal. */
  async flush(): Promise<Saved | null> {
    clearTimeout(this.timer);
    await this.running;
    await this.write();
    if (this.state.error) throw this.state.error;
    return this.saved;
  }

  /** Goes on from another version of the record: the values that the server has now, or one's own over them. */
  rebase(saved: Saved, values: V): void {
    this.saved = saved;
    this.kept = values;
    this.set({ phase: 'waiting', error: null });
  }

  /** Tries again at once, for instance when the network is back or somebody may have signed in again. */
  retry(): void {
    if (this.state.phase === 'retrying' || isSignedOut(this.state.error)) this.schedule(0);
  }

  /** Forgets what was typed, on the server nothing changes. */
  discard(): void {
    clearTimeout(this.timer);
    dropCopy(this.options.copyName(this.saved?.id ?? null));
    this.set({ phase: 'stopped', error: null });
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), delay);
  }

  private write(): Promise<void> {
    this.running ??= this.writeOnce().finally(() => (this.running = null));
    return this.running;
  }

  private async writeOnce(): Promise<void> {
    const typed = this.current;
    const { values, held } = this.savable(typed);
    if (same(values, this.kept) && this.saved) return this.settle(typed, held);
    this.set({ phase: 'saving', error: null });
    try {
      const isNew = !this.saved;
      const before = this.options.copyName(this.saved?.id ?? null);
      this.saved = await this.options.save(this.saved, values);
      this.kept = values;
      this.failures = 0;
      if (isNew) dropCopy(before);
      this.set({ savedAt: new Date() });
      this.settle(typed, held);
      if (isNew) this.options.onCreated?.(this.saved);
    } catch (error) {
      this.failures += 1;
      this.set({ phase: retryable(error) ? 'retrying' : 'stopped', error });
      if (retryable(error) && this.options.automatic !== false) this.schedule(Math.min(30_000, 2000 * 2 ** this.failures));
    }
  }

  private settle(typed: V, held: string[]): void {
    const isUnchanged = same(typed, this.current);
    if (isUnchanged && !held.length) dropCopy(this.options.copyName(this.saved?.id ?? null));
    else this.keepLocally();
    this.set({ phase: isUnchanged ? 'clean' : 'waiting', held, error: null });
    if (!isUnchanged && this.options.automatic !== false) this.schedule(this.options.delayMs ?? 1500);
  }

  /** A field that does not pass keeps its last good value on the server: half a number must not stop the rest from being saved. */
  private savable(typed: V): { values: V; held: string[] } {
    const result = this.options.schema.safeParse(typed);
    if (result.success) return { values: result.data, held: [] };
    const held = [...new Set(result.error.issues.map((i) => String(i.path[0])))];
    const lastGood = Object.fromEntries(held.map((field): [string, unknown] => [field, Reflect.get(this.kept, field)]));
    const again = this.options.schema.safeParse({ ...typed, ...lastGood });
    return { values: again.success ? again.data : this.kept, held };
  }

  private keepLocally(): void {
    keepCopy(this.options.copyName(this.saved?.id ?? null), {
      values: this.current,
      base: this.saved?.version ?? null,
      at: new Date().toISOString(),
    });
  }

  private set(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

type Lane = { busy: number; waiting: (() => void)[] };

/**
 * Work that contends for one thing (a row of the database, a search engine, a reader of files) goes through a lane, so many at a time, first
 * come first served. Twenty transactions that wait for a row would each hold a connection, thirty questions at once would each be answered too
 * late. Only a matter of speed: right without it.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly width = 4) {}

  /** Does the work when it is its turn, first come first served. */
  async through<R>(key: string, work: () => Promise<R>): Promise<R> {
    const lane = this.lanes.get(key) ?? { busy: 0, waiting: [] };
    this.lanes.set(key, lane);
    if (lane.busy < this.width) lane.busy++;
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = lane.waiting.shift();
      // Who is next takes over the place.
      if (next) next();
      else if (--lane.busy === 0) this.lanes.delete(key);
    }
  }
}

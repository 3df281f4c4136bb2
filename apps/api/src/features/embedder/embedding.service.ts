import { Injectable } from '@nestjs/common';
import { embedderName } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { Cron, WhileWorking } from '../../platform/jobs/job-registry.js';
import { EmbedderCalls } from './embedder-calls.js';
import { EmbedderFailure } from './embedder-protocol.js';
import { latestSetting, type EmbedderSetting } from './embedder-setting.entity.js';
import { hashOf, unseenTexts, type SentText } from './sent-texts.js';

const batch = 32;
/** A worker that is asked to stop waits for its turn to end. */
const turnMs = 20_000;
/** So long a text that no item has any more is kept: it often comes back. */
const keptDays = 90;

/**
 * Keeps a vector of every live text while an embedder is on. It runs beside the queue, not in it: an endpoint may be away for a day, which
 * is no dead letter, and nothing waits for it: lists are computed by words at once and again when vectors have come.
 */
@Injectable()
export class Embedding {
  constructor(
    private readonly db: Db,
    private readonly calls: EmbedderCalls,
  ) {}

  /** Embeds what is new or changed, one worker at a time; nothing at all while the embedder is off or rests after a failure. */
  @WhileWorking(10)
  async keepUp(): Promise<void> {
    const until = Date.now() + turnMs;
    let more = true;
    while (more && Date.now() < until) {
      const setting = await latestSetting(this.db.em);
      if (!setting?.isOn || !(await this.lease(setting))) return;
      try {
        more = await this.embedSome(setting);
      } finally {
        await this.db.em.query('update embedder_state set "leaseUntil" = null where embedder = $1', [embedderName(setting)]);
      }
    }
    // Lists are computed again when all is done, or when nothing more comes for now: a first filling takes many turns.
    if (!more) await this.haveMatched();
  }

  /** What was withdrawn is no longer public: which item had which text is forgotten, and with time the vectors that no item has. */
  @Cron('50 18 * * *')
  async forgetOld(): Promise<void> {
    for (const table of ['demand', 'achievement'])
      await this.db.em.query(`delete from item_vector v where v.side = $1 and not exists (select from ${table} r where r.id = v."itemId" and r.status = 'PUBLISHED')`, [table.toUpperCase()]);
    await this.db.em.query(
      `delete from text_vector t where t."createdAt" < now() - make_interval(days => $1)
         and not exists (select from item_vector v where v.embedder = t.embedder and v.hash = t.hash)`,
      [keptDays],
    );
  }

  /** Whether there may be more to do. */
  private async embedSome(setting: EmbedderSetting): Promise<boolean> {
    const embedder = embedderName(setting);
    // After a failure one text at a time: it may be this one alone that the endpoint does not take.
    const failures = (await this.calls.stateOf(embedder))?.failures ?? 0;
    const texts = await unseenTexts(this.db.em, embedder, failures ? 1 : batch);
    if (!texts.length) return false;
    const sent = texts.flatMap(({ text }) => (text === null ? [] : [text]));
    try {
      await this.calls.ensure(setting, sent);
      await this.note(embedder, texts);
      return true;
    } catch (error) {
      if (!(error instanceof EmbedderFailure)) throw error;
      // It is the text's fault only where the endpoint takes another one in the same moment.
      if (!failures || !isOfText(error) || !(await this.calls.answers(setting))) return false;
      await this.note(embedder, texts.map((t) => ({ ...t, text: null })));
      return true;
    }
  }

  /** One worker asks, and nobody while the endpoint rests. */
  private async lease(setting: EmbedderSetting): Promise<boolean> {
    const rows: unknown[] = await this.db.em.query(
      `insert into embedder_state (embedder, "leaseUntil") values ($1, now() + make_interval(secs => $2))
       on conflict (embedder) do update set "leaseUntil" = excluded."leaseUntil"
         where coalesce(embedder_state."leaseUntil", '-infinity') < now() and coalesce(embedder_state."restUntil", '-infinity') < now()
       returning embedder`,
      [embedderName(setting), 30 + setting.timeLimitMs / 1000],
    );
    return rows.length > 0;
  }

  private async haveMatched(): Promise<void> {
    await this.db.run(system, async (tx) => {
      const [row]: { due: boolean }[] = await tx.em.query('select exists (select from item_vector where not "isMatched") as due');
      if (row?.due) await tx.enqueue('MatchingService.followVectors', { id: '' });
    });
  }

  /** The items have these texts now. */
  private async note(embedder: string, texts: readonly SentText[]): Promise<void> {
    await this.db.em.query(
      `insert into item_vector ("itemId", side, "itemVersion", embedder, hash, "isMatched")
       select t.id, t.side, t.version, $5, t.hash, false from unnest($1::uuid[], $2::text[], $3::int[], $4::text[]) as t (id, side, version, hash)
       on conflict ("itemId") do update set "itemVersion" = excluded."itemVersion", embedder = excluded.embedder, hash = excluded.hash, "isMatched" = false`,
      [texts.map((t) => t.itemId), texts.map((t) => t.side), texts.map((t) => t.itemVersion), texts.map(({ text }) => (text === null ? null : hashOf(text))), embedder],
    );
  }
}

/** The endpoint is there and lets us in, and has something against this text. */
const isOfText = ({ fault, status }: EmbedderFailure): boolean =>
  fault === 'NOT_UNDERSTOOD' || (fault === 'REFUSED' && status !== null && [400, 413, 422, 500].includes(status));

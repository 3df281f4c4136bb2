import { Injectable } from '@nestjs/common';
import { DomainError, embedderName, type EmbedderSettingInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Readiness } from '../../platform/health/readiness.js';
import { EmbedderCalls, sampleText } from './embedder-calls.js';
import { embed, EmbedderFailure } from './embedder-protocol.js';
import { EmbedderSetting, latestSetting } from './embedder-setting.entity.js';
import type { EmbedderOverview, EmbedderTrial } from './embedder.types.js';
import { seenOf } from './sent-texts.js';

const mostListed = 20;

/** Whether and how texts are sent to an embedder, and how that fares. */
@Injectable()
export class EmbedderService {
  constructor(
    private readonly db: Db,
    private readonly calls: EmbedderCalls,
    readiness: Readiness,
  ) {
    readiness.add('embedder', () => this.state());
  }

  /** What the page shows. */
  async overview(actor: Actor): Promise<Omit<EmbedderOverview, 'isWeighed'>> {
    const { em } = this.db;
    const settings = await visible(em.createQueryBuilder(EmbedderSetting, 's'), EmbedderSetting, actor).orderBy('s.number', 'DESC').take(mostListed).getMany();
    const [setting] = settings;
    const embedder = setting?.isOn ? embedderName(setting) : null;
    const state = embedder ? await this.calls.stateOf(embedder) : null;
    const [row]: { without: number }[] = await em.query('select count(*)::int as without from item_vector where embedder = $1 and hash is null', [embedder]);
    return {
      ...{ settings, hasKey: Boolean(this.calls.key), embedder, without: row?.without ?? 0, ...(await seenOf(em, embedder)) },
      ...{ dimension: state?.dimension ?? null, fault: state?.fault ?? null, status: state?.status ?? null, failures: state?.failures ?? 0 },
      ...{ failedAt: state?.failedAt ?? null, answeredAt: state?.answeredAt ?? null, restUntil: state?.restUntil ?? null },
    };
  }

  /** In one word, for /readyz: it never decides whether the process serves. */
  async state(): Promise<'off' | 'ok' | 'limited'> {
    const setting = await latestSetting(this.db.em);
    if (!setting?.isOn) return 'off';
    return (await this.calls.stateOf(embedderName(setting)))?.fault ? 'limited' : 'ok';
  }

  /** A new setting is in force from now on; STALE where another one came before it. An endpoint that rested is asked again at once. */
  async set(tx: Tx, base: number, input: EmbedderSettingInput): Promise<EmbedderSetting> {
    tx.demand('embedder.set');
    await tx.em.query(`select pg_advisory_xact_lock(hashtext('jihui:embedder'))`);
    const number = (await latestSetting(tx.em))?.number ?? 0;
    if (number !== base) throw new DomainError('STALE');
    const row = await tx.insert(EmbedderSetting, { ...input, number: number + 1, setBy: tx.actor.name });
    await tx.em.query('update embedder_state set "restUntil" = null where embedder = $1', [embedderName(row)]);
    await tx.record('embedder.set', row.id, { isOn: row.isOn, embedder: embedderName(row), url: row.url, timeLimitMs: row.timeLimitMs });
    return row;
  }

  /** Sends one sample sentence and tells what came back; nothing is stored and nothing else is sent. */
  async try(input: EmbedderSettingInput): Promise<EmbedderTrial> {
    const from = performance.now();
    const took = (): number => Math.round(performance.now() - from);
    try {
      const [vector] = await embed(input, this.calls.key, [sampleText]);
      return { dimension: vector?.length ?? null, milliseconds: took(), fault: null, status: null };
    } catch (error) {
      if (!(error instanceof EmbedderFailure)) throw error;
      return { dimension: null, milliseconds: took(), fault: error.fault, status: error.status };
    }
  }
}

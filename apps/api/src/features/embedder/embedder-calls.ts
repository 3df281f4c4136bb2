import { Injectable } from '@nestjs/common';
import { embedderName, restAfter } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { Db } from '../../platform/db/db.js';
import { embed, EmbedderFailure, type Endpoint } from './embedder-protocol.js';
import { hashOf } from './sent-texts.js';
import { bytesOf } from './vectors.js';
import { EmbedderState, TextVectorRow } from './vectors.entity.js';

/** Of nobody in this market. */
export const sampleText = '立方氮化硼刀片断续车削淬硬钢时崩刃，希望延长刀具寿命。';

/** Asks the endpoint for what is not known yet, and keeps how it fared. */
@Injectable()
export class EmbedderCalls {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  get key(): string | undefined {
    return this.config.get('EMBEDDER_API_KEY');
  }

  /** Has these texts in the cache afterwards; the endpoint is asked for those alone that are not. @throws {EmbedderFailure} */
  async ensure(endpoint: Endpoint, texts: readonly string[]): Promise<void> {
    const embedder = embedderName(endpoint);
    const byHash = new Map(texts.map((text) => [hashOf(text), text]));
    const known: { hash: string }[] = await this.db.em.query('select hash from text_vector where embedder = $1 and hash = any($2)', [embedder, [...byHash.keys()]]);
    for (const { hash } of known) byHash.delete(hash);
    if (!byHash.size) return;
    const vectors = await this.ask(endpoint, [...byHash.values()]);
    const createdAt = new Date();
    const rows = [...byHash.keys()].flatMap((hash, i) => {
      const vector = vectors[i];
      return vector ? [{ embedder, hash, vector: bytesOf(vector), createdAt }] : [];
    });
    await this.db.em.createQueryBuilder().insert().into(TextVectorRow).values(rows).orIgnore().execute();
  }

  /** Whether the endpoint takes a text that is right for certain. */
  async answers(endpoint: Endpoint): Promise<boolean> {
    return this.ask(endpoint, [sampleText]).then(
      () => true,
      () => false,
    );
  }

  stateOf(embedder: string): Promise<EmbedderState | null> {
    return this.db.em.findOneBy(EmbedderState, { embedder });
  }

  private async ask(endpoint: Endpoint, texts: readonly string[]): Promise<Float32Array[]> {
    const embedder = embedderName(endpoint);
    const before = await this.stateOf(embedder);
    try {
      const vectors = await embed(endpoint, this.key, texts);
      const dimension = vectors[0]?.length ?? null;
      if (before?.dimension && before.dimension !== dimension) throw new EmbedderFailure('WRONG_DIMENSION');
      await this.note(embedder, { dimension, failures: 0, fault: null, status: null, restUntil: null, answeredAt: new Date() });
      return vectors;
    } catch (error) {
      const failures = (before?.failures ?? 0) + 1;
      const { fault, status } = error instanceof EmbedderFailure ? error : { fault: 'UNREACHABLE' as const, status: null };
      await this.note(embedder, { failures, fault, status, failedAt: new Date(), restUntil: new Date(Date.now() + restAfter(failures)) });
      throw error;
    }
  }

  private async note(embedder: string, values: Partial<EmbedderState>): Promise<void> {
    await this.db.em.upsert(EmbedderState, { embedder, ...values }, ['embedder']);
  }
}

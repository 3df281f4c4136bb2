import DataLoader from 'dataloader';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { visible } from '../db/access.js';

/** Batches the reads of one request; rows the actor may not see come back as null. */
export class Loaders {
  private readonly byEntity = new Map<unknown, DataLoader<string, ObjectLiteral | null>>();
  private readonly byName = new Map<string, DataLoader<string, unknown>>();
  constructor(
    private readonly em: EntityManager,
    readonly actor: Actor,
  ) {}

  async byId<T extends ObjectLiteral & { id: string }>(entity: EntityTarget<T>, id: string | null): Promise<T | null> {
    if (!id) return null;
    let loader = this.byEntity.get(entity) as DataLoader<string, T | null> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T | null>(async (ids) => {
        const query = this.em.createQueryBuilder(entity, 'r').where('r.id in (:...loadIds)', { loadIds: [...ids] });
        const rows = await visible(query, entity, this.actor).getMany();
        const found = new Map(rows.map((r) => [r.id, r]));
        return ids.map((i) => found.get(i) ?? null);
      });
      this.byEntity.set(entity, loader as unknown as DataLoader<string, ObjectLiteral | null>);
    }
    return loader.load(id);
  }

  /** A batch of the feature's own, by a name that is unique to it. */
  batch<V>(name: string, key: string, load: (keys: readonly string[], em: EntityManager) => Promise<V[]>): Promise<V> {
    let loader = this.byName.get(name) as DataLoader<string, V> | undefined;
    if (!loader) {
      loader = new DataLoader<string, V>((keys) => load(keys, this.em));
      this.byName.set(name, loader as DataLoader<string, unknown>);
    }
    return loader.load(key);
  }
}

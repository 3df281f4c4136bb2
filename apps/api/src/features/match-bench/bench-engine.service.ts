import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { partnersOf } from '@jihui/domain';
import { MatchEngine, Synonyms, type AchievementDocument, type DemandDocument } from '@jihui/matching';
import { anonymous } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { isLive } from '../../platform/db/live.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { documentOfAchievement, documentOfDemand } from '../matches/documents.js';

/** Nobody sits at the bench all day: its texts are let go when it has been left. */
const keptIdle = 600_000;
const chunk = 500;
type Kind = typeof Demand | typeof Achievement;

/** The product's engine over all that is live, for the bench alone: the stored lists end where a match is not worth showing, a grader must see further. */
@Injectable()
export class BenchEngine implements OnModuleDestroy {
  private engine: MatchEngine | null = null;
  private readonly versions = new Map<string, number>();
  private synonyms = new Synonyms(new Map());
  private edition = 0;
  private idle: NodeJS.Timeout | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly dictionary: Dictionary,
  ) {}

  /** The engine with the texts as they are now; one reading at a time. */
  ready(): Promise<MatchEngine> {
    const next = this.turn.then(() => this.synchronise());
    this.turn = next.catch(() => undefined);
    return next;
  }

  demandDocument = (d: Demand): DemandDocument => documentOfDemand(d, this.synonyms);
  achievementDocument = (a: Achievement): AchievementDocument => documentOfAchievement(a, this.synonyms);

  onModuleDestroy(): void {
    this.leave();
  }

  private async synchronise(): Promise<MatchEngine> {
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.leave(), keptIdle).unref();
    const edition = await this.dictionary.edition();
    if (edition !== this.edition) {
      this.leave();
      this.synonyms = new Synonyms(partnersOf((await this.dictionary.current()).groups));
      this.edition = edition;
    }
    const engine = (this.engine ??= new MatchEngine());
    await this.read(Demand, (row) => engine.upsertDemand(this.demandDocument(row)), (id) => engine.removeDemand(id), 'd');
    await this.read(Achievement, (row) => engine.upsertAchievement(this.achievementDocument(row)), (id) => engine.removeAchievement(id), 'a');
    return engine;
  }

  private async read<T extends Demand | Achievement>(entity: Kind & (new () => T), put: (row: T) => void, drop: (id: string) => void, mark: string): Promise<void> {
    const live = () => visible(this.db.em.createQueryBuilder<T>(entity, 'r').where(isLive('r')), entity, anonymous());
    const rows: { id: string; version: number }[] = await live().select('r.id', 'id').addSelect('r.version', 'version').getRawMany();
    const now = new Map(rows.map((r) => [`${mark}${r.id}`, r.version]));
    for (const key of this.versions.keys()) {
      if (!key.startsWith(mark) || now.has(key)) continue;
      this.versions.delete(key);
      drop(key.slice(mark.length));
    }
    const changed = rows.filter((r) => this.versions.get(`${mark}${r.id}`) !== r.version).map((r) => r.id);
    for (let i = 0; i < changed.length; i += chunk) {
      const found = await live().andWhere('r.id in (:...ids)', { ids: changed.slice(i, i + chunk) }).getMany();
      for (const row of found) {
        put(row);
        this.versions.set(`${mark}${row.id}`, row.version);
      }
    }
  }

  private leave(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    this.engine = null;
    this.versions.clear();
  }
}

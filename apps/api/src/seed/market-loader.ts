import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { platformNo, shanghaiDay } from '@jihui/domain';
import { demoData } from '@jihui/seeds';
import { RegistrationCounter } from '../features/contracts/registration-counter.entity.js';
import { MatchingService } from '../features/matches/matching.service.js';
import { Organisation } from '../features/organisations/organisation.entity.js';
import { IndexKeeper } from '../features/search/index-keeper.js';
import { Db } from '../platform/db/db.js';
import { DemoOrganisations } from './demo-organisations.js';
import { achievementRow, contractRow, demandRow, enterpriseRow, type Parties } from './market-rows.js';
import { MarketTexts } from './market-texts.js';
import { amountsOf, Random } from './random.js';

type Row = Record<string, unknown>;
/** The figures of 郑州技术交易市场 as the district printed them in 2024. */
export const market = { achievements: 34_955, enterprises: 539, demands: 3_500, contracts: 885, totalFen: 610_000_000_000n };
const batch = 1000;

/** Fills an empty database with a market of real size, for load tests and benchmarks. Rows are written in bulk: no audit trail, no reviews. */
@Injectable()
export class MarketLoader {
  constructor(
    private readonly db: Db,
    private readonly organisations: DemoOrganisations,
    private readonly index: IndexKeeper,
    private readonly matching: MatchingService,
  ) {}

  async load(say: (line: string) => void): Promise<void> {
    await this.loadRows(say);
    say('正在建立搜索索引（约两分钟）…');
    await this.index.rebuild();
    say('搜索索引已建立，正在匹配（约两分钟）…');
    const { items } = await this.matching.rematchAll();
    await this.matching.name();
    say(`匹配 ${items} 项成果与需求`);
  }

  /** The rows alone, neither searchable nor matched yet; of other sizes for benchmarks. */
  async loadRows(say: (line: string) => void, size: Pick<typeof market, 'achievements' | 'demands'> = market): Promise<void> {
    const data = demoData();
    const random = new Random(41);
    await this.db.replay((as) => this.organisations.load(as, data));
    const parties = await this.parties(random);
    say(`企业 ${parties.enterprises.length} 家`);
    const texts = MarketTexts.ofAchievements(random, data);
    await this.fill(
      'achievement',
      size.achievements,
      (i) => achievementRow(random, texts, parties, i),
      (n) => say(`成果 ${n} / ${size.achievements}`),
    );
    const needs = MarketTexts.ofDemands(random, data);
    await this.fill(
      'demand',
      size.demands,
      (i) => demandRow(random, needs, parties, i),
      (n) => say(`需求 ${n} / ${size.demands}`),
    );
    await this.contracts(random, data, parties);
    say(`登记合同 ${market.contracts} 份`);
    await this.db.em.query('analyze');
  }

  private async parties(random: Random): Promise<Parties> {
    const all = await this.db.em.find(Organisation);
    const branchOf = (region: string) => all.find((o) => o.kind === 'MARKET_OPERATOR' && o.branchCode === region.slice(0, 2))?.id ?? null;
    const there = all.filter((o) => o.kind === 'ENTERPRISE').length;
    await this.fill(
      'organisation',
      market.enterprises - there,
      (i) => enterpriseRow(random, i, branchOf),
      () => undefined,
    );
    const now = await this.db.em.find(Organisation, { order: { uscc: 'ASC' } });
    return { universities: now.filter((o) => o.kind === 'UNIVERSITY'), enterprises: now.filter((o) => o.kind === 'ENTERPRISE') };
  }

  private async contracts(random: Random, data: ReturnType<typeof demoData>, parties: Parties): Promise<void> {
    const branch = await this.db.em.findOneByOrFail(Organisation, { branchCode: 'ZZ' });
    const amounts = amountsOf(random, market.contracts, market.totalFen);
    const first = Date.now() - 300 * 86_400_000;
    const serials = new Map<number, number>();
    const row = (i: number) => {
      const at = new Date(first + ((Date.now() - first) * i) / (market.contracts + 1));
      const year = Number(shanghaiDay(at).slice(0, 4));
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      return contractRow(random, data, parties, branch.id, {
        serial: i,
        number: platformNo('ZZ', year, serial),
        amount: amounts[i - 1] ?? 0n,
        at,
      });
    };
    await this.fill('technology_contract', market.contracts, row, () => undefined);
    for (const [year, last] of serials) await this.db.em.insert(RegistrationCounter, { branchId: branch.id, year, last });
  }

  /** Batches through jsonb: memory holds one batch, however many rows there are. */
  private async fill(table: string, count: number, rowOf: (serial: number) => Row, progress: (done: number) => void): Promise<void> {
    for (let done = 0; done < count;) {
      const rows = Array.from({ length: Math.min(batch, count - done) }, (_, i) => rowOf(done + i + 1));
      await this.db.source.transaction((em) => insert(em, table, rows));
      done += rows.length;
      if (done % 5000 === 0 || done === count) progress(done);
    }
  }
}

async function insert(em: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((c) => `"${c}"`)
    .join(', ');
  await em.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

import type { TechField } from '@jihui/domain';
import type { DemoData } from '@jihui/seeds';
import { Random } from './random.js';

type Source = { title: string; text: string; keywords: readonly string[]; techField: TechField };

/** Texts of a large market for load and benchmarks: sentences and halves of titles of the seed texts, mixed within their field. */
export class MarketTexts {
  private readonly byField = new Map<TechField, Source[]>();

  constructor(
    private readonly random: Random,
    sources: readonly Source[],
  ) {
    for (const source of sources) this.byField.set(source.techField, [...(this.byField.get(source.techField) ?? []), source]);
  }

  static ofAchievements(random: Random, { achievements }: DemoData): MarketTexts {
    return new MarketTexts(
      random,
      achievements.map((a) => ({ ...a, text: a.summary })),
    );
  }

  static ofDemands(random: Random, { demands }: DemoData): MarketTexts {
    return new MarketTexts(
      random,
      demands.map((d) => ({ ...d, text: d.problem })),
    );
  }

  /** A title, a text of three to six sentences and keywords, all of one field. */
  next(serial: number): { title: string; text: string; keywords: string[]; techField: TechField } {
    const fields = [...this.byField.keys()];
    const techField = this.random.pick(fields);
    const sources = this.byField.get(techField) ?? [];
    const [a, b] = [this.random.pick(sources), this.random.pick(sources)];
    const cut = (text: string) => Math.ceil([...text].length / 2);
    const title = `${[...a.title].slice(0, cut(a.title)).join('')}${[...b.title].slice(cut(b.title)).join('')}`.slice(0, 50);
    const sentences = Array.from({ length: 3 + this.random.below(4) }, () =>
      this.random.pick(this.random.pick(sources).text.split(/(?<=。)/)),
    );
    const keywords = [...new Set([this.random.pick(a.keywords), this.random.pick(b.keywords)])];
    return { title: `${title}（${serial}）`, text: sentences.join(''), keywords, techField };
  }
}

import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { SearchKind, type SuggestionKind } from '@jihui/domain';
import { fold, foldKey, pinyinOf } from '@jihui/matching';
import { anonymous, type Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { SearchAway, SearchClient } from '../../platform/search/search-client.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { HitLoader } from './hit-loader.js';
import { items } from './index-settings.js';
import type { IndexDocument } from './search-document.js';
import type { Suggestion } from './search-help.types.js';

type Known = { text: string; id: string | null; kind: SuggestionKind; key: string; spelling: string };

const mostTitles = 5;
const mostOthers = 3;
const mostTerms = 3000;
const rememberMs = 10 * 60_000;

/**
 * What one may mean while one types. Organisations and terms are those that everybody sees, remembered for ten minutes; titles come from
 * Meilisearch and are read anew by the rights of whoever asks. While it is away there are no titles and no error.
 */
@Injectable()
export class Suggestions {
  private known: readonly Known[] | null = null;
  private learning: Promise<readonly Known[]> = Promise.resolve([]);
  private until = 0;

  constructor(
    private readonly db: Db,
    private readonly search: SearchClient,
    private readonly dictionary: Dictionary,
    private readonly hits: HitLoader,
    private readonly log: PinoLogger,
  ) {}

  async suggest(actor: Actor, typed: string): Promise<Suggestion[]> {
    const text = fold(typed);
    if (text === '') return [];
    const [known, titles] = await Promise.all([this.remembered(), this.titles(actor, text)]);
    const starting = (kind: SuggestionKind): Suggestion[] => bestOf(known.filter((k) => k.kind === kind), foldKey(text)).map(({ text: found, id }) => ({ kind, text: found, id }));
    return [...starting('TERM'), ...titles, ...starting('ORGANISATION')];
  }

  private async titles(actor: Actor, text: string): Promise<Suggestion[]> {
    try {
      const { hits } = await this.search.ask((client) =>
        client.index<IndexDocument>(this.search.name(items)).search(text, { limit: mostTitles, attributesToRetrieve: ['id', 'kind'], attributesToSearchOn: ['title', 'spelling', 'codes'], locales: ['cmn'] }),
      );
      const found = hits.map((hit) => ({ id: hit.id, kind: SearchKind.parse(hit['kind']), words: [], spelt: [] }));
      return (await this.hits.load(actor, found)).map((hit) => ({ kind: hit.kind, text: hit.title.text, id: hit.id }));
    } catch (error) {
      if (!(error instanceof SearchAway)) this.log.warn({ err: error }, 'no titles were suggested');
      return [];
    }
  }

  /** Only the first who ever asks waits; later the old ones serve until the new ones are there. */
  private async remembered(): Promise<readonly Known[]> {
    if (Date.now() >= this.until) {
      this.until = Date.now() + rememberMs;
      this.learning = this.learn().then(
        (known) => (this.known = known),
        (error: unknown) => {
          this.until = 0;
          this.log.warn({ err: error }, 'suggestions were not renewed');
          return this.known ?? [];
        },
      );
    }
    return this.known ?? this.learning;
  }

  private async learn(): Promise<Known[]> {
    const query = this.db.em.createQueryBuilder(Organisation, 'o').select(['o.id', 'o.name']).where(`o.kind <> 'MARKET_OPERATOR'`);
    const organisations = await visible(query, Organisation, anonymous()).getMany();
    const keywords: { word: string }[] = await this.db.em.query('select word from search_text, unnest(keywords) as word group by word order by count(*) desc, word limit $1', [mostTerms]);
    const dictionary = (await this.dictionary.current()).groups.flatMap((group) => group.words);
    const terms = [...new Set([...keywords.map((k) => k.word), ...dictionary])];
    return [
      ...organisations.map(({ id, name }) => known('ORGANISATION', name, id)),
      ...terms.map((word) => known('TERM', word, null)),
    ];
  }
}

const known = (kind: SuggestionKind, text: string, id: string | null): Known => ({ kind, text, id, key: foldKey(text), spelling: ` ${pinyinOf(text, 12)}` });

/** Those that begin with what was typed first, then those that hold it; by pinyin and initials too. The word itself is no suggestion. */
function bestOf(all: readonly Known[], typed: string): Known[] {
  const isLatin = /^[a-z0-9]+$/.test(typed);
  const rank = ({ key, spelling }: Known): number => {
    if (key === typed) return 0;
    if (key.startsWith(typed)) return 3;
    if (isLatin && typed.length > 1 && spelling.includes(` ${typed}`)) return 2;
    return !isLatin && typed.length > 1 && key.includes(typed) ? 1 : 0;
  };
  const ranked = all.map((one) => ({ one, rank: rank(one) })).filter((r) => r.rank > 0);
  return ranked.sort((a, b) => b.rank - a.rank || a.one.text.length - b.one.text.length).slice(0, mostOthers).map((r) => r.one);
}

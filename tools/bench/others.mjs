import { say } from '../progress.mjs';
import { milliseconds, timed, timedAsync } from './timing.mjs';

const terms = 20;
/** As in apps/api/src/features/search/candidate-search.ts and features/matches/candidates.service.ts. */
const hitsPerWord = 1000;
const candidateDepth = 4000;
/** Each of its queries takes long; fewer of them tell as much. */
const miniSearchSample = { market: 60, large: 8 };
const patient = { timeout: 600_000 };

/** BM25 of MiniSearch on the same texts: the same words of the same segmentation (its own splits at blanks, which Chinese lacks), titles boosted as ours are. */
export async function besideMiniSearch(lib, { achievements, demands }, asked, spread, isLarge) {
  const { default: MiniSearch } = await import('minisearch');
  const words = (text) => lib.wordsOf(lib.fold(text));
  const engine = new MiniSearch({ fields: ['title', 'keywords', 'summary'], tokenize: words, processTerm: (term) => term });
  const documents = achievements.map((a) => ({ ...a, keywords: a.keywords.join('\n') }));
  const before = process.memoryUsage().rss;
  const built = timed(() => engine.addAll(documents));
  say(`MiniSearch: index of one side built in ${(built / 1000).toFixed(1)} s, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more`);
  const options = { combineWith: 'OR', prefix: false, fuzzy: false, boost: { title: 3, keywords: 2 } };
  const some = asked.slice(0, miniSearchSample[isLarge ? 'large' : 'market']);
  const query = ({ title, text }) => `${title}\n${text}`;
  spread(
    'MiniSearch: the whole demand, top 10',
    some.map((demand) => timed(() => engine.search(query(demand), options).slice(0, 10))),
  );
  spread(
    "MiniSearch: the demand's title",
    some.map((demand) => timed(() => engine.search(demand.title, options).slice(0, 10))),
  );
  const perDemand = some.reduce((sum, demand) => sum + timed(() => engine.search(query(demand), options)), 0) / some.length;
  say(`MiniSearch: all ${demands.length} demands would take about ${((perDemand * demands.length) / 1000).toFixed(0)} s (from ${some.length})`);
  const fresh = { ...documents[0], id: 'fresh' };
  say(`MiniSearch: one document added after ${milliseconds(timed(() => engine.add(fresh)))}\n`);
}

/** What the demand's 20 heaviest words find, one query each, weights summed: the reading in shared/docs/matching.md that serves Meilisearch best. */
export async function besideMeilisearch(lib, { achievements, demands }, asked, spread) {
  const { MEILI_URL: host, MEILI_KEY: apiKey } = process.env;
  if (!host) return say('Meilisearch: MEILI_URL is not set, so not measured');
  const { Meilisearch } = await import('meilisearch');
  const client = new Meilisearch({ host, apiKey });
  const uid = `bench_matching_${process.pid}`;
  const documents = achievements.map(({ id, title, keywords, summary }) => ({ id, title, keywords, summary }));
  try {
    const built = await timedAsync(async () => {
      await client.createIndex(uid, { primaryKey: 'id' }).waitTask(patient);
      await client
        .index(uid)
        .updateSettings({ searchableAttributes: ['title', 'keywords', 'summary'] })
        .waitTask(patient);
      for (let i = 0; i < documents.length; i += 10_000) {
        await client
          .index(uid)
          .addDocuments(documents.slice(i, i + 10_000))
          .waitTask(patient);
      }
    });
    say(`Meilisearch: index of ${documents.length} documents built in ${(built / 1000).toFixed(1)} s`);
    const frequencies = documentFrequencies(lib, demands);
    const words = new Map(asked.map((demand) => [demand.id, heaviest(lib, demand, frequencies)]));
    const times = [];
    for (const { id } of asked) times.push(await timedAsync(() => query(client, uid, words.get(id))));
    spread(`Meilisearch: ${terms}-term multi-search`, times);
    const title = [];
    for (const demand of asked) title.push(await timedAsync(() => client.index(uid).search(demand.title, { limit: 10 })));
    spread("Meilisearch: the demand's title", title);
    await asCandidates(lib, client, uid, { achievements, demands }, asked, spread);
    const visible = await timedAsync(() =>
      client
        .index(uid)
        .addDocuments([{ ...documents[0], id: 'fresh' }])
        .waitTask(patient),
    );
    say(`Meilisearch: one document published and searchable after ${milliseconds(visible)}\n`);
  } finally {
    await client.deleteIndex(uid);
  }
}

/**
 * The product's way above MATCHING_SEARCH_FROM: the 20 heaviest words asked one by one, the candidates ordered by the engine without its
 * posting lists; beside it the same engine with them. What is measured is time, memory, and how much of the lists stays.
 */
async function asCandidates(lib, client, uid, { achievements, demands }, asked, spread) {
  const engine = new lib.MatchEngine();
  for (const achievement of achievements) engine.upsertAchievement(achievement);
  for (const demand of demands) engine.upsertDemand(demand);
  const listSize = 20;
  const byCandidates = async (id) => {
    const heaviest = engine.heaviestWords('DEMAND', id, terms);
    const common = { indexUid: uid, limit: hitsPerWord, attributesToRetrieve: ['id'], matchingStrategy: 'all' };
    const { results } = await client.multiSearch({ queries: heaviest.map(({ text }) => ({ ...common, q: text })) });
    const sums = new Map();
    results.forEach(({ hits }, i) => hits.forEach((hit) => sums.set(hit.id, (sums.get(hit.id) ?? 0) + heaviest[i].weight)));
    const candidates = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, candidateDepth);
    return engine.bestOf('DEMAND', id, candidates.map(([found]) => found), listSize);
  };
  const times = [];
  const lists = new Map();
  for (const { id } of asked) times.push(await timedAsync(async () => lists.set(id, await byCandidates(id))));
  spread(`Meilisearch: candidates by ${terms} words, ordered by ours`, times);
  globalThis.gc?.();
  const without = process.memoryUsage();
  engine.best('DEMAND', asked[0].id, listSize);
  spread(
    'beside it: the same lists from memory',
    asked.map(({ id }) => timed(() => engine.best('DEMAND', id, listSize))),
  );
  globalThis.gc?.();
  const whole = process.memoryUsage();
  const shown = (list) => list.filter((found) => found.band !== 'NONE').map(({ id }) => id);
  let [kept, all] = [0, 0];
  for (const { id } of asked) {
    const own = shown(engine.best('DEMAND', id, listSize));
    const found = new Set(shown(lists.get(id)));
    all += own.length;
    kept += own.filter((each) => found.has(each)).length;
  }
  say(`Meilisearch: of the pairs worth showing kept     ${all ? ((kept / all) * 100).toFixed(1) : '–'} % of ${all}`);
  const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  say(`posting lists, which are not built then          ${mb(whole.arrayBuffers - without.arrayBuffers)} of ${mb(whole.arrayBuffers)} in arrays`);
}

function query(client, indexUid, words) {
  return client.multiSearch({
    queries: words.map((q) => ({ indexUid, q, limit: 200, attributesToRetrieve: ['id'], showRankingScore: true })),
  });
}

function documentFrequencies(lib, demands) {
  const frequencies = new Map();
  for (const demand of demands.slice(0, 1000)) {
    for (const word of lib.countTerms(lib.demandFields(demand)).words.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  return frequencies;
}

function heaviest(lib, demand, frequencies) {
  const { words } = lib.countTerms(lib.demandFields(demand));
  const weight = ([word, count]) => lib.impact(count) * Math.log(1001 / ((frequencies.get(word) ?? 0) + 1));
  return [...words]
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, terms)
    .map(([word]) => word);
}

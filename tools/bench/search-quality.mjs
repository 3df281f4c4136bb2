import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { inRoot } from '../paths.mjs';
import { readLines } from '../matching/data.mjs';
import { mean, seeded } from '../matching/measures.mjs';
import { say, secondsSince } from '../progress.mjs';
import { firstHalf, fullWidth, homophonesOf, inPinyin, mistype, toTraditional, withBlanks } from './other-writings.mjs';
import { milliseconds, percentile } from './timing.mjs';
import { insertRows, post, World } from './search-world.mjs';

const top = 10;
const clients = 4;
const longestTitle = 40;
const document = 'query Q($input: SearchInput!) { search(input: $input) { hits { id } } }';

/** How far up a paper stands when one looks for it by its title in the product's own search, however the title is written. */
export function searchQuality({ data, sample = '300' }) {
  const papers = readLines(data, 'papers.jsonl');
  const background = readLines(data, 'background.jsonl');
  return World.run(async (world) => {
    const place = await world.database('bench_quality');
    const documents = [
      ...papers.map(({ title, abstract, keywords }) => ({ id: randomUUID(), title, summary: abstract, keywords })),
      // These have no title: their first clause stands for it.
      ...background.map(({ abstract }) => ({ id: randomUUID(), title: clauseOf(abstract), summary: abstract, keywords: [] })),
    ];
    const from = performance.now();
    await fill(place, documents);
    await world.command('search-rebuild', place.env);
    await world.startApi(place);
    const every = Math.max(1, papers.length / Number(sample));
    const asked = Array.from({ length: Math.min(papers.length, Number(sample)) }, (_, i) => Math.floor(i * every));
    say(
      `${papers.length} papers among ${documents.length} items, filled in ${secondsSince(from)} s; sample: ${asked.length} titles, each in every way of writing\n`,
    );
    await measure(place, papers, documents, asked);
  });
}

async function measure({ name: prefix, env }, papers, documents, asked) {
  const { mainQuery } = await import(inRoot('apps/api/dist/features/search/index-search.js'));
  const { queryOf } = await import(inRoot('apps/api/dist/features/search/query.js'));
  const random = seeded(5);
  const homophones = homophonesOf(papers.map(({ title }) => title));
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const meili = async (query) => {
    const queries = [{ indexUid: `${prefix}_items`, ...query }];
    const answer = await post(agent, `${env.MEILI_URL}/multi-search`, { queries }, { authorization: `Bearer ${env.MEILI_KEY}` });
    return JSON.parse(answer).results[0].hits;
  };
  // Each step with those before it: the text as it is typed, folded with the rarest words kept, and the product, which compares titles by sound.
  const steps = {
    'typed text': (text) => meili({ q: text, limit: top, attributesToRetrieve: ['id'] }),
    folded: (text) => meili(mainQuery(queryOf({ text, size: top }))),
    product: async (text) => {
      const variables = { input: { text, size: top } };
      const answer = await post(agent, `http://127.0.0.1:${env.PORT}/graphql`, { query: document, variables });
      return JSON.parse(answer).data.search.hits;
    },
  };
  say(`MRR@${top}, ${asked.length} titles each; found, p50 and p95 are the product's`);
  say(`${'written'.padEnd(28)} ${Object.keys(steps).map((step) => step.padEnd(12)).join('')} found   p50        p95`);
  for (const [name, write] of Object.entries(ways(homophones, random))) {
    const texts = new Map(asked.map((i) => [i, write(papers[i].title)]));
    const reached = [];
    let last = [];
    let times = [];
    for (const step of Object.values(steps)) {
      times = [];
      last = await inLanes(asked, async (i) => {
        const started = performance.now();
        const hits = await step(texts.get(i));
        times.push(performance.now() - started);
        const at = hits.findIndex((hit) => hit.id === documents[i].id);
        return at === -1 ? 0 : 1 / (at + 1);
      });
      reached.push(mean(last).toFixed(3).padEnd(12));
    }
    const found = last.filter((rank) => rank > 0).length / last.length;
    say(`${name.padEnd(28)} ${reached.join('')} ${found.toFixed(3)}   ${milliseconds(percentile(times, 50))}   ${milliseconds(percentile(times, 95))}`);
  }
  agent.destroy();
}

const ways = (homophones, random) => ({
  clean: (title) => title,
  'two homophone typos': (title) => mistype(title, 2, homophones, random),
  'traditional characters': toTraditional,
  'full-width text': fullWidth,
  'first half of the title': firstHalf,
  'blanks between characters': withBlanks,
  'pinyin, syllables apart': inPinyin(' '),
  'pinyin in one': inPinyin(''),
});

async function inLanes(inputs, work) {
  const results = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < inputs.length; i = next++) results[i] = await work(inputs[i]);
  };
  await Promise.all(Array.from({ length: clients }, lane));
  return results;
}

async function fill({ db }, documents) {
  const { rows } = await db.query(
    `insert into organisation (kind, name, uscc, "regionCode", status, "createdAt", "updatedAt") values ('UNIVERSITY', '检索评测单位', 'bench-owner', 'ZZ', 'VERIFIED', now(), now()) returning id`,
  );
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const around = {
    organisationId: rows[0].id,
    status: 'PUBLISHED',
    techField: 'NEW_MATERIALS',
    trl: 5,
    transferModes: ['SALE'],
    priceMode: 'NEGOTIABLE',
    regionCode: 'ZZ',
  };
  await insertRows(db, 'achievement', documents.length, (i) => ({
    ...documents[i],
    ...around,
    publishedAt: at,
    confirmedAt: at,
    createdAt: at,
    updatedAt: at,
  }));
}

const clauseOf = (text) => (/^[^。；;!！?？]+/u.exec(text)?.[0] ?? text).slice(0, longestTitle);

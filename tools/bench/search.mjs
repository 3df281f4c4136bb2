import http from 'node:http';
import os from 'node:os';
import { inRoot } from '../paths.mjs';
import { say } from '../progress.mjs';
import { growMarket, marketWorld } from './search-market.mjs';
import { milliseconds, percentile } from './timing.mjs';
import { post, World } from './search-world.mjs';

const clientCounts = [1, 8, 32];
const requests = { 1: 200, 8: 400, 32: 480 };
const rounds = 3;
/** What the search page asks. */
const document = `query SearchItems($input: SearchInput!) { search(input: $input) { total limited notUnderstood understood { label op low high unit change text inText baseLow baseHigh baseUnit }
  hits { id kind unitName matched indicators { label op low high unit change } title { text marks { start end } } snippet { text marks { start end } }
    achievement { techField trl priceMode priceMin priceMax confirmedAt publishedAt freshness } demand { techField minTrl budgetMin budgetMax deadline confirmedAt publishedAt freshness } }
  facets { field values { value label count } } } }`;

/**
 * The search query through GraphQL (folding, rights, rows, names of facets, marks) beside the same query sent straight to Meilisearch, at two
 * sizes of market and for one, eight and thirty-two clients, by turns so that a noisy machine is noisy to all.
 */
export function searchBench({ sizes = '34955,500000', minutes = '45' }) {
  return World.run(async (world) => {
    const { mainQuery } = await import(inRoot('apps/api/dist/features/search/index-search.js'));
    const { queryOf } = await import(inRoot('apps/api/dist/features/search/query.js'));
    const results = new Map();
    const all = [];
    let place = null;
    for (const size of sizes.split(',').map(Number)) {
      place ??= await marketWorld(world, size);
      if (size > place.size) place = await growMarket(place, size, Number(minutes));
      all.push(place.size);
      let limited = 0;
      let failed = 0;
      const stop = await world.startApi(place);
      const send = {
        raw: (agent, input) => {
          const query = { indexUid: `${place.name}_items`, ...mainQuery(queryOf(input)) };
          return post(
            agent,
            `${place.env.MEILI_URL}/multi-search`,
            { queries: [query] },
            { authorization: `Bearer ${place.env.MEILI_KEY}` },
          );
        },
        graphql: async (agent, input) => {
          const answer = await post(agent, `http://127.0.0.1:${place.env.PORT}/graphql`, { query: document, variables: { input } });
          if (answer.includes('"errors"')) failed += 1;
          else if (answer.includes('"limited":true')) limited += 1;
        },
      };
      for (const way of ['raw', 'graphql']) await run(send[way], place.inputs, 8, 400);
      for (let round = 0; round < rounds; round++)
        for (const clients of clientCounts)
          for (const way of round % 2 ? ['graphql', 'raw'] : ['raw', 'graphql']) {
            const key = `${place.size} ${way} ${clients}`;
            results.set(key, [...(results.get(key) ?? []), await run(send[way], place.inputs, clients, requests[clients])]);
          }
      await stop();
      if (failed) say(`✗ ${failed} questions got no answer`);
      if (limited) say(`✗ ${limited} answers came from the database, because Meilisearch took longer than 1.5 s`);
      table([place.size], results);
    }
    verdicts(all, results);
  });
}

async function run(send, inputs, clients, count) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < count; i = next++) {
      const from = performance.now();
      await send(agent, inputs[i % inputs.length]);
      times.push(performance.now() - from);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: clients }, lane));
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  return { p50: percentile(times, 50), p95: percentile(times, 95), rate: count / seconds };
}

const median = (values) => percentile(values, 50);

const figure = (results) => (size, way, clients, what) => median(results.get(`${size} ${way} ${clients}`).map((run) => run[what]));

function table(sizes, results) {
  const of = figure(results);
  say(`\nmedians of ${rounds} rounds, the two ways by turns; ${os.cpus().length} cores for everything (the clients too), one API process, load ${os.loadavg()[0].toFixed(1)}`);
  say('items     clients   Meilisearch p50 / p95 / per s            GraphQL p50 / p95 / per s                p50 to p50');
  for (const size of sizes)
    for (const clients of clientCounts) {
      const part = (way) =>
        `${milliseconds(of(size, way, clients, 'p50'))} / ${milliseconds(of(size, way, clients, 'p95'))} / ${of(size, way, clients, 'rate').toFixed(0)}`.padEnd(
          40,
        );
      say(
        `${String(size).padEnd(10)}${String(clients).padEnd(10)}${part('raw')} ${part('graphql')} ${(of(size, 'graphql', clients, 'p50') / of(size, 'raw', clients, 'p50')).toFixed(2)} ×`,
      );
    }
}

function verdicts(sizes, results) {
  const of = figure(results);
  const check = (isReached, text) => say(`${isReached ? '✓' : '✗'} ${text}`);
  const first = sizes[0];
  const last = sizes.at(-1);
  say('');
  for (const size of sizes) {
    const times = of(size, 'graphql', 1, 'p50') / of(size, 'raw', 1, 'p50');
    check(times <= 2, `${size} items, one client: p50 ${times.toFixed(2)} × that of Meilisearch alone (aim: at most 2)`);
  }
  const p95 = of(first, 'graphql', 32, 'p95');
  check(p95 < 150, `${first} items, 32 clients: p95 ${milliseconds(p95)} (aim: under 150 ms)`);
  if (last === first) return;
  const growth = of(last, 'graphql', 1, 'p50') / of(first, 'graphql', 1, 'p50');
  check(
    growth < 2,
    `${first} → ${last} items, one client: p50 grows ${growth.toFixed(2)} × (aim: under 2; Meilisearch alone ${(of(last, 'raw', 1, 'p50') / of(first, 'raw', 1, 'p50')).toFixed(2)} ×)`,
  );
}

import { inRoot } from '../paths.mjs';
import { Problem, say, secondsSince } from '../progress.mjs';
import { insertRows } from './search-world.mjs';

const enterprises = 539;
const universities = 20;
const realMarket = 34_955;
const demandShare = 0.09;

/** A database with so many published items (34,955 at the most), made by the generator of `npm run seed -- --scale market`, and its index made by the product. */
export async function marketWorld(world, size) {
  const from = performance.now();
  const place = await world.database('bench_search');
  const [{ demoData }, { MarketTexts }, { Random }, { achievementRow, demandRow, enterpriseRow }] = await Promise.all([
    import('@jihui/seeds'),
    import(inRoot('apps/api/dist/seed/market-texts.js')),
    import(inRoot('apps/api/dist/seed/random.js')),
    import(inRoot('apps/api/dist/seed/market-rows.js')),
  ]);
  const data = demoData();
  const random = new Random(41);
  const at = new Date().toISOString();
  const university = (i) => ({
    kind: 'UNIVERSITY',
    name: `评测大学第${i}号`,
    uscc: `bench-${i}`,
    regionCode: random.pick(['ZZ_GX', 'ZZ_ZD', 'LY_GX', 'HB_JK']),
    status: 'VERIFIED',
    createdAt: at,
    updatedAt: at,
  });
  await insertRows(place.db, 'organisation', universities, university);
  await insertRows(place.db, 'organisation', enterprises, (i) => enterpriseRow(random, i + 1, () => null));
  const { rows } = await place.db.query('select id, kind, "regionCode", "branchId" from organisation order by uscc');
  const parties = {
    universities: rows.filter((o) => o.kind === 'UNIVERSITY').map((o) => ({ ...o, disciplines: ['材料科学与工程'] })),
    enterprises: rows.filter((o) => o.kind === 'ENTERPRISE'),
  };
  const made = Math.min(size, realMarket);
  const demands = Math.round(made * demandShare);
  const offers = MarketTexts.ofAchievements(random, data);
  const needs = MarketTexts.ofDemands(random, data);
  await insertRows(place.db, 'achievement', made - demands, (i) => achievementRow(random, offers, parties, i + 1));
  await insertRows(place.db, 'demand', demands, (i) => demandRow(random, needs, parties, i + 1));
  await place.db.query('analyze');
  const filled = performance.now();
  await world.command('search-rebuild', place.env);
  await place.db.query('vacuum analyze');
  say(`✓ ${made.toLocaleString('en')} items: rows in ${((filled - from) / 1000).toFixed(0)} s, texts and index by the product in ${secondsSince(filled)} s`);
  return { ...place, size: made, inputs: await inputsOf(place.db) };
}

const atOnce = 10_000;
/** So many batches wait in Meilisearch, which then takes them together. */
const ahead = 3;

/**
 * Grows a market by copies of its achievements under new ids: rows as SQL, documents straight into the index, since filling is not what is
 * measured. Ends after so many minutes with as many as there are then.
 */
export async function growMarket(place, size, minutes) {
  const from = performance.now();
  const until = from + minutes * 60_000;
  const [{ documentOf }, { Meilisearch }] = await Promise.all([import(inRoot('apps/api/dist/features/search/search-document.js')), import('meilisearch')]);
  const index = new Meilisearch({ host: place.env.MEILI_URL, apiKey: place.env.MEILI_KEY }).index(`${place.name}_items`);
  // Made again at the end: only the search without Meilisearch reads it, and a copy would mostly wait for it.
  await place.db.query('drop index if exists search_text_trigrams');
  const tasks = [];
  let grown = place.size;
  while (grown < size && performance.now() < until) {
    const texts = await copyItems(place.db, Math.min(atOnce, size - grown));
    tasks.push(await index.addDocuments(texts.map(documentOf)));
    grown += texts.length;
    if (tasks.length > ahead) await done(index, tasks.shift());
  }
  for (const task of tasks) await done(index, task);
  await place.db.query('create index search_text_trigrams on search_text using gin (text gin_trgm_ops)');
  await place.db.query('vacuum analyze');
  say(`✓ ${grown.toLocaleString('en')} items: grown by copies, documents straight into the index, in ${secondsSince(from)} s${grown < size ? ` (the limit of ${minutes} minutes came before ${size.toLocaleString('en')})` : ''}`);
  return { ...place, size: grown };
}

async function done(index, { taskUid }) {
  const { status, error } = await index.tasks.waitForTask(taskUid, { timeout: 60 * 60_000, interval: 500 });
  if (status !== 'succeeded') throw new Problem(`Meilisearch: ${error?.message ?? status}`);
}

/** So many achievements once more, chosen at random; gives the texts of the copies. */
async function copyItems(db, count) {
  const columns = async (table, key) => {
    const { rows } = await db.query('select column_name as name from information_schema.columns where table_name = $1 and column_name <> $2', [table, key]);
    return rows.map(({ name }) => name);
  };
  const quoted = (names, alias = '') => names.map((name) => `${alias}"${name}"`).join(', ');
  const [achievement, text] = [await columns('achievement', 'id'), await columns('search_text', 'itemId')];
  const { rows } = await db.query(
    `with copied as materialized (
       select o.id as old, uuidv7() as id from (select t."itemId" as id from search_text t where t.kind = 'ACHIEVEMENT' order by random() limit $1) o),
     rows as (insert into achievement (id, ${quoted(achievement)}) select c.id, ${quoted(achievement, 't.')} from copied c join achievement t on t.id = c.old)
     insert into search_text ("itemId", ${quoted(text)}) select c.id, ${quoted(text, 't.')} from copied c join search_text t on t."itemId" = c.old returning *`,
    [count],
  );
  return rows;
}

/** What people ask: words of the catalogue, mostly one or two, some with a choice, some a piece of a title, some nothing but a choice. */
async function inputsOf(db) {
  const { rows } = await db.query(
    `select title, keywords, "techField" as field from achievement where id in (select id from achievement order by md5(id::text || 'x') limit 200) order by md5(title)`,
  );
  const pieceOf = (title) => [...title.replace(/（\d+）$/, '')].slice(0, 10).join('');
  return rows.map(({ title, keywords, field }, i) => {
    const [first = '', second = ''] = keywords;
    const kinds = [
      { text: first },
      { text: first },
      { text: second || first },
      { text: `${first} ${second}`.trim() },
      { text: first, techFields: [field] },
      { text: first, kinds: ['ACHIEVEMENT'], priceBands: ['FROM_50_TO_100'] },
      { text: pieceOf(title) },
      { techFields: [field] },
    ];
    return { size: 20, ...kinds[i % kinds.length] };
  });
}

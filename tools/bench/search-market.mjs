import { inRoot } from '../paths.mjs';
import { say, secondsSince } from '../progress.mjs';
import { insertRows } from './search-world.mjs';

const enterprises = 539;
const universities = 20;
const realMarket = 34_955;
const demandShare = 0.09;

/** A database with so many published items, made by the generator of `npm run seed -- --scale market`, and its index made by the product. */
export async function marketWorld(world, size) {
  const from = performance.now();
  const place = await world.database(`bench_${size}`);
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
  // Texts are made one by one up to the size of the real market; beyond it rows and their texts are copied, for Meilisearch is what is measured.
  const made = Math.min(size, realMarket);
  const demands = Math.round(made * demandShare);
  const offers = MarketTexts.ofAchievements(random, data);
  const needs = MarketTexts.ofDemands(random, data);
  await insertRows(place.db, 'achievement', made - demands, (i) => achievementRow(random, offers, parties, i + 1));
  await insertRows(place.db, 'demand', demands, (i) => demandRow(random, needs, parties, i + 1));
  await place.db.query('analyze');
  const filled = performance.now();
  await world.command('search-rebuild', place.env);
  if (size > made) {
    await copyItems(place.db, size - made);
    await world.command('search-rebuild', place.env);
  }
  await place.db.query('vacuum analyze');
  say(
    `✓ ${size.toLocaleString('en')} items: rows in ${((filled - from) / 1000).toFixed(0)} s, texts and index in ${secondsSince(filled)} s`,
  );
  return { ...place, size, inputs: await inputsOf(place.db) };
}

/** Copies of the achievements under new ids, each with what search has made of it. */
async function copyItems(db, count) {
  const columns = async (table, key) => {
    const { rows } = await db.query(
      'select column_name as name from information_schema.columns where table_name = $1 and column_name <> $2',
      [table, key],
    );
    return rows.map(({ name }) => `t."${name}"`).join(', ');
  };
  const names = (list) => list.replaceAll('t."', '"');
  await db.query(
    'create table copied as select a.id as old, uuidv7() as id from achievement a cross join generate_series(1, $1::int) n limit $2',
    [Math.ceil(count / 30_000), count],
  );
  const [achievement, text] = [await columns('achievement', 'id'), await columns('search_text', 'itemId')];
  await db.query(
    `insert into achievement (id, ${names(achievement)}) select c.id, ${achievement} from copied c join achievement t on t.id = c.old`,
  );
  await db.query(
    `insert into search_text ("itemId", ${names(text)}) select c.id, ${text} from copied c join search_text t on t."itemId" = c.old`,
  );
  await db.query('drop table copied');
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

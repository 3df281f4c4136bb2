import { inRoot } from '../paths.mjs';
import { say, secondsSince } from '../progress.mjs';
import { insertRows } from './search-world.mjs';

const enterprises = 539;
const universities = 20;
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
  const university = (i) => ({ kind: 'UNIVERSITY', name: `评测大学第${i}号`, uscc: `bench-${i}`, regionCode: random.pick(['ZZ_GX', 'ZZ_ZD', 'LY_GX', 'HB_JK']), status: 'VERIFIED', createdAt: at, updatedAt: at });
  await insertRows(place.db, 'organisation', universities, university);
  await insertRows(place.db, 'organisation', enterprises, (i) => enterpriseRow(random, i + 1, () => null));
  const { rows } = await place.db.query('select id, kind, "regionCode", "branchId" from organisation order by uscc');
  const parties = {
    universities: rows.filter((o) => o.kind === 'UNIVERSITY').map((o) => ({ ...o, disciplines: ['材料科学与工程'] })),
    enterprises: rows.filter((o) => o.kind === 'ENTERPRISE'),
  };
  const demands = Math.round(size * demandShare);
  const offers = MarketTexts.ofAchievements(random, data);
  const needs = MarketTexts.ofDemands(random, data);
  await insertRows(place.db, 'achievement', size - demands, (i) => achievementRow(random, offers, parties, i + 1));
  await insertRows(place.db, 'demand', demands, (i) => demandRow(random, needs, parties, i + 1));
  await place.db.query('analyze');
  const filled = performance.now();
  await world.command('search-rebuild', { ...place.env, NODE_ENV: 'production' });
  await place.db.query('vacuum analyze');
  say(`✓ ${size.toLocaleString('en')} items: rows in ${((filled - from) / 1000).toFixed(0)} s, texts and index in ${secondsSince(filled)} s`);
  return { ...place, size, inputs: await inputsOf(place.db) };
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

import { inRoot } from '../paths.mjs';

/** The texts of `npm run seed -- --scale market` without a database: the same generator, the same seeds of randomness. */
export async function marketOf(achievementCount, demandCount) {
  const [{ demoData }, { MarketTexts }, { Random }] = await Promise.all([
    import('@jihui/seeds'),
    import(inRoot('apps/api/dist/seed/market-texts.js')),
    import(inRoot('apps/api/dist/seed/random.js')),
  ]);
  const data = demoData();
  const random = new Random(41);
  const offers = MarketTexts.ofAchievements(random, data);
  const achievements = Array.from({ length: achievementCount }, (_, i) => {
    const { title, text, keywords } = offers.next(i + 1);
    return { id: `a${i}`, ownerId: `u${i % 14}`, title, keywords, summary: text };
  });
  const needs = MarketTexts.ofDemands(random, data);
  const demands = Array.from({ length: demandCount }, (_, i) => {
    const { title, text, keywords } = needs.next(i + 1);
    return { id: `d${i}`, ownerId: `e${i % 539}`, title, text: [text, ...keywords].join('\n') };
  });
  return { achievements, demands };
}

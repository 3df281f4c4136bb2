import { matching, readLines } from '../matching/data.mjs';
import { mean, seeded } from '../matching/measures.mjs';
import { say } from '../progress.mjs';
import { fullWidth, homophonesOf, mistype, toTraditional, withBlanks } from './other-writings.mjs';

const top = 10;

/** How much of the top 10 of 200 real demands survives other ways of writing the same demand. */
export async function robustness({ data }) {
  const { MatchEngine } = await matching();
  const demands = readLines(data, 'demands.jsonl').slice(0, 200);
  const achievements = readLines(data, 'achievements.jsonl');
  const engine = new MatchEngine();
  for (const achievement of achievements) engine.upsertAchievement(achievement);
  for (const demand of demands) engine.upsertDemand(demand);
  const list = (id) => engine.achievementsFor(id, top).map((match) => match.id);
  const originals = new Map(demands.map(({ id }) => [id, list(id)]));
  const counted = demands.filter(({ id }) => originals.get(id).length > 0);
  say(`${counted.length} of ${demands.length} demands have a list, × ${achievements.length} achievements; kept of the top ${top}:`);

  const random = seeded(5);
  const homophones = homophonesOf([...demands, ...achievements].map(({ title, text }) => title + (text ?? '')));
  const whole = (rewrite) => (demand) => ({ ...demand, title: rewrite(demand.title), text: rewrite(demand.text ?? '') });
  const ways = {
    'traditional characters': whole(toTraditional),
    'full width': whole(fullWidth),
    'blanks between characters': whole(withBlanks),
    'blanks between Han characters': whole((text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ')),
    'two homophone typos in the title': (demand) => ({ ...demand, title: mistype(demand.title, 2, homophones, random) }),
    'two homophone typos anywhere': (demand) => {
      const [title, ...text] = mistype(`${demand.title}\n${demand.text ?? ''}`, 2, homophones, random).split('\n');
      return { ...demand, title, text: text.join('\n') };
    },
  };
  for (const [name, rewrite] of Object.entries(ways)) {
    const kept = counted.map((demand) => {
      engine.upsertDemand(rewrite(demand));
      const now = new Set(list(demand.id));
      engine.upsertDemand(demand);
      const before = originals.get(demand.id);
      return before.filter((id) => now.has(id)).length / before.length;
    });
    const worst = kept.filter((part) => part < 0.5).length;
    say(`${name.padEnd(40)} ${(mean(kept) * 100).toFixed(1)} %   (fewer than half kept: ${worst} demands)`);
  }
  oddTexts(engine, demands);
}

/** What one answer costs when the text is as long or as odd as it may be; the best of five. */
function oddTexts(engine, demands) {
  const texts = {
    '20,000 characters of real demands': demands
      .map(({ text }) => text ?? '')
      .join('\n')
      .slice(0, 20_000),
    'one word, 20,000 characters': '石墨烯'.repeat(6_667),
    'emoji and mixed scripts': '😀👩‍🔬 graphene グラフェン 그래핀 \u0000 𠮷'.repeat(400),
    nothing: '',
  };
  for (const [name, text] of Object.entries(texts)) {
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now();
      engine.upsertDemand({ id: 'odd', title: text.slice(0, 200), text });
      engine.achievementsFor('odd', top);
      return performance.now() - from;
    });
    say(`${name.padEnd(40)} ${Math.min(...times).toFixed(1)} ms`);
  }
}

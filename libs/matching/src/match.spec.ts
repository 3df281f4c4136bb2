import { bandOf, calibration, probabilityOf } from './calibration.js';
import { MatchEngine, type Match } from './match.js';
import { randomAchievement, randomDemand, seededRandom } from './random-documents.js';
import { rankAll } from './rank.js';

const sum = (shares: readonly { share: number }[]): number => shares.reduce((total, { share }) => total + share, 0);

function engineOf(demands: number, achievements: number): MatchEngine {
  const random = seededRandom(21);
  const engine = new MatchEngine();
  for (let i = 0; i < demands; i++) engine.upsertDemand({ ...randomDemand(random, `d${i}`), ownerId: `o${i % 5}` });
  for (let i = 0; i < achievements; i++) {
    engine.upsertAchievement({ ...randomAchievement(random, `a${i}`), ownerId: i % 3 === 0 ? null : `o${i % 5}` });
  }
  return engine;
}

describe('MatchEngine', () => {
  const engine = engineOf(20, 60);

  it('gives shares that sum to the score, and a calibrated probability', () => {
    for (let i = 0; i < 20; i++) {
      const matches = engine.achievementsFor(`d${i}`, 20);
      expect(matches).toHaveLength(20);
      for (const { score, probability, band, shared } of matches) {
        expect(sum(shared)).toBeCloseTo(score, 12);
        expect(probability).toBe(probabilityOf(score));
        expect(band).toBe(bandOf(probability));
      }
    }
  });

  it('gives one pair one score from both sides', () => {
    for (const { id, score } of engine.achievementsFor('d3', 60)) {
      const back = engine.demandsFor(id, 20).find((match) => match.id === 'd3');
      expect(back?.score).toBeCloseTo(score, 12);
    }
  });

  it('orders candidates of somebody else as it orders its own, without posting lists too', () => {
    const all = Array.from({ length: 60 }, (_, i) => `a${i}`);
    const lists = Array.from({ length: 20 }, (_, i) => engine.best('DEMAND', `d${i}`, 20));
    engine.releasePostings();
    lists.forEach((list, i) => expect(engine.bestOf('DEMAND', `d${i}`, [...all, ...all, 'a999'], 20)).toEqual(list));
    const some = ['d1', 'd2', 'd3'];
    const ofA4 = engine.best('ACHIEVEMENT', 'a4', 20).filter(({ id }) => some.includes(id));
    expect(ofA4.length).toBeGreaterThan(0);
    expect(engine.bestOf('ACHIEVEMENT', 'a4', some, 20)).toEqual(ofA4);
    expect(engine.bestOf('DEMAND', 'nobody', all, 20)).toEqual([]);
    lists.forEach((list, i) => expect(engine.best('DEMAND', `d${i}`, 20)).toEqual(list));
    const words = engine.heaviestWords('DEMAND', 'd1', 5);
    expect(words).toHaveLength(5);
    expect(words.map((w) => w.weight)).toEqual(words.map((w) => w.weight).sort((a, b) => b - a));
    expect(engine.heaviestWords('DEMAND', 'nobody', 5)).toEqual([]);
  });

  it('lists all in one pass as it lists each', () => {
    const steps = engine.listAll(6);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const pairs = [...step.value];
    const worth = (matches: readonly Match[]): Match[] => matches.filter(({ band }) => band !== 'NONE');
    const listed = (id: string, key: 'demandId' | 'id', flag: 'inDemandList' | 'inAchievementList'): string[] =>
      pairs
        .filter((pair) => pair[key] === id && pair[flag])
        .sort((a, b) => b.score - a.score)
        .map((pair) => pair[key === 'id' ? 'demandId' : 'id']);
    for (let i = 0; i < 20; i++) {
      const own = worth(engine.achievementsFor(`d${i}`, 6)).map(({ id }) => id);
      expect(listed(`d${i}`, 'demandId', 'inDemandList').sort()).toEqual(own.sort());
    }
    for (let i = 0; i < 60; i++) {
      const own = worth(engine.demandsFor(`a${i}`, 6)).map(({ id }) => id);
      expect(listed(`a${i}`, 'id', 'inAchievementList').sort()).toEqual(own.sort());
    }
    expect(pairs.length).toBeGreaterThan(100);
    expect(new Set(pairs.map(({ id, demandId }) => `${id} ${demandId}`)).size).toBe(pairs.length);
    expect(pairs.every(({ inDemandList, inAchievementList }) => inDemandList || inAchievementList)).toBe(true);
  });

  it('never matches an owner with itself, from either side; no owner is nobody', () => {
    const own = (a: string): boolean => Number(a.slice(1)) % 3 !== 0 && Number(a.slice(1)) % 5 === 2;
    const found = engine.achievementsFor('d2', 60).map(({ id }) => id);
    expect(found.filter(own)).toEqual([]);
    expect(found).toContain('a12');
    expect(
      engine
        .demandsFor('a7', 20)
        .map(({ id }) => id)
        .filter((id) => Number(id.slice(1)) % 5 === 2),
    ).toEqual([]);
  });

  it('follows a change of owner, a change of text and a withdrawal', () => {
    const changing = new MatchEngine();
    const product = { title: '立方氮化硼单晶' };
    changing.upsertDemand({ id: 'd', ownerId: 'x', ...product });
    changing.upsertAchievement({ id: 'a', ownerId: 'x', ...product });
    expect(changing.achievementsFor('d', 5)).toEqual([]);
    changing.upsertAchievement({ id: 'a', ownerId: 'y', ...product });
    expect(changing.achievementsFor('d', 5)[0]?.score).toBeCloseTo(1, 12);
    changing.upsertAchievement({ id: 'a', title: '红茶萎凋' });
    expect(changing.achievementsFor('d', 5)).toEqual([]);
    changing.upsertAchievement({ id: 'a', ...product });
    expect(changing.achievementsFor('d', 5, (id) => id !== 'a')).toEqual([]);
    expect(changing.removeAchievement('a')).toBe(true);
    expect(changing.achievementsFor('d', 5)).toEqual([]);
    expect(changing.demandsFor('a', 5)).toEqual([]);
    expect(changing.removeDemand('d')).toBe(true);
    expect(changing.removeDemand('d')).toBe(false);
    expect([changing.demandCount, changing.achievementCount]).toEqual([0, 0]);
  });
});

describe('rankAll', () => {
  it('ranks every achievement as the engine does, never upwards', () => {
    const random = seededRandom(22);
    const demands = [randomDemand(random, 'd0'), { id: 'd1', title: '', text: '' }];
    const achievements = Array.from({ length: 50 }, (_, i) => randomAchievement(random, `a${i}`));
    const engine = new MatchEngine();
    for (const demand of demands) engine.upsertDemand(demand);
    for (const achievement of achievements) engine.upsertAchievement(achievement);
    for (const { demandId, ranked } of rankAll(demands, achievements)) {
      expect(ranked).toHaveLength(50);
      const best = engine.achievementsFor(demandId, 50).map(({ id, probability }) => ({ achievementId: id, score: probability }));
      expect(ranked.slice(0, best.length)).toEqual(best);
      ranked.forEach(({ score }, i) => expect(score).toBeLessThanOrEqual(ranked[i - 1]?.score ?? 1));
    }
  });
});

describe('calibration', () => {
  it('never falls and stays between 0 and its ceiling', () => {
    let last = 0;
    for (let cosine = -0.01; cosine <= 1.01; cosine += 0.001) {
      const probability = probabilityOf(cosine);
      expect(probability).toBeGreaterThanOrEqual(last);
      expect(probability).toBeLessThanOrEqual(calibration.ceiling);
      last = probability;
    }
    expect(probabilityOf(0)).toBeGreaterThan(0);
    expect(probabilityOf(Number.NaN)).toBe(probabilityOf(0));
  });

  it('puts the limits of a band into the higher band', () => {
    expect([0, 0.1499, 0.15, 0.2999, 0.3, 1].map(bandOf)).toEqual(['NONE', 'NONE', 'WORTH_A_LOOK', 'WORTH_A_LOOK', 'STRONG', 'STRONG']);
    expect(bandOf(probabilityOf(0))).toBe('NONE');
  });
});

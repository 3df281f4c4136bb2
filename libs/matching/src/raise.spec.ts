import { MatchEngine } from './match.js';

describe('what would raise a match', () => {
  const demand = { id: 'd', title: '金刚石微粉化学镀镍增重不均匀', text: '颗粒团聚，镀层不连续。' };
  const achievement = { id: 'a', title: '金刚石微粉表面处理工艺', keywords: ['金刚石微粉'], summary: '流化床中处理，均匀悬浮。' };
  const engine = new MatchEngine();
  engine.upsertDemand(demand);
  engine.upsertAchievement(achievement);
  for (const [i, title] of ['红茶萎凋槽', '化学镀镍液再生', '小麦赤霉病抗性', '铝灰渣无害化', '流化床干燥机'].entries())
    engine.upsertAchievement({ id: `f${i}`, title });

  it('is what the engine finds once it is written', () => {
    const { probability, raises } = engine.raises(demand, achievement, { demand: ['流化床'], achievement: ['化学镀镍', '增重'] });
    expect(probability).toBeCloseTo(engine.achievementsFor('d', 1)[0]?.probability ?? 0, 12);
    const [first] = raises;
    // At the ceiling already: fewer words are the better advice.
    expect(first).toMatchObject({ side: 'ACHIEVEMENT', terms: ['化学镀镍'] });
    for (const raise of raises) expect(raise.probability).toBeGreaterThan(probability);
    const one = raises.find((r) => r.side === 'ACHIEVEMENT' && r.terms.length === 1);
    const written = new MatchEngine();
    written.upsertDemand(demand);
    written.upsertAchievement({ ...achievement, keywords: [...achievement.keywords, ...(one?.terms ?? [])] });
    // Apart from the frequencies, which one more text moves.
    expect(one?.probability).toBeGreaterThan(0.15);
    expect(written.achievementsFor('d', 1)[0]?.probability).toBeGreaterThan(0.15);
  });
  it('is nothing where the words are there or say nothing', () => {
    expect(engine.raises(demand, achievement, { demand: [], achievement: [] }).raises).toEqual([]);
    expect(engine.raises(demand, achievement, { demand: [], achievement: ['猪瘟'] }).raises).toEqual([]);
  });
});

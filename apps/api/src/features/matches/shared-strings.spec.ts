import { fold, hanRuns, MatchEngine } from '@jihui/matching';
import { sharedTexts } from './shared-strings.js';

describe('the strings that two texts share', () => {
  const demand = { id: 'd', title: '金刚石微粉化学镀镍增重不均匀', text: '颗粒团聚，镀镍层不连续，线锯厂退货；希望改进活化工艺。' };
  const achievement = {
    id: 'a',
    title: '金刚石微粉表面化学镀镍的流化床工艺',
    keywords: ['化学镀镍', '活化'],
    summary: '线锯厂试用，镀镍层连续。',
  };
  const runs = (texts: string[]) => texts.flatMap((t) => hanRuns(fold(t))).join('\n');

  it('are those of the whole explanation', () => {
    const engine = new MatchEngine();
    engine.upsertDemand(demand);
    engine.upsertAchievement(achievement);
    engine.upsertAchievement({ id: 'b', title: '红茶萎凋槽' });
    const [found] = engine.achievementsFor('d', 1);
    const whole = engine.explain(demand, achievement).terms.filter((t) => t.share >= (found?.score ?? 0) * 0.03);
    const texts = sharedTexts(
      found?.score ?? 0,
      found?.shared ?? [],
      runs([demand.title, demand.text]),
      runs([achievement.title, ...achievement.keywords, achievement.summary]),
    );
    expect(texts.map((t) => t.text)).toEqual(whole.slice(0, 6).map((t) => t.text));
    texts.forEach((t, i) => expect(t.share).toBeCloseTo(whole[i]?.share ?? 0, 12));
  });

  it('stop nobody, however long the texts are', () => {
    const long = '镀镍'.repeat(10_000);
    const shared = [
      { term: 'du nie', kind: 'bigram' as const, share: 0.4 },
      { term: 'nie du', kind: 'bigram' as const, share: 0.1 },
    ];
    const started = performance.now();
    expect(sharedTexts(0.5, shared, long, long)[0]?.text).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

import { achievementClarityOf, achievementClarityRules, achievementPoints } from './clarity.js';

const met = (content: Parameters<typeof achievementClarityOf>[0]) => achievementClarityOf(content).points.filter((p) => p.met).map((p) => p.point);

describe('the clarity of an achievement', () => {
  it('is of a hundred, each point once', () => {
    expect(achievementClarityRules.reduce((sum, r) => sum + r.weight, 0)).toBe(100);
    expect(achievementClarityRules.map((r) => r.point)).toEqual([...achievementPoints]);
    expect(achievementClarityOf({})).toMatchObject({ score: 0, fillers: [], indicators: [] });
  });

  it('counts what a buyer asks, and figures rather than words', () => {
    const vague = { summary: '本技术达到国际先进水平，填补国内空白，具有广阔的应用前景和重要意义，社会效益显著。' };
    const clear = {
      summary: '聚晶金刚石刀具重磨后刃口常有微崩缺。以绿光激光沿刃口扫描修锐，锯齿度不大于 1.2 微米，刃口圆弧半径不大于 4 微米，适合高硅铝缸体精镗等工序，对刀具厂现有的磨床不作改动，修锐一片刀只要一分半钟。',
      advantages: '与机械修锐相比寿命提高 110%以上',
      evidence: '两家刀具厂试用八个月，修锐三万片',
      trl: 7,
      trlEvidence: '用户现场连续试用八个月',
      deliverables: '工艺参数、装备图纸、操作规程',
      keywords: ['激光修锐', '刃口'],
    };
    expect(met(vague)).toEqual(['summary']);
    expect(met(clear)).toEqual(['summary', 'better', 'figures', 'evidence', 'trl', 'trlEvidence', 'deliverables', 'keywords']);
    expect(achievementClarityOf(clear).score).toBeGreaterThanOrEqual(90);
    expect(achievementClarityOf(vague).score).toBeLessThan(12);
    expect(achievementClarityOf(vague).fillers.length).toBeGreaterThan(0);
  });

  it('takes what the summary says for part of an answer', () => {
    const { points } = achievementClarityOf({ summary: '已在三家企业试用，提供工艺参数。与现有方法相比能耗降低 30%。' });
    expect(points.filter((p) => p.share === 0.7).map((p) => p.point)).toEqual(['better', 'evidence', 'deliverables']);
  });
});

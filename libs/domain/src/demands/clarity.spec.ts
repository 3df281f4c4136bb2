import { existsSync, readFileSync } from 'node:fs';
import { textsNaming, textsWithContact } from './clarity.js';
import { clarityRules } from './clarity-rules.js';
import { clarityOf, fillersIn, percentileOf } from './clarity-score.js';

const met = (d: Parameters<typeof clarityOf>[0]) =>
  clarityOf(d)
    .points.filter((p) => p.met)
    .map((p) => p.point);
const file = new URL('../../../../../shared/data/matching/demands.jsonl', import.meta.url);
const here = existsSync(file);

/** Ranks with ties shared, then Pearson. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (xs: readonly number[]) => xs.map((x) => xs.filter((y) => y < x).length + (xs.filter((y) => y === x).length + 1) / 2);
  const middle = (a.length + 1) / 2;
  const [ra, rb] = [ranks(a).map((r) => r - middle), ranks(b).map((r) => r - middle)];
  const sum = (x: number[], y: number[]) => x.reduce((total, v, i) => total + v * (y[i] ?? 0), 0);
  return sum(ra, rb) / Math.sqrt(sum(ra, ra) * sum(rb, rb));
}

describe('the clarity of a demand', () => {
  it('counts what a researcher needs, not words', () => {
    expect(clarityRules.reduce((sum, r) => sum + r.weight, 0)).toBe(100);
    expect(
      met({ title: '焊接老掉片', problem: '请会诊', indicators: [{ name: '外观', op: 'TEXT', value: '无缺陷' }], keywords: ['焊接'] }),
    ).toEqual([]);
    const full = clarityOf({
      problem: '高硅铝缸体精镗时刀具刃口崩缺，导致孔径不稳，不能连续生产。'.repeat(4),
      indicators: [{ name: '件数', op: 'GE', value: '4000' }, { name: '粗糙度', op: 'LE', value: '0.8', unit: 'μm' }],
      currentState: '寿命 1500～2000 件，批次差一倍',
      budgetMax: '1',
      deadline: '2027-01-01',
      acceptance: '在我方缸体线上连续跑两把刀，按 GB/T 1031 检测粗糙度，交付样件、试验报告和刃口工艺方案，不接受更换机床，不改变现有切削液和夹具，合格率按班次统计，双方共同签字验收。',
      chain: 'SUPERHARD',
      keywords: ['刀具', '刃口'],
    });
    expect(full.points.filter((p) => !p.met)).toEqual([]);
    expect(full.score).toBeGreaterThanOrEqual(90);
    expect(full.percentile).toBeGreaterThan(95);
  });

  it('reads the same out of a text without fields', () => {
    const vague = clarityOf({ problem: '需要先进的刀具技术，提升产业升级水平，具有重要意义。' });
    const clear = clarityOf({ problem: '目前精镗高硅铝缸体时刃口崩缺，寿命只有1500件左右，导致每班停机两次。要求寿命≥4000件，表面粗糙度≤0.8μm，6个月内提供样件和试验报告，连续试用一个月后验收，预算30万元。' });
    expect(clear.score).toBeGreaterThan(vague.score + 40);
    expect(clear.points.filter((p) => ['indicators', 'budget', 'deadline', 'acceptance'].includes(p.point)).every((p) => p.met)).toBe(true);
    expect(clear.targets.map((x) => x.name)).toEqual(['寿命', '表面粗糙度']);
  });

  it('marks the company profile and phrases that fit any demand', () => {
    const text = '刃口崩缺，需要新的涂层。我公司成立于2001年，注册资金1100万元，获国家专利85项。本项目填补国内空白，前景广阔。';
    expect(fillersIn(text).map((f) => [f.kind, text.slice(f.start, f.end)])).toEqual([
      ['PROFILE', '我公司成立于2001年，注册资金1100万元，获国家专利85项。'],
      ['PHRASE', '本项目填补国内空白，前景广阔。'],
    ]);
    const praise = clarityOf({ problem: text });
    expect(praise.score).toBeLessThan(clarityOf({ problem: text.slice(0, 12).padEnd(text.length, '，刃口崩缺') }).score);
  });

  it('has a place among the real demands', () => {
    expect([percentileOf(0), percentileOf(100)]).toEqual([0, 100]);
    expect(percentileOf(60)).toBeGreaterThanOrEqual(percentileOf(30));
  });

  it(here ? 'agrees with thirty demands graded by hand' : 'cannot read the graded real demands, which are ABSENT here', () => {
    const { grades }: { grades: { demandId: string; grade: number }[] } = JSON.parse(readFileSync(new URL('./clarity-grades.json', import.meta.url), 'utf8'));
    expect(grades).toHaveLength(30);
    if (!here) return;
    const demands = new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)).map((d: { id: string; title: string; text: string }) => [d.id, d]));
    const scores = grades.map((g) => clarityOf({ title: demands.get(g.demandId)?.title ?? '', problem: demands.get(g.demandId)?.text ?? '' }).score);
    // 0.85 when first computed.
    expect(spearman(grades.map((g) => g.grade), scores)).toBeGreaterThanOrEqual(0.7);
  });

  it('finds contacts that stand in public texts', () => {
    expect(
      textsWithContact({
        title: '联系 13800001234',
        problem: '电话０３７１－６５００００００',
        currentState: 'a.b@firm.com',
        acceptance: '微信号：abc_123',
      }),
    ).toEqual(['title', 'problem', 'currentState', 'acceptance']);
    expect(textsWithContact({ problem: '抗压强度 ≥ 900 MPa，工件 20231234567890 批' })).toEqual([]);
  });

  it('finds the enterprise named with or without its legal form', () => {
    expect(textsNaming({ problem: '在砺锋超硬工具的产线上' }, '砺锋超硬工具股份有限公司')).toEqual(['problem']);
    expect(textsNaming({ problem: '在本公司产线上' }, '砺锋超硬工具股份有限公司')).toEqual([]);
  });
});

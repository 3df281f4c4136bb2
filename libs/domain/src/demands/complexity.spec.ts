import { complexityOf } from './complexity.js';
import { complexityRules, routeFrom } from './complexity-rules.js';
import { demandComplete, demandDraft, demandImportedComplete, demandLimits } from './rules.js';
import { demandStepNames, demandWritingSteps, stepOfField } from './steps.js';

const today = '2026-11-22';
const plain = { title: '精镗刀刃口崩缺', problem: '目前精镗高硅铝缸体时刃口崩缺，寿命只有1500件左右，要求寿命≥4000件，提供样件，试用一个月后验收。' };

describe('the complexity of a demand', () => {
  it('is of a hundred, and every route can be reached', () => {
    expect(complexityRules.reduce((sum, r) => sum + r.weight, 0)).toBe(100);
    expect(routeFrom.map((r) => r.route)).toEqual(['BROKER', 'HINT', 'SELF']);
  });

  it('leaves one simple target to its owner', () => {
    expect(complexityOf(plain, today)).toMatchObject({ route: 'SELF' });
    expect(complexityOf({}, today)).toEqual({ score: 0, route: 'SELF', reasons: [] });
  });

  it('sends a regulated, costly one with many targets to a broker and says why', () => {
    const demand = {
      title: '植入类医疗器械涂层国产化',
      problem: '该涂层长期被国外垄断，需在不影响疲劳强度的前提下同时提高耐磨性和耐腐蚀性，机理不明，多次尝试仍未能解决，取得注册证还要临床试验。',
      indicators: ['硬度', '结合强度', '厚度', '孔隙率', '摩擦系数', '腐蚀电流', '寿命'].map((name) => ({ name, op: 'GE' as const, value: '1', unit: 'μm' })),
      budgetMax: '600000000',
      deadline: '2027-02-01',
    };
    const { score, route, reasons } = complexityOf(demand, today);
    expect(route).toBe('BROKER');
    expect(reasons.reduce((sum, r) => sum + r.adds, 0)).toBe(score);
    expect(reasons.map((r) => r.adds)).toEqual([...reasons.map((r) => r.adds)].sort((a, b) => b - a));
    const found = new Map(reasons.map((r) => [r.point, r.found]));
    expect(found.get('regulated')).toEqual(['医疗器械', '注册证', '临床']);
    expect(found.get('stakes')).toEqual(['600']);
    expect(found.get('targets')).toEqual(['7']);
    expect([...found.keys()]).toEqual(expect.arrayContaining(['conflict', 'research', 'haste', 'tried']));
  });

  it('rises with the money and falls with the time left', () => {
    const at = (budgetMax: string, deadline: string) => complexityOf({ ...plain, budgetMax, deadline }, today).score;
    expect(at('100000000', '2028-01-01')).toBeGreaterThan(at('99000000', '2028-01-01'));
    expect(at('0', '2027-01-01')).toBeGreaterThan(at('0', '2027-12-31'));
  });
});

describe('the six steps', () => {
  it('hold every field of the form once', () => {
    expect(demandWritingSteps.map((s) => s.step)).toEqual([...demandStepNames]);
    expect(demandWritingSteps.flatMap((s) => s.fields).sort()).toEqual(Object.keys(demandDraft.shape).sort());
    expect([stepOfField('indicators.1.value'), stepOfField('exclusions'), stepOfField('')]).toEqual(['target', 'delivery', 'problem']);
  });

  it('keep a text that is too long, but do not send it', () => {
    const long = { title: '刃口崩缺', problem: '长'.repeat(demandLimits.problem + 1), indicators: [], keywords: [], anonymous: false };
    expect(demandDraft.safeParse(long).success).toBe(true);
    expect(demandImportedComplete.safeParse(long).success).toBe(true);
    expect(demandComplete.safeParse(long).error?.issues.map((i) => [i.path[0], i.code])).toEqual([['problem', 'too_big']]);
    expect(demandComplete.safeParse({ ...long, problem: '长'.repeat(demandLimits.problem) }).success).toBe(true);
  });
});

import { judged, readingCorrection, readingsOfAchievement, readingsOfDemand } from './readings.js';

const demand = {
  title: '刀圈寿命',
  problem: '要求硬度不低于 55 HRC，寿命≥4000件，使能耗降低10%以上。',
  indicators: [
    { name: '抗压强度', op: 'GE' as const, value: '0.9', unit: 'GPa' },
    { name: '手感', op: 'GE' as const, value: '3', unit: '星' },
  ],
};

describe('readings and what their owner says of them', () => {
  it('are read from the table and the texts, and what was not understood is listed too', () => {
    const readings = readingsOfDemand(demand);
    expect(readings.map((r) => [r.source, r.indicator?.name ?? null])).toEqual(expect.arrayContaining([['TABLE', '抗压强度'], ['TABLE', null], ['TEXT', '寿命'], ['TEXT', '能耗']]));
    expect(new Set(readings.map((r) => r.key)).size).toBe(readings.length);
    expect(readings.find((r) => r.indicator?.name === '能耗')?.excerpt).toContain('能耗降低10%');
  });

  it('stay judged when the same is said elsewhere, and are read anew when it changes', () => {
    const [key = ''] = readingsOfAchievement({ title: '激光修锐', summary: '锯齿度不大于 1.2 μm。' }).map((r) => r.key);
    const corrections = [{ key, state: 'CORRECTED' as const, indicator: { name: '刃口锯齿度', op: 'LE' as const, value: '1.2', unit: 'μm' }, change: null }];
    const again = judged(readingsOfAchievement({ title: '激光修锐', summary: '前面加了一句话。锯齿度不大于 1.2 μm，如此。' }), corrections);
    expect(again).toMatchObject([{ state: 'CORRECTED', indicator: { name: '刃口锯齿度', baseLow: 0.0012 } }]);
    expect(judged(readingsOfAchievement({ summary: '锯齿度不大于 1.5 μm。' }), corrections)).toMatchObject([{ state: 'READ', indicator: { name: '锯齿度' } }]);
    expect(judged(readingsOfAchievement({ summary: '锯齿度不大于 1.2 μm。' }), [{ key, state: 'REJECTED' }])).toMatchObject([{ state: 'REJECTED', indicator: null }]);
  });

  it('takes a correction only that can be read itself', () => {
    const codes = (input: object) => readingCorrection.safeParse({ key: 'k', state: 'CORRECTED', ...input }).error?.issues.map((i) => (i.code === 'custom' ? `${i.path.join('.')} ${String(i.params?.['code'])}` : i.code));
    expect(codes({})).toEqual(['indicator required']);
    expect(codes({ indicator: { name: '手感', op: 'GE', value: '3', unit: '星' } })).toEqual(['indicator.unit indicator_unit']);
    expect(codes({ indicator: { name: '手感', op: 'GE', value: '约三', unit: 'mm' } })).toContain('indicator.value indicator_value');
    expect(codes({ indicator: { name: '厚度', op: 'RANGE', value: '3-5', unit: 'mm' } })).toBeUndefined();
    expect(codes({ state: 'REJECTED' })).toBeUndefined();
  });
});

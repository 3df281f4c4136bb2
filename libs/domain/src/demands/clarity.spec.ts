import { demandClarity, textsNaming, textsWithContact } from './clarity.js';

const met = (d: Parameters<typeof demandClarity>[0]) =>
  demandClarity(d)
    .filter((p) => p.met)
    .map((p) => p.point);

describe('the clarity of a demand', () => {
  it('counts what a researcher needs, not words', () => {
    expect(
      met({ title: '焊接老掉片', problem: '请会诊', indicators: [{ name: '外观', op: 'TEXT', value: '无缺陷' }], keywords: ['焊接'] }),
    ).toEqual([]);
    expect(
      met({
        problem: '问题'.repeat(40),
        indicators: [{ name: '件数', op: 'GE', value: '4000' }],
        currentState: '寿命 1500～2000 件，批次差一倍',
        budgetMax: '1',
        deadline: '2027-01-01',
        acceptance: '连续跑两把刀',
        chain: 'SUPERHARD',
        keywords: ['刀具', '刃口'],
      }),
    ).toHaveLength(8);
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

import { indicatorAnswers, type SaidIndicator } from './indicators.js';
import { readingsOfAchievement } from '../indicators/readings.js';
import { boundsOf } from '../indicators/query.js';

/** As the market keeps what it has read. */
const saidBy = (summary: string): SaidIndicator[] =>
  readingsOfAchievement({ summary }).flatMap(({ indicator: i, excerpt }) => (i ? [{ name: i.name, dimension: i.dimension, change: i.change, ...boundsOf(i), text: excerpt }] : []));

describe('indicators of a demand against an achievement', () => {
  const verdicts = (asked: Parameters<typeof indicatorAnswers>[0], text: string) => indicatorAnswers(asked, saidBy(text)).map((a) => a.verdict);

  it('compares values of one thing in any unit of it', () => {
    const asked = [{ name: '抗压强度', op: 'GE' as const, value: '900', unit: 'MPa' }];
    expect(verdicts(asked, '样件抗压强度达到 0.95 GPa。')).toEqual(['MET']);
    expect(verdicts(asked, '样件抗压强度 850 MPa。')).toEqual(['UNMET']);
    expect(verdicts(asked, '样件抗压强度不低于 800 MPa。')).toEqual(['UNKNOWN']);
    expect(verdicts(asked, '样件抗拉强度达到 950 MPa。')).toEqual(['UNKNOWN']);
    expect(verdicts(asked, '样件抗压强度提高 30%。')).toEqual(['UNKNOWN']);
  });

  it('takes spans, limits from above and conditions in brackets', () => {
    expect(verdicts([{ name: '断裂率（-18 ℃）', op: 'LE', value: '3', unit: '%' }], '断裂率低于 2.5%')).toEqual(['MET']);
    expect(verdicts([{ name: '断裂率（-18 ℃）', op: 'LE', value: '3', unit: '%' }], '断裂率 4%')).toEqual(['UNMET']);
    const span = [{ name: '出膏率', op: 'RANGE' as const, value: '22~28', unit: '%' }];
    expect([verdicts(span, '出膏率 23%～26%'), verdicts(span, '出膏率 20%～26%'), verdicts(span, '出膏率 31%')]).toEqual([['MET'], ['UNKNOWN'], ['UNMET']]);
  });

  it('does not decide between two figures that contradict each other, and shows both', () => {
    const [answer] = indicatorAnswers([{ name: '断线率', op: 'LE', value: '1', unit: '%' }], saidBy('本品断线率0.8%。\n对照样断线率2.4%。'));
    expect(answer).toMatchObject({ verdict: 'UNKNOWN', said: [expect.stringContaining('0.8'), expect.stringContaining('2.4')] });
  });

  it('leaves open what is asked in words or in an unknown unit', () => {
    expect(indicatorAnswers([{ name: '镀层结合力', op: 'TEXT', value: '绕芯棒十圈无剥落' }, { name: '断线', op: 'LE', value: '1', unit: '次/百刀' }], saidBy('镀层结合力良好'))).toEqual([
      { name: '镀层结合力', verdict: 'UNKNOWN', said: [] },
      { name: '断线', verdict: 'UNKNOWN', said: [] },
    ]);
  });
});

import { boundsOf, readIndicatorQuery } from './query.js';

describe('indicators in what somebody searches for', () => {
  it('are taken out of the words', () => {
    const { rest, wanted } = readIndicatorQuery('碳纤维 抗拉强度≥3GPa 预浸料');
    expect(rest).toBe('碳纤维 预浸料');
    expect(wanted).toMatchObject([{ name: '抗拉强度', op: 'GE', baseLow: 3000, dimension: 'pressure', text: '抗拉强度≥3GPa' }]);
  });

  it('need a comparison, unless the filter asks', () => {
    expect(readIndicatorQuery('5%葡萄糖 10万元')).toEqual({ rest: '5%葡萄糖 10万元', wanted: [] });
    expect(readIndicatorQuery('预算10万元', { everything: true }).wanted).toMatchObject([{ name: '预算', op: 'EQ', baseLow: 10 }]);
    expect(readIndicatorQuery('≥900MPa')).toMatchObject({ rest: '', wanted: [{ name: '', op: 'GE', baseLow: 900 }] });
    expect(readIndicatorQuery('线径40-45μm 金刚线')).toMatchObject({ rest: '金刚线', wanted: [{ name: '线径', op: 'RANGE' }] });
    expect(readIndicatorQuery('石墨烯 导热')).toEqual({ rest: '石墨烯 导热', wanted: [] });
  });

  it('vouch for what they say only', () => {
    expect(boundsOf({ op: 'GE', baseLow: 900, baseHigh: null })).toEqual({ least: 900, most: null });
    expect(boundsOf({ op: 'LE', baseLow: 5, baseHigh: null })).toEqual({ least: null, most: 5 });
    expect(boundsOf({ op: 'RANGE', baseLow: 1, baseHigh: 2 })).toEqual({ least: 1, most: 2 });
  });
});

import type { z } from 'zod';
import { achievementComplete, ipRight, type AchievementInput } from './achievements/rules.js';
import { contractComplete, contractDraft, type ContractInput } from './contracts/rules.js';
import { demandComplete, indicator, type DemandInput } from './demands/rules.js';
import { DomainError } from './errors.js';
import { issuesOf, parse } from './issues.js';
import { organisationSignUp, Phone } from './organisations/rules.js';

const wrong = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : issuesOf(result.error).map((i) => `${i.path} ${i.code}`);
};

const achievement: AchievementInput = {
  title: '金刚石多线锯切片工艺',
  summary: '以细线径金刚石线为工具，建立了线速度、张力与进给的匹配关系，切片翘曲小于 10 微米，已在中试线上稳定运行半年以上，良率达到百分之九十八。',
  keywords: ['金刚石线'],
  techField: 'NEW_MATERIALS',
  trl: 6,
  ipRights: [],
  transferModes: ['TRANSFER'],
  priceMode: 'NEGOTIABLE',
  team: [],
};
const demand: DemandInput = { title: '低成本金刚石线', problem: '现有线径断线率高，需要把断线率降到千分之三以下，并保持切割效率。', indicators: [], keywords: [], anonymous: false };
const contract: ContractInput = {
  type: 'LICENSE_PATENT',
  title: '金刚石线切片专利实施许可',
  subject: '许可方将所持专利许可给被许可方在河南省内实施，并提供技术资料与培训。',
  techField: 'NEW_MATERIALS',
  totalAmount: '100000000',
  techAmount: '80000000',
  paymentMode: 'LUMP_SUM',
  paymentTerms: '签订后三十日内付清',
  signedOn: '2026-11-01',
  startsOn: '2026-11-01',
  endsOn: '2031-10-31',
  ipOwnership: '专利权归许可方',
  acceptance: '按附件指标验收',
  confidentiality: '双方保密五年',
};

describe('an achievement', () => {
  it('is complete', () => expect(wrong(achievementComplete, achievement)).toEqual([]));
  it('names every missing field at once', () =>
    expect(wrong(achievementComplete, { ...achievement, title: '短', summary: '', techField: null, transferModes: [], trl: 12 })).toEqual([
      'title too_small.string',
      'summary too_small.string',
      'techField required',
      'trl too_big.number',
      'transferModes too_small.array',
    ]));
  it('needs both ends of a price range, in order', () => {
    expect(wrong(achievementComplete, { ...achievement, priceMode: 'RANGE', priceMin: '5' })).toEqual(['priceMax required']);
    expect(wrong(achievementComplete, { ...achievement, priceMode: 'RANGE', priceMin: '5', priceMax: '5' })).toEqual(['priceMax price_range']);
    expect(wrong(achievementComplete, { ...achievement, priceMode: 'FIXED', priceMin: '-5' })).toEqual(['priceMin amount']);
  });
});

describe('an IP right', () => {
  const right = { kind: 'INVENTION', number: 'ZL201710601862.3', title: '一种线锯', status: 'GRANTED' };
  it('has a checked patent number of its own kind', () => {
    expect(wrong(ipRight, right)).toEqual([]);
    expect(wrong(ipRight, { ...right, number: 'ZL201710601862.4' })).toEqual(['number patent_number']);
    expect(wrong(ipRight, { ...right, kind: 'DESIGN' })).toEqual(['number patent_kind']);
  });
});

describe('a demand', () => {
  it('is complete', () => expect(wrong(demandComplete, demand)).toEqual([]));
  it('has a budget in order and a real deadline', () =>
    expect(wrong(demandComplete, { ...demand, budgetMin: '200', budgetMax: '100', deadline: '2026-02-30' })).toEqual(expect.arrayContaining(['deadline invalid_format.date'])));
  it('compares indicators by numbers', () => {
    expect(wrong(indicator, { name: '抗压强度', op: 'GE', value: '900', unit: 'MPa' })).toEqual([]);
    expect(wrong(indicator, { name: '工作温度', op: 'RANGE', value: '-40~125', unit: '℃' })).toEqual([]);
    expect(wrong(indicator, { name: '抗压强度', op: 'GE', value: '高', unit: 'MPa' })).toEqual(['value indicator_value']);
  });
});

describe('a contract', () => {
  it('is complete', () => expect(wrong(contractComplete, contract)).toEqual([]));
  it('never counts more technology than its total', () => expect(wrong(contractDraft, { ...contract, techAmount: '100000001' })).toEqual(['techAmount tech_amount']));
  it('does not end before it starts', () => expect(wrong(contractDraft, { ...contract, endsOn: '2026-10-31' })).toEqual(['endsOn date_order']));
  it('refuses an amount of nothing', () => expect(wrong(contractDraft, { ...contract, totalAmount: '0', techAmount: null })).toEqual(['totalAmount not_positive']));
});

describe('signing up', () => {
  it('normalises what people paste', () => {
    expect(Phone.parse('+86 138-0000-1234')).toBe('13800001234');
    expect(Phone.safeParse('12345').success).toBe(false);
  });
  it('throws INVALID_INPUT with every field named', () => {
    const attempt = () => parse(organisationSignUp, { kind: 'ENTERPRISE', name: '甲', uscc: '123', regionCode: 'ZZ', adminName: '王工', adminEmail: 'x', adminPhone: '1', password: 'short', termsAccepted: true });
    expect(attempt).toThrow(DomainError);
    try {
      attempt();
    } catch (error) {
      const paths = error instanceof DomainError ? (error.params.issues ?? []).map((i) => i.path) : [];
      expect(new Set(paths)).toEqual(new Set(['name', 'uscc', 'adminEmail', 'adminPhone', 'password']));
    }
  });
});

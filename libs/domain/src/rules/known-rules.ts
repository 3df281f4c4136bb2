import type { DatedRule } from './book.js';
import type { Certainty, RuleKey, RuleValue } from './values.js';

type Row<K extends RuleKey> = { from: string | null; to?: string; value: RuleValue<K>; basis: string; certainty: Certainty; note?: string };
const rows = <K extends RuleKey>(key: K, ...list: Row<K>[]): DatedRule[] =>
  list.map(({ from, to = null, value, basis, certainty, note = '' }) => ({ key, validFrom: from, validTo: to, value, basis, certainty, note }));

const henanFloors = { transferBp: 7000, equityBp: 7000, ownUseBp: 1000, ownUseYearsFrom: 3, ownUseYearsTo: 5 };
const subsidyBasis = '河南省技术转移后补助通知（2022—2023年）';
const subsidyNote = '当年通知待核，暂按2022—2023年口径计算';
const subsidy = { mostBp: 1000, yearlyCap: '100000000', minLicenceMonths: 60 };
const institution = { mostBp: 200, yearlyCap: '100000000', minLicenceMonths: 60, registrarFrom: '300000000000' };

/** The rules as the platform knew them when they became data; the database holds the same rows and whatever operators have amended since. */
export const knownRules: readonly DatedRule[] = [
  ...rows('VAT_EXEMPTION', {
    from: '2026-01-01',
    to: '2027-12-31',
    value: { classes: ['TRANSFER', 'LICENSE', 'DEV'], attachedClasses: ['CONSULTING', 'SERVICE'], waiverMonths: 36 },
    basis: '财政部 税务总局公告2026年第10号第二条第二项第二目',
    certainty: 'PROBABLE',
    note: '相关咨询、服务须与转让、开发开在同一张发票上；许可视为转让使用权（P）；放弃免税后36个月内不得再申请免税（P）',
  }),
  ...rows('VAT_RATE', { from: '2016-05-01', value: { rateBp: 600 }, basis: '增值税现代服务、无形资产税率6%', certainty: 'CERTAIN' }),
  ...rows('TRANSFER_INCOME_TAX', {
    from: '2008-01-01',
    value: { exemptUpTo: '500000000', excessShareBp: 5000, rateBp: 2500, minLicenceMonths: 60 },
    basis: '企业所得税法实施条例第九十条；财税〔2015〕116号',
    certainty: 'CERTAIN',
    note: '不含单纯的技术秘密；不适用于直接或间接100%关联方（P）',
  }),
  ...rows('INCOME_TAX_RATE', {
    from: '2008-01-01',
    value: { normalBp: 2500, highTechBp: 1500 },
    basis: '企业所得税法第四条、第二十八条',
    certainty: 'CERTAIN',
  }),
  ...rows('SUPER_DEDUCTION', {
    from: '2023-01-01',
    value: { countedBp: 8000, extraBp: 10_000, foreignNumerator: 2, foreignDenominator: 3 },
    basis: '财政部 税务总局公告2023年第7号',
    certainty: 'CERTAIN',
    note: '委托开发合同须经登记；委托境外的计入额不超过境内符合条件研发费用的三分之二',
  }),
  ...rows('STAMP_DUTY', {
    from: '2022-07-01',
    value: { rateBp: 3 },
    basis: '印花税法税目税率表：技术合同，价款、报酬或使用费的万分之三',
    certainty: 'CERTAIN',
  }),
  ...rows(
    'SUBSIDY_INTAKE',
    { from: '2022-01-01', to: '2023-12-31', value: subsidy, basis: subsidyBasis, certainty: 'CERTAIN' },
    { from: '2024-01-01', value: subsidy, basis: subsidyBasis, certainty: 'TO_CHECK', note: subsidyNote },
  ),
  ...rows(
    'SUBSIDY_OUTPUT',
    { from: '2022-01-01', to: '2023-12-31', value: subsidy, basis: subsidyBasis, certainty: 'CERTAIN' },
    { from: '2024-01-01', value: subsidy, basis: subsidyBasis, certainty: 'TO_CHECK', note: subsidyNote },
  ),
  ...rows(
    'SUBSIDY_INSTITUTION',
    { from: '2022-01-01', to: '2023-12-31', value: institution, basis: subsidyBasis, certainty: 'CERTAIN' },
    { from: '2024-01-01', value: institution, basis: subsidyBasis, certainty: 'TO_CHECK', note: subsidyNote },
  ),
  ...rows('REWARD_FLOOR_NATIONAL', {
    from: '2015-10-01',
    value: { transferBp: 5000, equityBp: 5000, ownUseBp: 500, ownUseYearsFrom: 3, ownUseYearsTo: 5 },
    basis: '促进科技成果转化法第四十五条',
    certainty: 'CERTAIN',
  }),
  ...rows('REWARD_FLOOR_HENAN', {
    from: '2020-01-01',
    value: henanFloors,
    basis: '河南省促进科技成果转化条例第四十条',
    certainty: 'CERTAIN',
  }),
  ...rows('REWARD_PAYMENT', {
    from: '2020-01-01',
    value: { months: 6 },
    basis: '河南省促进科技成果转化条例第四十一条',
    certainty: 'CERTAIN',
    note: '没有约定支付时间的，适用六个月',
  }),
  ...rows('AWARD_TAX', { from: '2018-07-01', value: { countedBp: 5000 }, basis: '财税〔2018〕58号', certainty: 'CERTAIN' }),
  ...rows('AWARD_CONDITIONS', {
    from: '2018-07-01',
    value: { noticeWorkingDays: 15, paidWithinMonths: 36 },
    basis: '国科发政〔2018〕103号；财税〔2018〕58号',
    certainty: 'PROBABLE',
    note: '公示须载明转化信息、人员、奖励和技术合同登记编号；期限15个工作日与36个月待核',
  }),
  ...rows('CARRIER_SETS', {
    from: '2001-07-18',
    value: { sets: 2 },
    basis: '技术合同认定规则（国科发政字〔2001〕253号）：成套设备、试验装置一般限于1—2套',
    certainty: 'CERTAIN',
  }),
  ...rows('EXAMINATION_HENAN', {
    from: '2010-01-01',
    value: { days: 15, unit: 'CALENDAR', onReturn: 'RESTART' },
    basis: '河南省技术市场条例第十六条（2010年文本）',
    certainty: 'CERTAIN',
    note: '2010年以后是否修订待核；退回补正后重新计算系参照2024年征求意见稿第十四条',
  }),
  ...rows('EXAMINATION_NATIONAL', {
    from: '2000-02-16',
    value: { days: 30, unit: 'CALENDAR', onReturn: 'RESTART' },
    basis: '技术合同认定登记管理办法（国科发政字〔2000〕063号）',
    certainty: 'CERTAIN',
    note: '退回补正后重新计算系参照2024年征求意见稿第十四条',
  }),
  ...rows('EXAMINATION_DRAFT', {
    from: null,
    value: { days: 15, unit: 'WORKING', onReturn: 'RESTART', expertDays: 30, expertFrom: '500000000' },
    basis: '工业和信息化部《技术合同认定登记管理办法（征求意见稿）》2024年12月',
    certainty: 'TO_CHECK',
    note: '是否及何时正式发布待核；仅作提示，不作为期限',
  }),
  ...rows('REVIEW_STEPS', {
    from: null,
    value: { acceptance: 3, firstReview: 7, secondReview: 5 },
    basis: '本市场自定：在河南省技术市场条例第十六条的15日内分段',
    certainty: 'CERTAIN',
    note: '各段均为工作日',
  }),
  ...rows('PRICING_NOTICE', {
    from: '2016-02-26',
    value: { days: 15, unit: 'CALENDAR', movesOffHolidays: true, restartsOn: ['PRICE', 'BUYER', 'MODE'] },
    basis: '促进科技成果转化法第十八条；国发〔2016〕16号（不少于15日）；民法典第二百零一条、第二百零三条',
    certainty: 'CERTAIN',
    note: '河南省条例第二十条未规定日数；公示当日不计入；末日为节假日的顺延',
  }),
  ...rows('LICENCE_FILING', { from: null, value: { months: 3 }, basis: '专利法实施细则第十五条', certainty: 'CERTAIN' }),
  ...rows('DORMANT', {
    from: '2020-01-01',
    value: { months: 12 },
    basis: '河南省促进科技成果转化条例第十九条；郑洛新国家自主创新示范区条例第二十七条',
    certainty: 'CERTAIN',
  }),
  ...rows('OPEN_LICENCE', {
    from: null,
    value: { lumpSumMost: '2000000000', salesBp: 2000, profitBp: 4000 },
    basis: '专利法第五十至五十二条；国家知识产权局开放许可使用费估算指引',
    certainty: 'PROBABLE',
    note: '系指引中的一般上限，非强制标准',
  }),
];

import type { AmountCategory } from '@jihui/domain';

/** What a line of the price is for. */
export const amountCategory: Record<AmountCategory, string> = {
  TECHNOLOGY: '技术价款、报酬、使用费',
  UPFRONT_FEE: '入门费',
  DOCUMENT: '技术资料',
  SAMPLE: '样品、品种、菌株、软盘',
  COMPLETE_SET: '成套设备、试验装置',
  INSTRUMENT: '仪器、设备',
  PARTS: '零部件',
  MATERIAL: '原材料',
  OTHER_NON_TECHNICAL: '其他非技术性费用',
};

export const amountLine = {
  nth: '金额明细第 {{n}} 行',
  category: '类别',
  name: '名称',
  quantity: '数量',
  unitPrice: '单价',
  carrier: '作为技术载体计入',
  needed: '合理数量',
  reason: '计入理由',
  sum: '金额',
  add: '添加一行',
  remove: '删除第 {{n}} 行',
  lead: '合同价款里有设备、材料等的，请逐行列出：成交总额和技术交易额由明细算出。没有这类费用的不必填写。',
  why: '金额是怎样算出的',
  nothing: '明细中没有计入技术交易额的项目，双方不能确认这样的合同。',
};

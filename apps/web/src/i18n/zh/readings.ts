/** 指标的读法: what was read from texts and tables, and what its owner says of it. */
export const readings = {
  title: '系统读出的指标',
  lead: '按指标搜索时用的就是这些。读错的请更正，不是指标的请去掉；文字不会改变。同样的文字再次读取时，您的更正仍然有效。',
  none: '还没有从文字中读出带单位的指标。写明数值和单位，例如：抗压强度 ≥ 900 MPa。',
  from: '原文：{{excerpt}}',
  unnamed: '（未写名称）',
  unread: '没有读懂：数值或单位不认识',
  rejectedLine: '不作为指标',
  state: { READ: '自动读出', CORRECTED: '已更正', REJECTED: '已去掉' },
  correct: '更正',
  reject: '不是指标',
  restore: '恢复',
  change: { NONE: '数值', UP: '提高', DOWN: '降低' },
  form: { name: '指标名称', change: '数值或变化', op: '比较方式', value: '数值', unit: '单位', save: '保存更正' },
} as const;

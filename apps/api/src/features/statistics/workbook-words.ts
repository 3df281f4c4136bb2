import { techFieldWords, type AnomalyCode, type ContractType, type StatisticsCut } from '@jihui/domain';

/** The words of the sheets; the pages have their own, which follow the reader's language. */
export const cutWords: Record<StatisticsCut, string> = {
  CLASS: '按类别',
  FIELD: '按技术领域',
  SELLER_KIND: '按卖方性质',
  BUYER_KIND: '按买方性质',
  OUTPUT: '技术输出（卖方地区）',
  INTAKE: '技术吸纳（买方地区）',
  MONTH: '按月份',
};
export const classWords: Record<string, string> = { DEV: '技术开发', TRANSFER: '技术转让', LICENSE: '技术许可', CONSULTING: '技术咨询', SERVICE: '技术服务' };
export const typeWords: Record<ContractType, string> = {
  DEV_COMMISSIONED: '委托开发',
  DEV_COOPERATIVE: '合作开发',
  TRANSFER_PATENT_RIGHT: '专利权转让',
  TRANSFER_PATENT_APPLICATION: '专利申请权转让',
  TRANSFER_SECRET: '技术秘密转让',
  TRANSFER_OTHER_IP: '其他知识产权转让',
  LICENSE_PATENT: '专利实施许可',
  LICENSE_SECRET: '技术秘密使用许可',
  LICENSE_OTHER_IP: '其他知识产权许可',
  CONSULTING: '技术咨询',
  SERVICE: '技术服务',
  SERVICE_TRAINING: '技术培训',
  SERVICE_INTERMEDIARY: '技术中介',
};
export const kindWords: Record<string, string> = {
  ...Object.fromEntries(Object.entries(techFieldWords).map(([key, [word]]) => [key, word])),
  NONE: '未填写',
  UNIVERSITY: '高等学校',
  RESEARCH_INSTITUTE: '科研机构',
  ENTERPRISE: '企业',
  BROKER_FIRM: '中介机构',
  GOVERNMENT: '政府部门',
  MARKET_OPERATOR: '市场运营机构',
};
export const anomalyWords: Record<AnomalyCode, string> = {
  NO_RECEIPT: '登记满六个月没有到账记录',
  RECEIPT_BEYOND: '到账超过合同金额与提成之和',
  NO_DISTRIBUTION: '已到账但尚有收入没有奖酬分配',
  PAYMENT_LATE: '奖酬超过六个月期限未付清',
  FOLLOW_UP_LATE: '后续事项逾期未办',
  NO_ACHIEVEMENT: '转让或许可合同没有关联成果',
  NO_NATIONAL_NO: '没有全国登记编号',
  DORMANT: '成果满一年未实施',
};

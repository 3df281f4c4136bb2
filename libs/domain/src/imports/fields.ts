import type { ImportField, ImportKind } from './rules.js';

/** A field and the headers under which spreadsheets hold it: the first is ours (templates, exports), the others are synonyms. */
export type FieldHeaders = { field: ImportField; headers: readonly [string, ...string[]]; several?: boolean };

const common = {
  keywords: { field: 'KEYWORDS', headers: ['关键词', '关键字', '主题词', '标签', 'keywords'], several: true },
  techField: { field: 'TECH_FIELD', headers: ['技术领域', '所属技术领域', '所属领域', '领域', '应用领域', '行业领域', '高新技术领域'] },
  chain: { field: 'CHAIN', headers: ['产业链', '所属产业链', '重点产业链', '产业领域', '所属产业'] },
  contactName: { field: 'CONTACT_NAME', headers: ['联系人', '联系人姓名', '联络人', '业务联系人'] },
  contactPhone: { field: 'CONTACT_PHONE', headers: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '联系人电话', '联系手机', '联系人手机'] },
  uscc: { field: 'USCC', headers: ['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '单位代码', '机构代码', '企业代码'] },
} as const satisfies Record<string, FieldHeaders>;

export const importFields: Record<ImportKind, readonly FieldHeaders[]> = {
  ACHIEVEMENTS: [
    { field: 'TITLE', headers: ['成果名称', '名称', '题目', '项目名称', '标题', '成果题目', '成果标题', '技术名称', '论文题目', '论文名称', '题名', '篇名', '科技成果名称', '专利名称', 'title'] },
    {
      field: 'SUMMARY',
      headers: ['成果简介', '简介', '摘要', '内容', '成果内容', '成果介绍', '内容摘要', '内容简介', '技术简介', '项目简介', '成果描述', '技术描述', '描述', '成果摘要', '主要内容', '详细介绍', '技术内容', '技术介绍', '成果概述', '简要说明', 'abstract', 'summary'],
    },
    common.keywords,
    { field: 'DISCIPLINE', headers: ['学科', '所属学科', '一级学科', '学科专业', '学科名称', '学科分类', '专业', '二级学科'] },
    { field: 'CATEGORY', headers: ['门类', '学科门类', '学科大类'] },
    common.techField,
    common.chain,
    { field: 'TRL', headers: ['技术成熟度', '成熟度', 'TRL', '技术成熟度等级', '成熟度等级', '成果阶段', '所处阶段', '成果所处阶段', '研发阶段', '技术阶段', '成果成熟度', '技术就绪度'] },
    { field: 'TRANSFER_MODES', headers: ['转化方式', '拟转化方式', '转让方式', '合作方式', '转化形式', '合作形式', '拟合作方式', '交易方式'] },
    { field: 'PRICE_MODE', headers: ['定价方式', '价格方式', '报价方式', '计价方式'] },
    { field: 'PRICE', headers: ['价格（万元）', '价格', '报价', '意向价格', '拟转让价格', '转让价格', '转化价格', '挂牌价格', '挂牌金额', '参考价格', '拟交易价格', '预期价格', '交易金额', '金额'] },
    { field: 'PRICE_MIN', headers: ['价格下限（万元）', '价格下限', '最低价', '最低价格', '起价', '底价'] },
    { field: 'PRICE_MAX', headers: ['价格上限（万元）', '价格上限', '最高价', '最高价格'] },
    { field: 'PATENTS', headers: ['专利号', '专利申请号', '申请号', '专利号/申请号', '授权号', '专利', '知识产权', '知识产权编号', '知识产权号', '专利编号', '软著登记号', '专利/软著号'], several: true },
    { field: 'TEAM', headers: ['完成人', '团队', '研发团队', '主要完成人', '成果完成人', '发明人', '负责人', '项目负责人', '成果负责人', '第一完成人', '团队成员', '团队负责人', '作者'], several: true },
    common.contactName,
    common.contactPhone,
    { field: 'NDA_SUMMARY', headers: ['保密内容', '保密部分', '保密说明', '非公开内容', '不公开内容', '内部说明'] },
    common.uscc,
  ],
  DEMANDS: [
    { field: 'TITLE', headers: ['需求名称', '名称', '题目', '标题', '需求题目', '需求标题', '技术需求名称', '难题名称', '技术难题名称', '问题名称', '项目名称', '技术需求题目', 'title'] },
    {
      field: 'PROBLEM',
      headers: ['需求描述', '需求内容', '描述', '内容', '需求详情', '需求说明', '需求简介', '技术需求', '技术需求内容', '技术需求描述', '技术难题', '难题描述', '问题描述', '难题内容', '需求具体内容', '详细描述', '简介', '具体内容'],
    },
    { field: 'INDICATORS', headers: ['技术指标', '指标', '主要指标', '预期指标', '考核指标', '主要技术指标', '指标要求', '技术参数'] },
    { field: 'CURRENT_STATE', headers: ['现有基础', '现状', '技术现状', '现有工作基础', '工作基础', '已有条件', '现有条件', '前期基础'] },
    { field: 'BUDGET', headers: ['预算（万元）', '预算', '意向投入', '意向金额', '投入预算', '拟投入资金', '拟投入经费', '预计投入', '经费预算', '投入资金', '研发预算', '拟投入金额', '资金投入'] },
    { field: 'BUDGET_MIN', headers: ['预算下限（万元）', '预算下限', '最低预算'] },
    { field: 'BUDGET_MAX', headers: ['预算上限（万元）', '预算上限', '最高预算'] },
    { field: 'DEADLINE', headers: ['截止日期', '截止时间', '期限', '完成期限', '解决期限', '需求截止日期', '有效期', '有效期至', '完成时间', '期望完成时间', '解决时限', '时限'] },
    { field: 'ACCEPTANCE', headers: ['验收标准', '验收方式', '验收要求', '验收', '验收条件', '验收方法'] },
    common.techField,
    common.chain,
    { field: 'TRL', headers: ['成熟度要求', '最低成熟度', '技术成熟度', '成熟度', '技术成熟度要求', 'TRL'] },
    common.keywords,
    { field: 'ANONYMOUS', headers: ['是否匿名', '匿名', '匿名发布', '是否匿名发布'] },
    common.contactName,
    common.contactPhone,
    common.uscc,
  ],
};

/** The header of the product's own templates and exports. */
export function headerOf(kind: ImportKind, field: ImportField): string {
  return importFields[kind].find((f) => f.field === field)?.headers[0] ?? field;
}

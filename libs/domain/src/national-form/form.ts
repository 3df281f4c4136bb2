import type { TechField } from '../codes.js';
import { civilClassOf, type ContractClass5, type ContractContent, type ContractType, type PaymentMode } from '../contracts/rules.js';
import { wanYuanOf } from '../money.js';
import type { OrganisationKind } from '../organisations/rules.js';

/** A party as the national form asks for it. */
export type FormParty = { name: string; uscc: string; kind: OrganisationKind; place: string; gbCode: string | null };
export type FormSource = { content: ContractContent; seller: FormParty; buyer: FormParty; broker: string | null; platformNo: string | null; nationalNo: string | null };
/** One field: its group and name in the form, the value as it is typed there, and whether the platform has to leave it open. */
export type FormField = { code: string; group: string; name: string; value: string; isOpen: boolean; certainty: 'C' | 'P'; isAmount: boolean };

const classes: Record<ContractClass5, string> = { DEV: '技术开发', TRANSFER: '技术转让', LICENSE: '技术许可', CONSULTING: '技术咨询', SERVICE: '技术服务' };
const types: Record<ContractType, string> = {
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
  SERVICE: '一般性技术服务',
  SERVICE_TRAINING: '技术培训',
  SERVICE_INTERMEDIARY: '技术中介',
};
const modes: Record<PaymentMode, string> = { LUMP_SUM: '一次总付', INSTALMENTS: '一次总算分期', ROYALTY: '提成', UPFRONT_ROYALTY: '入门费+提成' };
const techFields: Record<TechField, string> = {
  ELECTRONICS_INFO: '电子信息',
  AEROSPACE: '航空航天',
  ADVANCED_MANUFACTURING: '先进制造',
  BIOMEDICINE: '生物医药和医疗器械',
  NEW_MATERIALS: '新材料及其应用',
  NEW_ENERGY: '新能源与高效节能',
  ENVIRONMENT: '环境保护与资源综合利用',
  NUCLEAR: '核应用',
  AGRICULTURE: '农业',
  MODERN_TRANSPORT: '现代交通',
  URBAN_SOCIAL: '城市建设与社会发展',
};
/** 买/卖方性质; what the kind does not decide (state-owned or private) is left at the broader code. */
const natures: Record<OrganisationKind, string> = {
  UNIVERSITY: '022 高等院校',
  RESEARCH_INSTITUTE: '021 科研机构',
  ENTERPRISE: '100 内资企业',
  BROKER_FIRM: '100 内资企业',
  MARKET_OPERATOR: '024 其它事业法人',
  GOVERNMENT_OFFICE: '010 机关法人',
};

/** 知识产权类型, as far as the type of the contract says it. */
function ipOf(type: ContractType): string {
  if (type.endsWith('_SECRET')) return '技术秘密';
  return type === 'SERVICE_TRAINING' || type === 'SERVICE_INTERMEDIARY' || type === 'CONSULTING' ? '未涉及知识产权' : '';
}

/** The fields of 技术合同登记表 in its order, filled from the register; the number of the national system is never ours to give and stays open until it was typed in. */
export function nationalForm({ content: c, seller, buyer, broker, platformNo, nationalNo }: FormSource): FormField[] {
  const field = (code: string, group: string, name: string, value: string | null | undefined, certainty: 'C' | 'P' = 'C'): FormField => ({
    ...{ code, group, name, certainty },
    value: value ?? '',
    isOpen: !value,
    isAmount: code.endsWith('WanYuan'),
  });
  // The row of the form has one column per name: those of the two sides must differ.
  const party = (code: string, group: string, p: FormParty): FormField[] => [
    field(`${code}Name`, group, `${group}名称`, p.name),
    field(`${code}Uscc`, group, `${group}统一社会信用代码`, p.uscc),
    field(`${code}Country`, group, `${group}国别代码`, 'CHN'),
    field(`${code}Region`, group, `${group}行政区划代码`, p.gbCode),
    field(`${code}Place`, group, `${group}所在地`, p.place),
    field(`${code}Nature`, group, `${group}性质`, natures[p.kind], 'P'),
    field(`${code}Representative`, group, `${group}法定代表人`, null),
    field(`${code}Contact`, group, `${group}联系人和电话`, null),
  ];
  return [
    field('nationalNo', '合同', '合同登记编号（全国系统）', nationalNo),
    field('platformNo', '合同', '平台登记编号（非全国编号）', platformNo),
    field('title', '合同', '项目名称', c.title),
    field('class', '合同', '合同类别', classes[civilClassOf(c.type)]),
    field('subclass', '合同', '合同子类', types[c.type]),
    field('startsOn', '合同', '有效期限（起）', c.startsOn),
    field('endsOn', '合同', '有效期限（止）', c.endsOn),
    field('signedOn', '合同', '签订日期', c.signedOn),
    ...party('seller', '卖方', seller),
    ...party('buyer', '买方', buyer),
    field('broker', '合同', '中介方', broker ?? '无'),
    field('totalWanYuan', '金额', '成交总额（万元）', c.totalAmount ? wanYuanOf(c.totalAmount) : null),
    field('techWanYuan', '金额', '技术交易额（万元）', c.techAmount ? wanYuanOf(c.techAmount) : null),
    field('payment', '金额', '支付方式', modes[c.paymentMode]),
    field('techField', '统计', '技术领域', c.techField ? techFields[c.techField] : null),
    field('ipType', '统计', '知识产权类型', ipOf(c.type), 'P'),
    field('plan', '统计', '计划来源', null, 'P'),
    field('goal', '统计', '社会经济目标', null, 'P'),
    field('industry', '统计', '国民经济行业', null),
    field('discipline', '统计', '学科', null),
    field('newInput', '统计', '预计新增投入（万元）', null),
    field('newOutput', '统计', '预计新增产值（万元）', null),
    field('related', '统计', '是否关联交易', null),
    field('flow', '统计', '技术流向（买方所在地）', buyer.place),
  ];
}

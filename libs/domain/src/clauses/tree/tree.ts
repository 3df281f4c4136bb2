import { civilClassOf, type ContractField, type ContractType } from '../../contracts/rules.js';
import type { Certainty } from '../rule.js';
import type { ClauseKey } from './keys.js';

/** What the law says where the parties say nothing. */
export type DefaultRule = { text: string; basis: string; certainty: Certainty };
type Node = { heading: string; isRequired: boolean; hint: string; starter?: string; defaultRule?: DefaultRule };
/** An article made of fields of the contract, or one that is written in the text. */
export type ClauseNode = Node & ({ fields: readonly ContractField[]; key: null } | { fields: null; key: ClauseKey });

const own = (key: ClauseKey, heading: string, isRequired: boolean, hint: string, rest: Partial<Node> = {}): ClauseNode => ({
  ...{ key, fields: null, heading, isRequired, hint },
  ...rest,
});
const field = (fields: readonly ContractField[], heading: string, hint: string, defaultRule?: DefaultRule): ClauseNode => ({
  ...{ key: null, fields, heading, hint, isRequired: true },
  ...(defaultRule ? { defaultRule } : {}),
});
const law = (article: string, text: string): DefaultRule => ({ text, basis: `《民法典》${article}`, certainty: 'C' });

const ownershipDefaults: Partial<Record<ContractType, DefaultRule>> = {
  DEV_COMMISSIONED: law('第八百五十九条', '委托开发完成的发明创造，申请专利的权利属于研究开发人；研究开发人取得专利权的，委托人可以依法实施该专利'),
  DEV_COOPERATIVE: law('第八百六十条', '合作开发完成的发明创造，申请专利的权利属于合作开发的当事人共有'),
  CONSULTING: law('第八百八十五条', '受托人完成的新的技术成果属于受托人，委托人完成的新的技术成果属于委托人'),
  SERVICE: law('第八百八十五条', '受托人完成的新的技术成果属于受托人，委托人完成的新的技术成果属于委托人'),
};

/** The articles of a contract of that type, in their order (民法典 Art 845 and the chapter of the type). */
export function clauseTree(type: ContractType): ClauseNode[] {
  const kind = civilClassOf(type);
  const [isDev, isTransfer, isLicence] = [kind === 'DEV', kind === 'TRANSFER', kind === 'LICENSE'];
  const isPatent = type.includes('_PATENT');
  const nodes: (ClauseNode | false)[] = [
    field(['title'], '项目名称', '与登记表的项目名称一致。'),
    isPatent &&
      own('patent', '专利的基本情况', true, '有专利的，注明名称、申请人和权利人、申请日期、申请号、专利号和有效期限（民法典第八百四十五条）。', {
        starter: '名称：\n专利权人（申请人）：\n专利号（申请号）：\n申请日：\n有效期至：',
      }),
    field(['subject'], subjectHeading(type), '写明技术内容、范围和可以考核的指标，使同行据此了解标的。'),
    isLicence &&
      own('licenceScope', '许可的方式和范围', true, '独占、排他或者普通许可，实施的地域和行为，是否可以再许可。', {
        starter: '许可方式为普通许可。许可范围为在中华人民共和国境内制造、使用、销售许可产品。被许可人不得再许可第三方实施。',
        defaultRule: { text: '没有约定许可方式或者约定不明确的，认定为普通实施许可', basis: '最高法《技术合同司法解释》第二十五条', certainty: 'C' },
      }),
    own('plan', '履行的计划、地点和方式', true, '分几步，各在什么时候、什么地方、由谁完成。'),
    (isTransfer || isLicence) && own('materials', '技术资料的交付和技术指导', false, '交付哪些资料、何时何地，提供多少人天的指导。'),
    own('cooperation', '甲方的协作事项', false, '甲方提供的资料、样品、场地和人员。'),
    type === 'SERVICE_TRAINING' && own('teachers', '教师和学员', true, '授课教师的姓名和职称，学员的人数和条件。'),
    field(['totalAmount', 'paymentMode', 'paymentTerms'], `${priceWord(type)}及其支付`, '金额取自合同信息，支付安排写明期次、条件；提成写明基数和比例。', royaltyRule),
    field(['startsOn', 'endsOn'], '合同期限', '取自合同信息。'),
    field(['confidentiality'], '技术信息和资料的保密', '保密的内容、人员范围和期限。', isDev ? secrets : undefined),
    field(['ipOwnership'], '技术成果的归属和收益的分配', '现有成果和履行中产生的成果各归谁，收益如何分配。', ownershipDefaults[type]),
    type.startsWith('TRANSFER_PATENT') &&
      own('transferRegistration', '权利转移的登记', true, '由谁在何时办理著录项目变更，费用由谁承担。专利权自登记之日起转移（专利法第十条）。', {
        starter: '双方于合同生效后三十日内共同办理转移登记，费用由甲方承担。权利自登记之日起转移。',
      }),
    (isTransfer || isLicence) && own('warranty', '权利的保证', false, '是否合法拥有、是否质押或者已许可他人，被宣告无效时如何处理。'),
    isDev &&
      own('risk', '风险责任', false, '出现无法克服的技术困难时损失如何承担，何时通知对方。', {
        defaultRule: law('第八百五十八条', '没有约定或者约定不明确的，因无法克服的技术困难致使研究开发失败的风险由当事人合理分担'),
      }),
    (isTransfer || isLicence || isDev) &&
      own('improvements', '后续改进', false, '任何一方不得限制对方改进；是否分享、如何分享改进成果。', {
        starter: '任何一方有权进行后续改进，改进成果归改进方所有。',
        defaultRule: law('第八百七十五条', '没有约定分享办法的，一方后续改进的技术成果，其他各方无权分享'),
      }),
    field(['acceptance'], '验收标准和方法', '指标、方法、由谁验收和出具什么文件。'),
    own('definitions', '名词和术语的解释', false, '没有需要解释的，注明“无”。'),
    own('breach', '违约责任', false, '逾期、不合格、泄密各承担什么责任。'),
    own('dispute', '争议的解决', false, '协商不成的，仲裁或者诉讼，写明机构。', { starter: '双方协商解决；协商不成的，向甲方所在地有管辖权的人民法院起诉。' }),
    own('contacts', '联系人', false, '双方指定的联系人和职责，不要填写证件号码。'),
    own('other', '其他约定', false, '附件清单、生效条件、份数。', { starter: '本合同一式四份，双方各执二份，自双方盖章之日起生效。' }),
  ];
  return nodes.filter((node) => node !== false);
}

const royaltyRule = law('第八百四十六条', '约定提成支付的，可以约定查阅有关会计账目的办法');
const secrets = law('第八百六十一条', '技术秘密成果的使用权、转让权和收益的分配办法没有约定的，在没有相同技术方案被授予专利权前，当事人均有使用和转让的权利');

function subjectHeading(type: ContractType): string {
  if (type.startsWith('DEV')) return '研究开发的目标、内容和要求';
  if (type.endsWith('_SECRET')) return '技术秘密的内容、范围和要求';
  if (type === 'CONSULTING') return '咨询的内容、范围和要求';
  if (type === 'SERVICE') return '服务的内容、方式和要求';
  if (type === 'SERVICE_TRAINING') return '培训的内容和要求';
  if (type === 'SERVICE_INTERMEDIARY') return '中介事项的内容和要求';
  return '标的的内容、范围和要求';
}

/** What the price is called in a contract of that type. */
export function priceWord(type: ContractType): string {
  if (type.startsWith('DEV')) return '研究开发经费和报酬';
  if (type.startsWith('TRANSFER')) return '转让价款';
  if (type.startsWith('LICENSE')) return '许可使用费';
  return type === 'SERVICE_TRAINING' ? '培训费' : '报酬';
}

/** How the two sides are called: the payer first, who is 甲方. */
export function rolesOf(type: ContractType): { buyer: string; seller: string } {
  if (type === 'DEV_COOPERATIVE') return { buyer: '合作人', seller: '合作人' };
  if (type === 'DEV_COMMISSIONED') return { buyer: '委托人', seller: '研究开发人' };
  if (type.startsWith('TRANSFER')) return { buyer: '受让人', seller: '让与人' };
  if (type.startsWith('LICENSE')) return { buyer: '被许可人', seller: '许可人' };
  return { buyer: '委托人', seller: type === 'SERVICE_INTERMEDIARY' ? '中介人' : '受托人' };
}

/** The name on the cover. */
export function contractName(type: ContractType): string {
  const names: Record<ContractType, string> = {
    DEV_COMMISSIONED: '技术开发（委托）合同',
    DEV_COOPERATIVE: '技术开发（合作）合同',
    TRANSFER_PATENT_RIGHT: '专利权转让合同',
    TRANSFER_PATENT_APPLICATION: '专利申请权转让合同',
    TRANSFER_SECRET: '技术秘密转让合同',
    TRANSFER_OTHER_IP: '技术转让（其他知识产权）合同',
    LICENSE_PATENT: '专利实施许可合同',
    LICENSE_SECRET: '技术秘密使用许可合同',
    LICENSE_OTHER_IP: '技术许可（其他知识产权）合同',
    CONSULTING: '技术咨询合同',
    SERVICE: '技术服务合同',
    SERVICE_TRAINING: '技术培训合同',
    SERVICE_INTERMEDIARY: '技术中介合同',
  };
  return names[type];
}

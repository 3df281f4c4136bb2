import { formatYuan } from '../../money.js';
import type { ContractContent, PaymentMode } from '../../contracts/rules.js';
import { capitalsOf } from './capitals.js';
import { noneWord, type ContractClauses } from './keys.js';
import { clauseTree, contractName, priceWord, rolesOf, type ClauseNode, type DefaultRule } from './tree.js';

/** A side as it stands in the register. */
export type TextParty = { name: string; uscc: string; place: string };
export type ContractTextFacts = {
  content: ContractContent;
  clauses: ContractClauses;
  buyer: TextParty;
  seller: TextParty;
  broker: TextParty | null;
  number: string | null;
};
/** TEXT: written; NONE: 无; DEFAULT: nothing agreed, the law speaks; OPEN: still to be written. */
export type ArticleState = 'TEXT' | 'NONE' | 'DEFAULT' | 'OPEN';
export type TextArticle = { key: string; heading: string; paragraphs: string[]; state: ArticleState; defaultRule: DefaultRule | null };
export type ContractDocument = {
  name: string;
  cover: { label: string; value: string }[];
  parties: { label: string; party: TextParty }[];
  preamble: string;
  articles: TextArticle[];
};

const modes: Record<PaymentMode, string> = {
  LUMP_SUM: '一次总付',
  INSTALMENTS: '一次总算、分期支付',
  ROYALTY: '提成支付',
  UPFRONT_ROYALTY: '入门费加提成',
};
const open = '（待填写）';
const chineseDay = (day: string | null | undefined): string => (day ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : open);

/** 第一条 … 第二十三条 */
export function articleNumber(n: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(n / 10);
  return `第${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${digits[n % 10]}条`;
}

function written(node: ClauseNode, { content: c, clauses }: ContractTextFacts): string {
  if (node.key !== null) return clauses[node.key]?.trim() ?? '';
  const [first] = node.fields;
  switch (first) {
    case 'totalAmount':
      if (!c.totalAmount) return c.paymentTerms;
      return [
        `${priceWord(c.type)}总额为人民币 ${formatYuan(c.totalAmount)}（大写：${capitalsOf(BigInt(c.totalAmount))}）${c.techAmount ? `，其中技术交易额 ${formatYuan(c.techAmount)}` : ''}。`,
        `支付方式：${modes[c.paymentMode]}。`,
        ...(c.paymentTerms ? [c.paymentTerms] : []),
      ].join('\n');
    case 'startsOn':
      return c.startsOn || c.endsOn ? `本合同有效期限自${chineseDay(c.startsOn)}起至${chineseDay(c.endsOn)}止。` : '';
    default:
      return first ? String(c[first] ?? '').trim() : '';
  }
}

function articleOf(node: ClauseNode, n: number, facts: ContractTextFacts): TextArticle {
  const text = written(node, facts);
  const defaultRule = node.defaultRule ?? null;
  const head = { key: node.key ?? node.fields[0] ?? '', heading: `${articleNumber(n)} ${node.heading}`, defaultRule };
  if (text === noneWord) return { ...head, state: 'NONE', paragraphs: [`${noneWord}。`] };
  if (text) return { ...head, state: 'TEXT', paragraphs: text.split(/\n+/u).map((p) => p.trim()).filter(Boolean) };
  if (node.isRequired) return { ...head, state: 'OPEN', paragraphs: [open] };
  if (defaultRule) return { ...head, state: 'DEFAULT', paragraphs: [`双方未作约定，依照${defaultRule.basis}：${defaultRule.text}。`] };
  return { ...head, state: 'NONE', paragraphs: [`${noneWord}。`] };
}

/** The contract as it is printed and signed, made from the register's fields and the clauses beside them; nothing in it is typed twice. */
export function contractDocument(facts: ContractTextFacts): ContractDocument {
  const { content: c, buyer, seller, broker, number } = facts;
  const roles = rolesOf(c.type);
  return {
    name: contractName(c.type),
    cover: [
      { label: '合同登记编号', value: number ?? '（登记后填写）' },
      { label: '项目名称', value: c.title },
      { label: `甲方（${roles.buyer}）`, value: buyer.name },
      { label: `乙方（${roles.seller}）`, value: seller.name },
      { label: '签订时间', value: c.signedOn ? chineseDay(c.signedOn) : '      年    月    日' },
      { label: '有效期限', value: c.startsOn && c.endsOn ? `${chineseDay(c.startsOn)}至${chineseDay(c.endsOn)}` : open },
    ],
    parties: [
      { label: `甲方（${roles.buyer}）`, party: buyer },
      { label: `乙方（${roles.seller}）`, party: seller },
      ...(broker ? [{ label: '技术转移机构', party: broker }] : []),
    ],
    preamble: `依据《中华人民共和国民法典》的规定，甲乙双方经协商一致，就“${c.title}”项目订立本合同，共同遵照履行。`,
    articles: clauseTree(c.type).map((node, i) => articleOf(node, i + 1, facts)),
  };
}

/** The same as plain text: what the checker reads, what the hash is taken of, and where its spans lie. */
export function documentText(doc: ContractDocument): string {
  const lines = [
    doc.name,
    ...doc.parties.flatMap(({ label, party }) => [`${label}：${party.name}`, `统一社会信用代码：${party.uscc}`, `所在地：${party.place}`]),
    doc.preamble,
    ...doc.articles.flatMap((a) => [a.heading, ...a.paragraphs]),
  ];
  return lines.join('\n');
}

/** The articles of that type which still have to be written. */
export function openArticles(doc: ContractDocument): TextArticle[] {
  return doc.articles.filter((a) => a.state === 'OPEN');
}

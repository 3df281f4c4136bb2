import type { ContractType } from '../contracts/rules.js';
import { parsePatentNumber, type PatentKind } from '../patent.js';
import type { ClauseGroup, ClauseRuleCode } from './codes.js';
import type { Certainty } from './rule.js';
import { articlesOf, capitalsToYuan, daysIn, linesOf, type Span } from './text.js';

type Found = Span & { params?: Record<string, string | number> };
/** A rule that compares figures or names, which phrases cannot. Its cases are in computed.spec.ts. */
export type ComputedRule = {
  code: ClauseRuleCode;
  group: ClauseGroup;
  types?: readonly string[];
  basis: string;
  certainty: Certainty;
  examine: (text: string, type: ContractType) => Found[];
};

// Years of protection from the filing date (专利法 Art 42).
const years: Record<PatentKind, number> = { INVENTION: 20, UTILITY_MODEL: 10, DESIGN: 15 };
const spanOf = (m: RegExpMatchArray): Span => ({ start: m.index ?? 0, end: (m.index ?? 0) + m[0].length });

const numbersIn = (text: string) =>
  [...text.matchAll(/(?<![\d.])(?:ZL|CN)?\s?(?:19|20)\d{10}\.?[\dXx](?![\d.])/gu)].map((m) => {
    const tidy = m[0].includes('.') ? m[0] : `${m[0].slice(0, -1)}.${m[0].slice(-1)}`;
    return { ...spanOf(m), words: m[0], parsed: parsePatentNumber(tidy) };
  });

function patentNumbers(text: string): Found[] {
  return numbersIn(text).flatMap(({ parsed, start, end, words }) => (parsed ? [] : [{ start, end, params: { number: words } }]));
}

const details: readonly [string, RegExp][] = [
  ['name', /(?:专利|发明创造|发明|实用新型|申请)(?:的)?名称|名称[：:为]|《[^》]{3,40}》|“[^”]{4,40}”/u],
  ['owner', /专利权人|申请人|权利人|专利权[^，。；]{0,6}归[^，。；]{0,12}(?:所有|享有)/u],
  ['filed', /申请日/u],
  ['number', /专利号|申请号|ZL\s?\d|(?:19|20)\d{10}\.[\dX]/u],
  ['term', /有效期|保护期|专利权(?:的)?期限|期限届满|届满日|到期日/u],
];
/** With a patent, its particulars belong into the contract (民法典 Art 845 para 3). */
function patentDetails(text: string): Found[] {
  const missing = details.filter(([, words]) => !words.test(text)).map(([name]) => name);
  if (!missing.length) return [];
  const [first] = numbersIn(text);
  return [{ start: first?.start ?? 0, end: first?.end ?? 0, params: { missing: missing.join(' ') } }];
}

const forEver = /(?:许可|使用|实施)[^。；\n]{0,16}(?:永久|无限期|不限期|长期有效|不受[^，。；]{0,8}期限[^，。；]{0,4}限制)|(?:永久|无限期)(?:性)?(?:地)?(?:实施|使用|许可)/u;
/** A licence does not outlast its patent (民法典 Art 865). */
function beyondTerm(text: string): Found[] {
  const patents = numbersIn(text).flatMap(({ parsed }) => (parsed ? [parsed] : []));
  const endless = forEver.exec(text);
  if (endless) return [{ ...spanOf(endless), params: { until: patents[0] ? String(patents[0].filingYear + years[patents[0].kind]) : '' } }];
  const [oldest] = patents.sort((a, b) => a.filingYear + years[a.kind] - (b.filingYear + years[b.kind]));
  if (!oldest) return [];
  const filed = linesOf(text).flatMap((l) => (/申请日/u.test(l.words) ? daysIn(l.words.slice(l.words.indexOf('申请日'))).slice(0, 1) : []))[0];
  const until = `${oldest.filingYear + years[oldest.kind]}${filed?.startsWith(String(oldest.filingYear)) ? filed.slice(4) : '-12-31'}`;
  return linesOf(text).flatMap((line) => {
    // The patent's own term stands in the same contract; only what speaks of the licence or the contract is compared.
    if (!/(?:许可|使用|实施|合同)[^。；]{0,8}(?:期限|有效期|有效)|有效期限/u.test(line.words) || /专利权?(?:的)?(?:有效期|保护期|期限)|届满日/u.test(line.words)) return [];
    const last = daysIn(line.words).sort().at(-1);
    return last && last > until ? [{ start: line.start, end: line.end, params: { until } }] : [];
  });
}

const letters = '甲方|乙方|丙方|合作方[一二三]?|被许可方|许可方|受让方|转让方|委托人|受托人|让与人|受让人|许可人|被许可人|研究开发人|中介人';
const partyLine = new RegExp(`(${letters})(?:[（(][^）)]{0,20}[）)])*[）)]?\\s*[：:][ \\t　]*([^\\n（(；;，,。　]{4,40})`, 'gu');
const tidy = (name: string) => name.normalize('NFKC').replace(/\s+|[_＿—]+/gu, '').replace(/(?:法定代表人|委托代理人|签字|盖章|日期|地址|统一社会).*$/u, '');
/** The name on the seal is the name at the head of the contract. */
function namesAndSeals(text: string): Found[] {
  const head = new Map<string, string>();
  return [...text.matchAll(partyLine)].flatMap((m) => {
    const label = m[0].slice(0, m[0].search(/[：:]/u));
    const name = tidy(m[2] ?? '');
    if (name.length < 4) return [];
    // 受托人（乙方） is one side by two names.
    const called = label.match(new RegExp(letters, 'gu')) ?? [];
    const before = called.map((c) => head.get(c)).find((n) => n !== undefined);
    if (/盖章|签章|公章|印章/u.test(label)) return before && before !== name ? [{ ...spanOf(m), params: { head: before, seal: name } }] : [];
    for (const c of called) if (!head.has(c)) head.set(c, name);
    return [];
  });
}

/** Both sides are named before the first article. */
function partiesNamed(text: string): Found[] {
  const top = text.slice(0, articlesOf(text)[0]?.start ?? text.length);
  const lines = [...top.matchAll(new RegExp(`(?:${letters})(?:[（(][^）)]{0,20}[）)])*\\s*[：:]([^\\n]{0,40})`, 'gu'))];
  const isNamed = (name: string) => tidy(name).length >= 4 && !/^[×XＸ*]+|某/u.test(tidy(name));
  if (new Set(lines.filter((m) => isNamed(m[1] ?? '')).map((m) => tidy(m[1] ?? ''))).size >= 2) return [];
  const open = lines.find((m) => !isNamed(m[1] ?? ''));
  return [open ? spanOf(open) : { start: 0, end: 0 }];
}

/** 30 万元（大写：叁拾万元整） says the same twice. */
function amountsInWords(text: string): Found[] {
  return [...text.matchAll(/([\d,，]+(?:\.\d+)?)\s*(万元|元)[整]?\s*[（(](?:大写|人民币)?(?:金额)?[：:]?\s*((?:人民币)?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][整正]?)/gu)].flatMap((m) => {
    const figure = Math.round(Number((m[1] ?? '').replace(/[,，]/gu, '')) * (m[2] === '万元' ? 10_000 : 1));
    const words = capitalsToYuan(m[3] ?? '');
    return words === null || words === figure ? [] : [{ ...spanOf(m), params: { figure, words } }];
  });
}

const names: readonly [RegExp, readonly string[]][] = [
  [/(?:买卖|购销|采购|租赁|承揽|加工|施工|工程|劳务|销售|供货)(?:承包)?合同/u, []],
  [/(?:委托开发|合作开发|技术开发|研究开发|开发)[^，。]{0,4}合同/u, ['DEV']],
  [/(?:技术秘密|专有技术)[^，。]{0,4}转让合同/u, ['TRANSFER_SECRET']],
  [/专利申请权转让合同/u, ['TRANSFER_PATENT_APPLICATION']],
  [/专利权?转让合同/u, ['TRANSFER_PATENT_RIGHT']],
  [/(?:著作权|布图|品种权?)[^，。]{0,6}转让合同/u, ['TRANSFER_OTHER_IP']],
  [/技术转让合同/u, ['TRANSFER', 'LICENSE']],
  [/许可[^，。]{0,4}合同/u, ['LICENSE']],
  [/咨询合同/u, ['CONSULTING']],
  [/培训合同/u, ['SERVICE_TRAINING']],
  [/(?:中介|居间)(?:服务)?合同/u, ['SERVICE_INTERMEDIARY']],
  [/服务合同/u, ['SERVICE']],
];
/** What the contract calls itself, beside the type under which it is filed. */
function nameAndType(text: string, type: ContractType): Found[] {
  const heading = linesOf(text).slice(0, 8).find((l) => /合\s*同(?:书)?\s*(?:[（(].*)?$/u.test(l.words) && !/[：:]/u.test(l.words));
  if (!heading) return [];
  const called = names.find(([words]) => words.test(heading.words.replace(/\s/gu, '')));
  if (!called || called[1].some((t) => type.startsWith(t))) return [];
  return [{ start: heading.start, end: heading.end, params: { name: heading.words.trim() } }];
}

export const computedRules: readonly ComputedRule[] = [
  { code: 'PATENT_NUMBER', group: 'CONTENT', basis: '《民法典》第八百四十五条第三款；ZC 0006-2003（校验位）', certainty: 'C', examine: patentNumbers },
  {
    ...{ code: 'PATENT_DETAILS', group: 'CONTENT', types: ['TRANSFER_PATENT', 'LICENSE_PATENT'] },
    ...{ basis: '《民法典》第八百四十五条第三款', certainty: 'C', examine: patentDetails },
  },
  { code: 'LICENCE_BEYOND_TERM', group: 'TYPE', types: ['LICENSE_PATENT'], basis: '《民法典》第八百六十五条', certainty: 'C', examine: beyondTerm },
  { code: 'PARTIES_UNCLEAR', group: 'GROUND', basis: '《技术合同认定规则》（合同主体不明确的不予登记）', certainty: 'C', examine: partiesNamed },
  { code: 'NAME_DIFFERS_FROM_SEAL', group: 'GROUND', basis: '《技术合同认定规则》（当事人名称与印章不一致的不予登记）', certainty: 'C', examine: namesAndSeals },
  { code: 'PRICE_WORDS_DIFFER', group: 'GROUND', basis: '《技术合同认定规则》（价款不明确的不予登记）', certainty: 'C', examine: amountsInWords },
  {
    ...{ code: 'NAME_NOT_CONTENT', group: 'GROUND', certainty: 'C', examine: nameAndType },
    basis: '《技术合同认定规则》（合同名称与内容、权利义务关系不一致且未改正的不予登记）',
  },
];


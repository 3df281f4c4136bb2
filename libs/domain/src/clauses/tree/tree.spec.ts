import { ContractType } from '../../contracts/rules.js';
import { checkClauses } from '../check-clauses.js';
import { capitalsToYuan } from '../text.js';
import { capitalsOf } from './capitals.js';
import { contractDocument, documentText, openArticles, type ContractTextFacts } from './document.js';
import { noneWord, type ContractClauses } from './keys.js';
import { clauseTree } from './tree.js';

const party = (name: string) => ({ name, uscc: '91110000802100433B', place: '河南省郑州市' });
const content: Omit<ContractTextFacts['content'], 'type'> = {
  ...{ title: '镀层工艺项目', subject: '研制耐盐雾性能不低于 1000 小时的镀层，对工艺方案进行论证并提交咨询报告。', techField: 'NEW_MATERIALS', totalAmount: '120000000', techAmount: '100000000' },
  ...{ paymentMode: 'INSTALMENTS', paymentTerms: '分两次支付。', signedOn: '2026-11-20', startsOn: '2026-11-20', endsOn: '2028-11-19' },
  ...{ ipOwnership: '成果归双方共有。', acceptance: '按标的所列指标验收并出具报告。', confidentiality: '双方保密五年。' },
};
const facts = (type: ContractType, clauses: Partial<ContractClauses> = {}, change: object = {}) => ({
  ...{ content: { ...content, type, ...change }, clauses: clauses as ContractClauses, buyer: party('甲方有限公司'), seller: party('乙方大学'), broker: null, number: null },
});
/** What a careful writer puts into the required clauses. */
const filled = (type: ContractType): Partial<ContractClauses> =>
  Object.fromEntries(clauseTree(type).flatMap((n) => (n.key && n.isRequired ? [[n.key, n.starter ?? '由张三教授授课，促成合同后协助履行。']] : [])));

describe('the clause trees', () => {
  it.each(ContractType.options)('%s has the list of Art 845 and the heading that the checker knows', (type) => {
    const doc = contractDocument(facts(type));
    expect(new Set(doc.articles.map((a) => a.heading)).size).toBe(doc.articles.length);
    const complete = contractDocument(facts(type, filled(type)));
    expect(openArticles(complete)).toEqual([]);
    const codes = checkClauses(type, documentText(complete)).map((q) => q.code);
    expect(codes.filter((c) => c.startsWith('CONTENT_') || c === 'NAME_NOT_CONTENT' || c === 'PARTIES_UNCLEAR' || c === 'PRICE_WORDS_DIFFER')).toEqual([]);
    expect(checkClauses(type, documentText(complete)).filter((q) => q.group === 'MONOPOLY')).toEqual([]);
  });
  it('says what the law says where a clause is blank, 无 where nothing is agreed, and leaves required ones open', () => {
    const stateOf = (clauses: Partial<ContractClauses>, key: string) => contractDocument(facts('DEV_COMMISSIONED', clauses)).articles.find((a) => a.key === key);
    expect(stateOf({}, 'risk')).toMatchObject({ state: 'DEFAULT', paragraphs: [expect.stringContaining('第八百五十八条')] });
    expect(stateOf({ risk: noneWord }, 'risk')).toMatchObject({ state: 'NONE', paragraphs: ['无。'] });
    expect(stateOf({}, 'plan')).toMatchObject({ state: 'OPEN' });
    expect(stateOf({}, 'dispute')).toMatchObject({ state: 'NONE' });
    const ownership = contractDocument(facts('DEV_COMMISSIONED', {}, { ipOwnership: '' })).articles.find((a) => a.key === 'ipOwnership');
    expect(ownership).toMatchObject({ state: 'OPEN', defaultRule: { basis: '《民法典》第八百五十九条' } });
  });
  it('writes the price once, in figures and capitals', () => {
    expect(documentText(contractDocument(facts('SERVICE')))).toContain('报酬总额为人民币 1,200,000 元（大写：壹佰贰拾万元整），其中技术交易额 1,000,000 元。');
  });
});

describe('amounts in capitals', () => {
  it.each([
    [100n, '壹元整'],
    [105n, '壹元零伍分'],
    [150n, '壹元伍角整'],
    [5n, '伍分'],
    [0n, '零元整'],
    [120000000n, '壹佰贰拾万元整'],
    [128560000n, '壹佰贰拾捌万伍仟陆佰元整'],
    [10000500n, '壹拾万零伍元整'],
    [10050000000n, '壹亿零伍拾万元整'],
  ])('%s fen is %s', (fen, words) => expect(capitalsOf(fen)).toBe(words));
  it('are read back by the checker', () => {
    for (let n = 1; n < 2_000_000_000; n = n * 3 + 7) expect([n, capitalsToYuan(capitalsOf(BigInt(n) * 100n))]).toEqual([n, n]);
  });
});

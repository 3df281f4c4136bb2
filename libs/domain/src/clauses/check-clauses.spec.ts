import { ContractType } from '../contracts/rules.js';
import { checkClauses, clauseRules, phraseIn } from './check-clauses.js';
import { ClauseRuleCode } from './codes.js';
import { computedRules } from './computed.js';
import { capitalsToYuan } from './text.js';

const phraseRules = clauseRules.flatMap((r) => ('phrases' in r ? [r] : []));
const codesOf = (type: ContractType, text: string) => checkClauses(type, text).map((f) => f.code);

describe('the rules of the clause checker', () => {
  it.each(phraseRules.flatMap((r) => r.examples.map((e) => [r.code, e, r] as const)))('%s asks about “%s”', (_code, example, rule) => {
    expect(phraseIn(rule, example)).not.toBeNull();
  });
  it.each(phraseRules.flatMap((r) => r.counterExamples.map((e) => [r.code, e, r] as const)))('%s leaves “%s”', (_code, example, rule) => {
    expect(phraseIn(rule, example)).toBeNull();
  });
  it('are one per code at least, with an article and examples on both sides', () => {
    expect(new Set([...clauseRules, ...computedRules].map((r) => r.code))).toEqual(new Set(ClauseRuleCode.options));
    for (const rule of [...clauseRules, ...computedRules]) expect(rule.basis).toMatch(/《/u);
    for (const rule of phraseRules) expect([rule.code, rule.examples.length > 0, rule.counterExamples.length > 0]).toEqual([rule.code, true, true]);
  });
});

describe('what is computed', () => {
  const head = '甲方：鹤鸣新材料有限公司\n乙方：中州理工大学\n';
  it.each([
    ['叁拾万元整', 300_000],
    ['人民币壹佰贰拾捌万伍仟陆佰元整', 1_285_600],
    ['拾万元', 100_000],
    ['壹亿零伍拾万圆', 100_500_000],
    ['三十万', null],
  ])('%s is %s yuan', (words, yuan) => expect(capitalsToYuan(words)).toBe(yuan));

  it('compares figures with capitals', () => {
    expect(codesOf('SERVICE', `${head}合同总额为人民币 30 万元（大写：叁拾万元整）`)).not.toContain('PRICE_WORDS_DIFFER');
    expect(codesOf('SERVICE', `${head}合同总额为人民币 30 万元（大写：叁拾伍万元整）`)).toContain('PRICE_WORDS_DIFFER');
  });
  it('compares the seal with the head', () => {
    expect(codesOf('SERVICE', `${head}乙方（盖章）：中州理工大学`)).not.toContain('NAME_DIFFERS_FROM_SEAL');
    expect(codesOf('SERVICE', `${head}乙方（盖章）：中州理工大学科技园有限公司`)).toContain('NAME_DIFFERS_FROM_SEAL');
  });
  it('asks for both sides', () => {
    expect(codesOf('SERVICE', head)).not.toContain('PARTIES_UNCLEAR');
    expect(codesOf('SERVICE', '甲方：鹤鸣新材料有限公司\n乙方：________\n第一条 内容')).toContain('PARTIES_UNCLEAR');
    expect(codesOf('SERVICE', '甲方：某公司\n乙方：中州理工大学')).toContain('PARTIES_UNCLEAR');
  });
  it('reads patent numbers and their terms', () => {
    expect(codesOf('SERVICE', '专利号 201710601862.3')).not.toContain('PATENT_NUMBER');
    expect(codesOf('SERVICE', '专利号 201710601862.4')).toContain('PATENT_NUMBER');
    const licence = (until: string) => codesOf('LICENSE_PATENT', `专利号：ZL201710601862.3，申请日：2017年7月21日\n许可期限：自2026年1月1日至${until}止`);
    expect(licence('2037年7月20日')).not.toContain('LICENCE_BEYOND_TERM');
    expect(licence('2037年7月22日')).toContain('LICENCE_BEYOND_TERM');
    expect(codesOf('LICENSE_PATENT', '被许可人可以永久使用该专利')).toContain('LICENCE_BEYOND_TERM');
  });
  it('compares the name with the type', () => {
    expect(codesOf('SERVICE', '技术服务合同')).not.toContain('NAME_NOT_CONTENT');
    expect(codesOf('SERVICE', '技术开发（委托）合同')).toContain('NAME_NOT_CONTENT');
    expect(codesOf('DEV_COMMISSIONED', '设备采购合同')).toContain('NAME_NOT_CONTENT');
  });
  it('takes 无 for nothing, except where nothing needs to be said', () => {
    const text = '第一条 项目名称：高速磨削\n第二条 验收标准和方法：无\n第三条 名词和术语的解释\n无\n第四条 保密\n双方对资料保密';
    expect(codesOf('SERVICE', text)).toEqual(expect.arrayContaining(['CONTENT_ACCEPTANCE']));
    expect(codesOf('SERVICE', text)).not.toEqual(expect.arrayContaining(['CONTENT_DEFINITIONS']));
    expect(codesOf('SERVICE', text)).not.toEqual(expect.arrayContaining(['CONTENT_CONFIDENTIALITY']));
  });
});

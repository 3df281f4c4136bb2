import type { ContractContent } from './rules.js';

/** A place in the text: the words, and the field in which they stand. */
export type Quote = { field: ClauseField; words: string };
export type ClauseField = 'subject' | 'paymentTerms' | 'ipOwnership' | 'acceptance' | 'confidentiality';
export type Clauses = Pick<ContractContent, ClauseField>;
export const clauseFields: readonly ClauseField[] = ['subject', 'paymentTerms', 'ipOwnership', 'acceptance', 'confidentiality'];

/** The six kinds of clauses of 技术合同司法解释 Art 10 (非法垄断技术), as words that deserve a second look; whether one is unlawful a person decides. */
const monopolyPatterns: readonly RegExp[] = [
  /不得[^。；，、]{0,12}(?:改进|研究|研发|后续开发)|(?:改进|后续成果)[^。；]{0,16}?(?:无偿|免费|独占)[^。；]{0,10}?(?:归|许可|提供|转让)[^。；，、]{0,8}/gu,
  /不得(?:向|从)?(?:他人|第三方|其他[^。；，、]{0,6})[^。；，、]{0,8}(?:采购|获得|引进|取得|使用)[^。；，、]{0,10}/gu,
  /(?:产能|产量|数量|品种|销售价格|售价|销售渠道|出口)(?:不得|上限|限制|仅限)[^。；，、]{0,14}/gu,
  /(?:必须|只能)(?:同时|一并)?(?:购买|采购|接受)[^。；]{0,10}(?:设备|材料|技术|人员|产品|服务)/gu,
  /(?:原材料|材料|零部件|设备|产品)(?:只能|仅可|仅限|限于|必须)[^。；，、]{0,4}(?:向|从|由)[^。；，、]{0,12}(?:采购|购买|供应|提供)/gu,
  /不得[^。；，、]{0,12}(?:质疑|异议|无效宣告|宣告无效|提出无效)/gu,
];

/** The words that one of the six kinds may lie in, each with the number of its kind. */
export function monopolyWords(clauses: Clauses): (Quote & { kind: number })[] {
  return clauseFields.flatMap((field) =>
    monopolyPatterns.flatMap((pattern, index) =>
      [...clauses[field].matchAll(pattern)].map(([words]) => ({ field, words, kind: index + 1 })),
    ),
  );
}

/** The amounts in 万元 or 元 that a text names, in fen. */
export function amountsIn(text: string): bigint[] {
  return [...text.matchAll(/(\d[\d,，]*)(?:\.(\d{1,6}))?\s*(万元|亿元|元)/gu)].map(([, whole = '0', decimals = '', unit]) => {
    const zeros = unit === '亿元' ? 10 : unit === '万元' ? 6 : 2;
    return BigInt(whole.replace(/[,，]/g, '') + decimals.padEnd(zeros, '0').slice(0, zeros));
  });
}

/** The percentages that a text names. */
export function sharesIn(text: string): number[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)\s*[%％]/gu)].map(([, number]) => Number(number));
}

/** Whether some of the amounts make up the total: the instalments stand beside partial figures (“其中设备 18 万元”). */
export function makesUp(amounts: readonly bigint[], total: bigint): boolean {
  const sums = new Set<bigint>([0n]);
  for (const amount of amounts.slice(0, 16)) for (const sum of [...sums]) if (sum + amount <= total) sums.add(sum + amount);
  return sums.has(total);
}

import { parsePatentNumber, patentExpiryYear, patentNumbersIn } from '../patent.js';
import { clauseFields, type Quote } from './clauses.js';
import { bad, good, type Finding } from './finding.js';
import { civilClassOf, type ContractContent } from './rules.js';

/**
 * What looks like a patent or application number in the register's fields and in the clauses beside them (专利的基本情况); `parsed` is null
 * where the check character is wrong. The clauses are no field: there is no place to quote.
 */
function patentsIn(content: ContractContent, clauses: readonly string[]) {
  const fields = [{ field: 'subject' as const, text: content.title }, ...clauseFields.map((field) => ({ field, text: content[field] }))];
  return [...fields, ...clauses.map((text) => ({ field: null, text }))].flatMap(({ field, text }) =>
    patentNumbersIn(text).map((words) => ({ words, quotes: field ? [{ field, words } satisfies Quote] : [], parsed: parsePatentNumber(words) })),
  );
}

function patentCheck(content: ContractContent, clauses: readonly string[]): Finding {
  const found = patentsIn(content, clauses);
  const wrong = found.filter((p) => !p.parsed);
  if (wrong.length) return bad('wrongPatentNumber', { number: wrong[0]?.words ?? '' }, wrong.flatMap((p) => p.quotes));
  if (!found.length) return bad('noPatentNumber');
  const numbers = [...new Set(found.map((p) => p.parsed?.number ?? ''))].join('、');
  if (content.type === 'TRANSFER_PATENT_RIGHT' && !found.some((p) => p.parsed?.granted))
    return bad(
      'notGranted',
      { number: numbers },
      found.flatMap((p) => p.quotes),
    );
  if (content.type === 'TRANSFER_PATENT_APPLICATION' && found.some((p) => p.parsed?.granted))
    return bad(
      'alreadyGranted',
      { number: numbers },
      found.flatMap((p) => p.quotes),
    );
  return good('patent', { number: numbers });
}

/** Whether the content is what the type says (技术合同认定规则 Art 20, 25, 40; 司法解释 Art 22). */
export function typeCheck(content: ContractContent, clauses: readonly string[]): Finding {
  const text = [content.title, content.subject, content.ipOwnership].join('\n');
  if (/_PATENT/.test(content.type)) return patentCheck(content, clauses);
  if (content.type.endsWith('_SECRET'))
    return /工艺|配方|参数|规程|程序|图纸|方法|条件|菌株|细胞|序列|数据|秘密/u.test(content.subject)
      ? good('secret')
      : bad('secretNotDescribed');
  if (content.type.endsWith('_OTHER_IP'))
    return /著作权|软著|\d{4}SR\d{6,7}|布图设计|植物新品种|品种权/u.test(text) ? good('otherIp') : bad('otherIpNotNamed');
  if (civilClassOf(content.type) === 'DEV') return /归|共有|所有|享有/u.test(content.ipOwnership) ? good('owner') : bad('ownerUnclear');
  const moved = /(?:专利(?:申请)?权|软件著作权|技术秘密)[^。；，]{0,10}(?:转让|转移)/u.exec(content.subject);
  return moved ? bad('movesRights', {}, [{ field: 'subject', words: moved[0] }]) : good('noRights');
}

/** A licence does not outlast its patent (民法典 Art 865). */
export function termCheck(content: ContractContent, clauses: readonly string[]): Finding {
  const years = patentsIn(content, clauses).flatMap(({ parsed }) =>
    parsed ? [{ number: parsed.number, until: patentExpiryYear(parsed) }] : [],
  );
  if (content.type !== 'LICENSE_PATENT' || !years.length) return good('none');
  const first = years.reduce((a, b) => (b.until < a.until ? b : a));
  const params = { number: first.number, year: first.until };
  return content.endsOn && Number(content.endsOn.slice(0, 4)) > first.until ? bad('bad', params) : good('good', params);
}

/** A stretch of the contract's text. */
export type Span = { start: number; end: number };
export type Article = Span & { heading: string; bodyStart: number; body: string };

const numbered = /^[ \t　]*第[一二三四五六七八九十百零\d]+条[ \t　]*/u;
const listed = /^[ \t　]*[一二三四五六七八九十]+、[ \t　]*/u;

/** The lines with the places at which they begin. */
export function linesOf(text: string): (Span & { words: string })[] {
  let start = 0;
  return text.split('\n').map((words) => {
    const line = { start, end: start + words.length, words };
    start += words.length + 1;
    return line;
  });
}

/** The articles of a contract: 第一条 …, or 一、… where nothing is numbered so. What stands before the first one is not among them. */
export function articlesOf(text: string): Article[] {
  const lines = linesOf(text);
  const mark = lines.filter((l) => numbered.test(l.words)).length >= 3 ? numbered : listed;
  const heads = lines.filter((l) => mark.test(l.words));
  return heads.map((line, i) => {
    const rest = line.words.replace(mark, '');
    const heading = /^[^：:。，；]{0,24}/u.exec(rest)?.[0].trim() ?? '';
    const bodyStart = line.end - rest.length + heading.length;
    const end = heads[i + 1]?.start ?? text.length;
    return { start: line.start, end, heading, bodyStart, body: text.slice(bodyStart, end) };
  });
}

/** Sentences, and the items of a list; a comma does not end one. */
export function sentencesOf(text: string, from = 0): (Span & { words: string })[] {
  return [...text.matchAll(/[^。；！？\n]+/gu)].map((m) => ({ start: from + m.index, end: from + m.index + m[0].length, words: m[0] }));
}

/** What an article says, without blanks, dots and lines to be filled in; nothing left means that it is empty or 无. */
export function isNone(body: string): boolean {
  const rest = body.replace(/[\s：:。．._＿—\-/／、]/gu, '');
  return rest === '' || /^(?:无|暂无|略|空白?|此条无|本条无|（待填写）)$/u.test(rest);
}

const digits: Record<string, number> = { 零: 0, 〇: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const steps: Record<string, number> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };

/** An amount in capitals (捌拾陆万伍仟元整) in yuan; null when it is not one. Angles and cents are left out. */
export function capitalsToYuan(words: string): number | null {
  const tidy = words.replace(/[整正\s]|人民币/gu, '');
  if (!/^[零〇壹贰叁肆伍陆柒捌玖一二两三四五六七八九拾十佰百仟千万亿]+[元圆]/u.test(tidy)) return null;
  let [whole, part, digit] = [0, 0, 0];
  for (const sign of tidy) {
    if (sign === '元' || sign === '圆') break;
    if (sign in digits) digit = digits[sign] ?? 0;
    else if (sign in steps) {
      part += (digit || 1) * (steps[sign] ?? 1);
      digit = 0;
    } else {
      whole = sign === '亿' ? (whole + part + digit) * 100_000_000 : whole + (part + digit) * 10_000;
      [part, digit] = [0, 0];
    }
  }
  return whole + part + digit;
}

/** The days that a text names (2026年3月2日, 2026-03-02), as YYYY-MM-DD. */
export function daysIn(text: string): string[] {
  return [...text.matchAll(/((?:19|20)\d{2})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})/gu)].map(
    ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}

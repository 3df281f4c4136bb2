/** Characters that PDF files use for radicals instead of the characters that look the same. */
const radicals = /[\u2e80-\u2fdf]/g;
const pageNumber = /^\s*[-–—]?\s*\d{1,3}\s*[-–—]?\s*$/;
const sentenceEnd = /[。！？；;.!?：:]$/;
const heading = /^\s*(?:[一二三四五六七八九十]+[、.．]|\d+(?:\.\d+)*[、.．\s]|[（(][一二三四五六七八九十\d]+[)）]|(?:摘\s*要|关键词|关键字|引言|结论|成果|项目|学科|专利|完成人|发明人|作者|技术|联系)[^。]{0,10}[:：])/;
/** A line of at least this share of the usual length was broken by the page, not by its author. */
const fullShare = 0.85;
/** Narrower lines are headings and names in any document. */
const leastWidth = 24;
/** As wide as it is printed: a Chinese character takes twice the place of a letter. */
const widthOf = (line: string): number => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** The text of a document as its author wrote it: lines broken by the page are joined, blanks between Chinese characters and page numbers are gone. */
export function plainText(text: string): string {
  const lines = text
    .replace(radicals, (c) => c.normalize('NFKC'))
    .split('\n')
    .map((line) => line.replace(/(?<=[\p{Script=Han}，。；：、])[ \t]+(?=\p{Script=Han})/gu, '').trimEnd())
    .filter((line) => !pageNumber.test(line));
  const widths = lines.map(widthOf).filter((n) => n > 0).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const joined: string[] = [];
  let width = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    const isBroken = last !== undefined && width >= Math.max(leastWidth, usual * fullShare) && !sentenceEnd.test(last) && line.trim() !== '' && !heading.test(line);
    if (isBroken) joined[joined.length - 1] = last + (/[A-Za-z\d]$/.test(last) && /^[A-Za-z]/.test(line) ? ' ' : '') + line.trimStart();
    else joined.push(line);
    width = widthOf(line);
  }
  return joined.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

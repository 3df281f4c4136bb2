const places = ({ chain, seq, to }) => `${chain} ${seq}${to && to !== seq ? `–${to}` : ''}`;
/** What is wrong, in Chinese and English, by its code. */
export const sentences = {
  CHANGED: (f) => `${places(f)}：内容与散列值不符，已被改动 / changed: it does not match its hash`,
  MOVED: (f) => `${f.chain} ${f.seq}：实为第 ${f.to} 条，序号被改动 / renumbered: it is entry ${f.to}`,
  EXCHANGED: (f) => `${f.chain} ${f.seq} ↔ ${f.chain} ${f.to}：两条被对调 / these two were exchanged`,
  OUT_OF_ORDER: (f) => `${places(f)}：不在其位，次序被改动 / out of order`,
  REPLACED: (f) => `${places(f)}：不是下一条所承接的那一条，已被替换 / replaced: not the entry that the next one follows`,
  MISSING: (f) => `${places(f)}：缺失 / missing${f.day ? `（${f.day} 的日根记载到第 ${f.to} 条 / the root of that day counts ${f.to}）` : ''}`,
  REPEATED: (f) => `${places(f)}：重复 / repeated`,
  BACKDATED: (f) => `${places(f)}：时间早于前一条 / earlier than the entry before it`,
  REWRITTEN: (f) => `${places(f)}：与先前的导出文件不同 / differs from the earlier export`,
  HEAD_DIFFERS: (f) => `${places(f)}：与文件末行记载的链尾不符 / not the end of its chain as the last line states it`,
  COUNT_DIFFERS: () => '条目数与文件末行不符 / the counts of the last line are wrong',
  CUT_OFF: (f) => `文件不完整，缺少末行${f.chain ? `，最后一条是 ${places(f)}` : ''} / the file is cut off, its last line is missing${f.chain ? `, it ends with entry ${places(f)}` : ''}`,
  UNREADABLE: (f) => `第 ${f.line} 行：不是规定的写法 / line ${f.line}: not in the defined form`,
  ROOT_CHANGED: (f) => `${f.day}：日根与其内容不符 / root: does not match its content`,
  ROOT_MISSING: (f) => `${f.day}：缺少日根 / root: missing`,
  ROOT_BROKEN: (f) => `${f.day}：日根不是次日所承接的那一个，已被替换 / root: replaced, the next day does not follow it`,
  ROOT_DIFFERS: (f) => `${f.day}：日根与当日条目不符 / root: does not match the entries`,
  ROOT_REWRITTEN: (f) => `${f.day}：与您记下的日根不同 / root: not the one that you wrote down`,
};

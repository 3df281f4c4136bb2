import { fold, wordsOf } from '@jihui/matching';

const most = 8;
/** Words of every disclosure: they name nothing. */
const usual = new Set(['成果', '技术', '方法', '研究', '项目', '提供', '进行', '采用', '实现', '提高', '降低', '应用', '完成', '公司', '问题', '目前', '达到', '具有', '过程', '试用', '一种', '本发明', '专利', '专利号']);

/** The words that stand out in a text, the most telling first: often used and long, none inside another. */
export function standingWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(fold(text))) if (!usual.has(word) && !/^[\d.]+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].map(([word, count]) => ({ word, weight: count * Math.sqrt(word.length - 1) })).sort((a, b) => b.weight - a.weight);
  const chosen: string[] = [];
  for (const { word, weight } of ranked) {
    if (chosen.length === most || weight < 2) break;
    if (!chosen.some((c) => c.includes(word) || word.includes(c))) chosen.push(word);
  }
  return chosen;
}

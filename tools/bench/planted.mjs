import path from 'node:path';
import { readLines } from '../matching/data.mjs';
import { seeded } from '../matching/measures.mjs';

const shortest = 80;
const sentences = (text) => text.match(/[^。．.！!；;\n]+(?:[。！!；;\n]|[．.](?!\d))?/g)?.map((s) => s.trim()).filter(Boolean) ?? [];

/**
 * So many items of real text: every paper, every demand and every title of an achievement; the rest are abstracts, the longest of them cut
 * between sentences into two or three until there are enough. The parts of one abstract are of one subject and share no sentence.
 */
export function corpus(dir, count) {
  const papers = readLines(dir, 'papers.jsonl').map((p) => ({ id: p.id, title: p.title, text: p.abstract, keywords: p.keywords }));
  const demands = readLines(path.join(dir, 'matching'), 'demands.jsonl').map((d) => ({ id: d.id, title: d.title, text: d.text ?? '', keywords: [] }));
  const titles = readLines(path.join(dir, 'matching'), 'achievements.jsonl').map((a) => ({ id: a.id, title: a.title, text: '', keywords: [] }));
  const whole = [...papers, ...demands, ...titles];
  const abstracts = readLines(dir, 'background.jsonl').map((b) => ({ id: b.id, parts: sentences(b.abstract) }));
  const wanted = count - whole.length - abstracts.length;
  const cut = new Map(abstracts.map((a) => [a.id, 1]));
  const byLength = [...abstracts].sort((a, b) => b.parts.join('').length - a.parts.join('').length);
  let left = wanted;
  for (const most of [2, 3, 4, 5]) {
    for (const { id, parts } of byLength) {
      if (left <= 0) break;
      if (parts.length < most || cut.get(id) !== most - 1) continue;
      cut.set(id, most);
      left -= 1;
    }
  }
  const pieces = abstracts.flatMap(({ id, parts }) => {
    const n = cut.get(id) ?? 1;
    return Array.from({ length: n }, (_, i) => {
      const text = parts.slice(Math.floor((i * parts.length) / n), Math.floor(((i + 1) * parts.length) / n)).join('');
      return { id: `${id}.${i}`, title: text.slice(0, 24), text, keywords: [] };
    });
  });
  return [...whole, ...pieces].slice(0, count);
}

const phrases = [
  ['采用', '使用'], ['利用', '借助'], ['结果表明', '实验显示'], ['研究了', '考察了'], ['提出了', '给出了'], ['提出', '给出'], ['分析了', '讨论了'],
  ['针对', '围绕'], ['通过', '经由'], ['为了', '为'], ['具有', '拥有'], ['进行了', '开展了'], ['进行', '开展'], ['并且', '而且'], ['因此', '所以'],
  ['问题', '难题'], ['方法', '办法'], ['影响', '作用'], ['提高', '提升'], ['降低', '减少'], ['建立了', '构建了'], ['建立', '构建'], ['验证了', '证实了'],
  ['目前', '现阶段'], ['主要', '着重'], ['基于', '依据'], ['实现了', '达成了'], ['能够', '可以'], ['有效', '切实'], ['显著', '明显'], ['需求', '需要'],
  ['本文', '文章'], ['技术', '工艺'], ['设计了', '研制了'], ['表明', '说明'], ['重要', '关键'], ['不同', '各种'], ['研究', '探究'], ['分析', '剖析'],
];
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Other phrases of the same meaning, clauses in another order, a connecting clause left out: as one writes a text again. */
function rewritten(text, random) {
  return sentences(text)
    .map((sentence) => {
      let said = sentence;
      for (const [from, to] of phrases) if (random() < 0.8) said = said.replaceAll(from, to);
      const end = /[。；;.!！]$/.exec(said)?.[0] ?? '';
      const clauses = said.slice(0, said.length - end.length).split(/[，,]/);
      if (clauses.length > 2 && random() < 0.6) clauses.push(...clauses.splice(0, 1));
      if (clauses.length > 3 && random() < 0.3) clauses.splice(Math.floor(random() * clauses.length), 1);
      return clauses.join('，') + end;
    })
    .join('');
}

function shuffled(list, random) {
  const rest = [...list];
  for (let i = rest.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [rest[i], rest[j]] = [rest[j], rest[i]];
  }
  return rest;
}

/** Sentences in another order, and within each the clauses. */
const swapped = (text, random) =>
  shuffled(sentences(text), random).map((sentence) => shuffled(sentence.split(/[，,]/), random).join('，')).join('');

/** Every fifth word is another one of the corpus: the worst that a change of words can do. */
function changed(text, random, vocabulary) {
  const tokens = [...words.segment(text)];
  return tokens.map(({ segment, isWordLike }) => (isWordLike && random() < 0.2 ? vocabulary[Math.floor(random() * vocabulary.length)] : segment)).join('');
}

const ways = {
  rewritten: (item, random) => ({ title: rewritten(item.title, random), text: rewritten(item.text, random) }),
  swapped: (item, random) => ({ title: item.title, text: swapped(item.text, random) }),
  changed: (item, random, v) => ({ title: changed(item.title, random, v), text: changed(item.text, random, v) }),
  'all three': (item, random, v) => ({ title: changed(item.title, random, v), text: changed(swapped(rewritten(item.text, random), random), random, v) }),
};

/** Near-duplicates of so many different items of one half (0 or 1), a quarter in each way; `of` is the place of the original. */
export function plant(items, count, seed, half) {
  const random = seeded(seed);
  const vocabulary = items.slice(0, 3000).flatMap((i) => [...words.segment(i.text)].filter((w) => w.isWordLike).map((w) => w.segment));
  const originals = shuffled(items.flatMap((item, i) => (i % 2 === half && item.text.length >= shortest ? [i] : [])), random).slice(0, count);
  const names = Object.keys(ways);
  return originals.map((of, i) => {
    const way = names[i % names.length];
    return { of, way, ...ways[way](items[of], random, vocabulary) };
  });
}

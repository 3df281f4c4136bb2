import { TfIdf } from '@node-rs/jieba';
import { idf } from '@node-rs/jieba/dict.js';
import { segmenter } from './segmenter.js';

const most = 8;
const looked = 60;
/** Words of every disclosure: they name nothing. */
const usual = new Set(
  '成果 技术 方法 研究 项目 提供 进行 采用 实现 提高 降低 应用 完成 公司 问题 目前 达到 具有 过程 试用 一种 本发明 专利 发明专利 专利号 制备 制造 材料 产品 系统 装置 设备 工艺 性能 良品率 合格率 成本 效率 中试 小试 样机 样品 用户 检测 第三方 授权 新品种 对照 增产 针对 瓶颈 低于 高于 以上 以下 指标 参数'.split(' '),
);
const hasHan = /\p{Script=Han}/u;
const name = /^[a-z][a-z0-9-]*$/i;

let loaded: TfIdf | undefined;

/**
 * The words that stand out in a text, the most telling first, at most eight, none inside another: by how often they stand there and how rare they are
 * in Chinese at large (the table that ships with the segmenter: a third of a second and 23 MB at first use). Numbers, units and codes are no words.
 */
export function standingWords(text: string): string[] {
  loaded ??= TfIdf.withDict(idf);
  const chosen: string[] = [];
  for (const { keyword } of loaded.extractKeywords(segmenter(), text, looked)) {
    if (chosen.length === most) break;
    if (usual.has(keyword) || keyword.length < 2 || (!hasHan.test(keyword) && !isName(keyword, text))) continue;
    if (!chosen.some((c) => c.includes(keyword) || keyword.includes(c))) chosen.push(keyword);
  }
  return chosen;
}

/** CBN, GaN, Fhb1: neither a unit, which stands behind a figure or a slash, nor the number of something. */
const isName = (word: string, text: string): boolean => name.test(word) && !/\d{3}/.test(word) && !new RegExp(`[\\d.⁰¹²³⁴-⁹%×/]\\s?${word}(?![a-z])`, 'i').test(text);

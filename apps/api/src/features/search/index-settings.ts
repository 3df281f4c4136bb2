import type { Settings } from 'meilisearch';
import { partnersOf } from '@jihui/domain';
import { sha256 } from '../../platform/sha256.js';
import type { DictionaryEdition } from '../dictionary/dictionary-edition.entity.js';
import { makerVersion } from './search-document.js';

/** The index of published achievements and demands. */
export const items = 'items';

/** Words of the region's industries that the segmenter would cut: 石墨烯 is else 石墨 + 烯. */
const domainWords = `
石墨烯 立方氮化硼 聚晶金刚石 金刚石 氮化硼 氮化镓 碳化硅 碳纳米管 氧化石墨烯 二硫化钼 硬质合金 复合片 超硬材料 刀具
热沉 镁合金 铝合金 钛合金 高熵合金 耐火材料 浇注料 镁碳砖 气凝胶 相变材料 聚酰亚胺 聚氨酯 聚乳酸 碳纤维
锂离子电池 磷酸铁锂 固态电池 燃料电池 质子交换膜 超级电容器 双极板 隔膜 光伏 储能
传感器 压电 气敏 霍尔 惯性导航 激光雷达 机器视觉 数字孪生 边缘计算 知识图谱 大模型
预制菜 益生菌 酵母 速冻 冬小麦 中草药 艾草 四大怀药 怀山药 怀地黄 分子标记 抗病育种
微流控 外泌体 单克隆抗体 核酸检测 支架 骨科植入物
盾构 数控机床 增材制造 减速器 轴承 液压支架 无人机 自动驾驶 智能网联 线控制动
挥发性有机物 催化燃烧 脱硝 膜分离 污泥 危险废物 碳捕集 余热回收
`;

const settings: Settings = {
  searchableAttributes: ['title', 'keywords', 'codes', 'spelling', 'unit', 'text', 'sounds'],
  displayedAttributes: ['*'],
  filterableAttributes: ['id', 'kind', 'techField', 'chain', 'regions', 'trl', 'transferModes', 'priceBand', 'organisationId', 'pending', 'price', 'publishedAt'],
  sortableAttributes: ['publishedAt', 'price', 'trl'],
  // A chosen order is kept strictly; without one the best fit comes first, and of equals the newest.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  // Distances between words cost half of the indexing; TitleSearch knows better which words stand together in a title.
  proximityPrecision: 'byAttribute',
  // A number is right or wrong, and pinyin with a slip is another word.
  typoTolerance: { enabled: true, disableOnNumbers: true, disableOnAttributes: ['codes', 'spelling', 'sounds'] },
  pagination: { maxTotalHits: 200_000 },
  facetSearch: false,
  faceting: { maxValuesPerFacet: 2000, sortFacetValuesBy: { '*': 'count' } },
};

type Edition = Pick<DictionaryEdition, 'number' | 'groups'>;

/** Changes with everything that decides what the index holds, the dictionary apart. */
const codeMark = `jihui${sha256(JSON.stringify([settings, domainWords, makerVersion])).slice(0, 16)}`;
const editionMark = (edition: Edition): string => `jihuiedition${edition.number}`;

/** How an index stands to what it should be: as it should, with another edition of the dictionary, or made otherwise altogether. */
export type IndexState = 'CURRENT' | 'OTHER_EDITION' | 'OTHER';

// The marks are words of the dictionary and synonyms of nothing: so they are stored with the index, travel with a swap and are lost with it.
// That of the edition stands among the synonyms, since Meilisearch reads every document again when a word of the dictionary changes.
export function stateOf(segmented: readonly string[], synonyms: Record<string, string[]>, edition: Edition): IndexState {
  if (!segmented.includes(codeMark)) return 'OTHER';
  return editionMark(edition) in synonyms ? 'CURRENT' : 'OTHER_EDITION';
}

/** What follows from the dictionary: synonyms, and longer words that the segmenter must not cut. */
export function editionSettings(edition: Edition): Settings {
  const synonyms = Object.fromEntries(partnersOf(edition.groups));
  return {
    synonyms: { ...synonyms, [editionMark(edition)]: [codeMark] },
    dictionary: [...segmentedWords(edition.groups), codeMark],
  };
}

/** The words that are never cut: those of the region's industries and those of the dictionary from three characters on. */
export function segmentedWords(groups: Edition['groups']): string[] {
  const words = groups.flatMap((group) => group.words).filter((word) => word.length > 2);
  return [...new Set([...domainWords.trim().split(/\s+/), ...words])].sort();
}

export const settingsFor = (edition: Edition): Settings => ({ ...settings, ...editionSettings(edition) });

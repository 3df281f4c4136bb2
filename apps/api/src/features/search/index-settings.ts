import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { makerVersion } from './search-document.js';
import { synonyms } from './synonyms.js';

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

/** What words are looked for in; the sounds of titles only TitleSearch asks for. */
export const searchedAttributes = ['title', 'keywords', 'codes', 'spelling', 'unit', 'text'];

const settings: Settings = {
  searchableAttributes: [...searchedAttributes, 'sounds'],
  displayedAttributes: ['*'],
  filterableAttributes: ['id', 'kind', 'techField', 'chain', 'regions', 'trl', 'transferModes', 'priceBand', 'organisationId', 'pending'],
  sortableAttributes: ['publishedAt', 'price', 'trl'],
  // A chosen order is kept strictly; without one the best fit comes first, and of equals the newest.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'publishedAt:desc'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  synonyms,
  // A number is right or wrong, and pinyin with a slip is another word.
  typoTolerance: { enabled: true, disableOnNumbers: true, disableOnAttributes: ['codes', 'spelling', 'sounds'] },
  pagination: { maxTotalHits: 200_000 },
  facetSearch: false,
  faceting: { maxValuesPerFacet: 2000, sortFacetValuesBy: { '*': 'count' } },
};
const dictionary = [...new Set([...domainWords.trim().split(/\s+/), ...Object.keys(synonyms).filter((word) => word.length > 2)])].sort();

/** Changes with everything that decides what the index holds. */
export const settingsMark = `jihui${createHash('sha256').update(JSON.stringify([settings, dictionary, makerVersion])).digest('hex').slice(0, 16)}`;

// The mark is a word of the dictionary: so it is stored with the index, travels with a swap and is lost with it.
export const itemSettings: Settings = { ...settings, dictionary: [...dictionary, settingsMark] };

import type { DemandContent } from './rules.js';

export const clarityPoints = [
  'problem',
  'indicators',
  'currentState',
  'testMethod',
  'deliverable',
  'budget',
  'deadline',
  'acceptance',
  'exclusions',
  'field',
  'keywords',
] as const;
export type ClarityPoint = (typeof clarityPoints)[number];
type TextField = 'problem' | 'currentState' | 'acceptance';

/** How a point is answered: by a field of its own, by words in the texts, or by indicators read from them. All of it is data: who disagrees changes a line. */
export type ClarityRule = {
  point: ClarityPoint;
  /** Of a hundred. */
  weight: number;
  /** The field that answers it, with the least number of characters (or entries). */
  field: { name: keyof DemandContent; least: number };
  /** Words that answer it anywhere in the texts, and how many different ones are a whole answer. */
  words?: { pattern: RegExp; enough: number; share: number };
  /** Where in the texts the words are looked for; all of them if not given. */
  within?: readonly TextField[];
};

export const clarityRules: readonly ClarityRule[] = [
  // What it is about and what is wrong: half for saying enough, half for naming a difficulty.
  {
    point: 'problem',
    weight: 24,
    field: { name: 'problem', least: 80 },
    words: { pattern: /问题|难题|难点|缺陷|不足|不良|导致|造成|无法|不能|难以|缺乏|偏[低高大]|太[低高]|[较过][低高大差]|效果差|成本高|失效|断裂|开裂|磨损|腐蚀|泄漏|污染|残留|异常|频繁|崩|堵塞|不稳|不均|不准/g, enough: 3, share: 0.5 },
    within: ['problem'],
  },
  // What it has to reach; a figure is worth four times a wish.
  {
    point: 'indicators',
    weight: 26,
    field: { name: 'indicators', least: 1 },
    words: { pattern: /要求|目标|达到|实现|满足|需要?(?:具有|具备|满足|达)|应(?:具有|具备|满足|达)|提高|提升|降低|减少|缩短|不低于|不高于|不超过|以上|以内|零排放|零填埋|环保|无害/g, enough: 4, share: 0.25 },
  },
  { point: 'currentState', weight: 12, field: { name: 'currentState', least: 10 }, words: { pattern: /目前|现有|现在|现阶段|已经|已有|已(?:完成|研制|开展|购买|建立|应用|进行)|原来|原有|当前|现状|尝试|试过/g, enough: 3, share: 1 } },
  { point: 'testMethod', weight: 7, field: { name: 'acceptance', least: 20 }, words: { pattern: /测试|试验|检测|实验|验证|测量|标定|GB\/?T|ISO|ASTM|行业标准|国家标准|标准要求|质量标准|对标/g, enough: 3, share: 1 } },
  {
    point: 'deliverable',
    weight: 8,
    field: { name: 'deliverables', least: 4 },
    words: { pattern: /样机|样品|样件|小样|原型|装置|设备|系统|软件|平台|图纸|报告|配方|工艺包|数据库|算法|模型|专利|生产线|整机|模块|功能[:：]|结构|方案|规程|技术标准/g, enough: 4, share: 1 },
  },
  { point: 'budget', weight: 6, field: { name: 'budgetMax', least: 1 }, words: { pattern: /(?:预算|经费|资金|投入|投资|出资|费用)[^。；]{0,12}\d/g, enough: 1, share: 1 } },
  { point: 'deadline', weight: 4, field: { name: 'deadline', least: 1 }, words: { pattern: /\d\s*(?:个月|年|天)(?:之?内|以内)|20\d\d年\d{0,2}月?(?:前|底前|之前)|生效后\d+/g, enough: 1, share: 1 } },
  { point: 'acceptance', weight: 5, field: { name: 'acceptance', least: 5 }, words: { pattern: /验收|鉴定|合格率|评价标准|连续\d|小批量|试用|第三方检/g, enough: 1, share: 1 } },
  { point: 'exclusions', weight: 3, field: { name: 'exclusions', least: 4 }, words: { pattern: /不接受|不考虑|不采用|不能再用|不得|不含|禁止|严禁|除[^。]{1,12}外|不改变|不开模|非基因|无需|不(?:降低|提高|增加)(?=[，。；]|$)/g, enough: 1, share: 1 } },
  { point: 'field', weight: 2, field: { name: 'techField', least: 1 } },
  { point: 'keywords', weight: 3, field: { name: 'keywords', least: 2 } },
];

/** What tells a researcher nothing about the problem: sentences of the firm's own praise, and clauses that fit any demand. */
export const fillerRules = {
  PROFILE: /注册资[金本]|成立(?:于|以来)|始建于|占地|高新技术企业|技术中心为|依托单位|荣获|获得[^。]{0,20}(?:奖|称号|认证|认定)|科技进步奖|授权[^。]{0,8}专利|员工\d|技术人员\d|职称|现有员工|厂房\d|固定资产|销售收入|年产值|利税|公司简介|(?:公司|企业)(?:是|为)[^。]{0,30}(?:企业|公司)|质量体系认证|院士工作站|重点学科|发表[^。]{0,14}(?:论文|文章)|团队(?:依托|主要|拟)|专家团队/,
  PHRASE: /填补[^。]{0,8}空白|国际(?:领先|先进)水平|国内领先|重要(?:的)?(?:现实)?意义|前景(?:十分|非常)?(?:广阔|良好)|社会效益|经济效益显著|坚实的基础|产业升级|做出[^。]{0,6}贡献|走向世界|跨入世界|十四五|战略性新兴|变废为宝/,
} as const;
export type FillerKind = keyof typeof fillerRules;

import { relevanceRule, type BidderCondition, type ConditionVerdict, type Relevance } from '@jihui/domain';

const relevance: Record<Relevance, string> = { HIGH: '相关度高', MEDIUM: '相关度中' };
const verdict: Record<ConditionVerdict, string> = { MET: '满足', FAILED: '不满足', TO_DECLARE: '须申报', TO_CHECK: '须核对' };
const condition: Record<BidderCondition, string> = {
  VERIFIED: '已认证单位',
  NOT_BARRED: '不在失信名单',
  NO_CONFLICT: '与发榜方无利益冲突',
  CONSORTIUM: '须组成联合体',
  OWN_WORDS: '榜单写明的揭榜方条件',
};
const failed: Record<BidderCondition, string> = {
  VERIFIED: '未通过认证',
  NOT_BARRED: '在失信名单期内',
  NO_CONFLICT: '与发榜方有利益冲突',
  CONSORTIUM: '未组成联合体',
  OWN_WORDS: '不符合榜单条件',
};

/** 专家、经理人、揭榜方的建议。 */
export const peopleMatches = {
  relevance,
  verdict,
  condition,
  failed,
  conditions: '揭榜条件',
  shared: '都写到',
  sameField: '同一技术领域',
  through: '依据{{titles}}',
  rule: `相关度按规则分档，不是概率：还没有人为这类配对评过级，无从校准。从需求方文字取权重最高的 8 个关键词，对方本人资料或其中一项公开成果写到 ${relevanceRule.high} 个（同一技术领域 ${relevanceRule.highInField} 个）为高，${relevanceRule.medium} 个（同一技术领域，且双方标题或关键词都有的，${relevanceRule.mediumInField} 个）为中，再少不列出；超过 ${relevanceRule.commonFrom * 100}% 的公开文字都有的词（如“系统”“检测”）不计，只有领域相同不算。`,
  ruleOfBrokers: '技术经理人不比对技术词：服务领域包含此需求的领域为中，并有已登记合同案例的为高。',
  choices: '筛选条件',
  choice: { ROLE: '身份', REGION: '地区', FIELD: '技术领域', UNIT_KIND: '单位类型', CASES: '案例' },
  any: { FIELD: '全部领域', UNIT_KIND: '全部单位类型' },
  cost: {
    left: '符合条件 {{count}} 个，共 {{all}} 个',
    some: '“{{name}} {{value}}”排除了 {{excluded}} 个',
    someStrong: '“{{name}} {{value}}”排除了 {{excluded}} 个，其中 {{strong}} 个相关度高',
    none: '“{{name}} {{value}}”没有排除任何一个',
    unknown: '另有 {{count}} 个未公开此项，仍列出',
    without: '去掉此条件，多看 {{count}} 个',
  },
  people: '可以帮忙的专家与技术经理人',
  ofAll: '列出 {{count}} 人，相关 {{all}} 人',
  nobody: '暂无公开资料与此需求相关的专家或技术经理人。',
  noneLeft: '没有符合条件的人，可放宽上面的条件。',
  allPeople: '查看人才库',
  bidders: '可能的揭榜方',
  biddersHint: '按公开的成果和专家资料比对，可主动告知；是否揭榜、谁已申报，与此处无关，本页不反映。',
  noBidders: '没有达到列出程度的。可在榜单中补充背景、指标名称和关键词。',
  tab: { units: '单位 {{count}}', experts: '专家 {{count}}', achievements: '成果 {{count}}' },
  leftOut: '另有 {{count}} 家相关单位不符合揭榜条件，未列入。',
  forUnit: '适合我单位的榜单',
  compared: '按本单位 {{count}} 项公开成果比对',
  noChallenges: '本单位的 {{count}} 项公开成果与正在揭榜的榜单均不够相关。',
  nothingPublished: '本单位还没有公开的成果，发布后按成果内容推荐榜单。',
  barred: '本单位在失信名单期内，{{day}} 前不能揭榜。',
  closes: '{{moment}} 截止',
} as const;

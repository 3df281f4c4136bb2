import type { IndustryChain, PriceMode, TechField, TransferMode } from '../codes.js';

type Words<C extends string> = Record<C, readonly [string, ...string[]]>;

/** The Chinese words of the code lists as spreadsheets carry them: the first is ours and goes into exports, the others are read too. */
export const techFieldWords: Words<TechField> = {
  ELECTRONICS_INFO: ['电子信息', '电子信息技术', '新一代信息技术', '信息技术', '信息通信', '软件和信息技术', '人工智能', '集成电路'],
  AEROSPACE: ['航空航天', '航空航天技术', '航空', '航天'],
  ADVANCED_MANUFACTURING: [
    '先进制造',
    '先进制造与自动化',
    '先进制造技术',
    '智能制造',
    '高端装备',
    '高端装备制造',
    '装备制造',
    '机械制造',
    '自动化',
  ],
  BIOMEDICINE: [
    '生物医药和医疗器械',
    '生物医药',
    '生物医药与医疗器械',
    '生物与新医药',
    '医药卫生',
    '医疗器械',
    '生物技术',
    '生物',
    '医药',
    '大健康',
  ],
  NEW_MATERIALS: ['新材料及其应用', '新材料', '新型材料', '材料', '化工新材料', '超硬材料'],
  NEW_ENERGY: ['新能源与高效节能', '新能源', '新能源与节能', '高效节能', '能源', '节能', '储能'],
  ENVIRONMENT: [
    '环境保护与资源综合利用',
    '环境保护与资源综合利用技术',
    '环境保护',
    '节能环保',
    '资源与环境',
    '环保',
    '资源综合利用',
    '资源环境',
  ],
  NUCLEAR: ['核应用', '核应用技术', '核技术'],
  AGRICULTURE: ['农业', '农业技术', '现代农业', '农林牧渔', '农业与食品', '食品'],
  MODERN_TRANSPORT: ['现代交通', '交通运输', '交通', '轨道交通', '新能源汽车', '汽车'],
  URBAN_SOCIAL: ['城市建设与社会发展', '城市建设', '社会发展', '土木建筑', '建筑', '公共安全', '现代服务业', '文化创意'],
};

export const chainWords: Words<IndustryChain> = {
  SUPERHARD: ['超硬材料', '金刚石'],
  SENSOR: ['智能传感器', '传感器', '智能传感'],
  NEV: ['新能源汽车', '智能网联汽车', '新能源及智能网联汽车'],
  REFRACTORY: ['耐火材料', '新型耐火材料'],
  FOOD: ['现代食品', '食品', '绿色食品', '休闲食品', '冷链食品'],
  CHEMICAL: ['现代化工与新材料', '现代化工', '化工', '化工新材料', '尼龙新材料'],
  MAGNESIUM: ['镁基新材料', '镁合金'],
  ALUMINIUM: ['铝精深加工', '铝加工', '铝基新材料'],
  AI: ['人工智能'],
  COMPUTING: ['先进计算与大数据', '先进计算', '大数据', '算力'],
  BREEDING: ['生物育种', '种业', '育种'],
  BIOPHARMA: ['生物医药', '创新药'],
  TCM: ['中医药', '中药'],
  MEDICAL_DEVICE: ['医疗器械', '高端医疗器械'],
  EQUIPMENT: ['高端装备', '装备制造', '现代农机', '工业母机', '轴承'],
  AUTO_ELECTRONICS: ['汽车电子电器', '汽车电子'],
  ENERGY_STORAGE: ['新能源与储能', '储能', '新型储能', '新能源', '新型电力装备'],
  ENVIRONMENTAL: ['节能环保', '节能环保装备', '环保'],
  CONSTRUCTION: ['绿色建筑', '绿色建材', '建筑'],
  TEXTILE: ['现代纺织', '纺织', '纺织服装'],
};

export const transferModeWords: Words<TransferMode> = {
  TRANSFER: ['转让', '技术转让', '专利转让', '专利权转让', '所有权转让', '一次性转让', '买断'],
  LICENSE_EXCLUSIVE: ['独占许可', '独占实施许可', '独家许可', '独占'],
  LICENSE_SOLE: ['排他许可', '排他实施许可', '排他'],
  LICENSE_NON_EXCLUSIVE: ['普通许可', '普通实施许可', '许可', '许可使用', '授权许可', '实施许可', '技术许可', '专利许可', '授权使用'],
  COOPERATE: ['合作转化', '合作', '合作开发', '联合开发', '技术合作', '产学研合作', '合作实施', '技术开发', '技术服务', '委托开发'],
  EQUITY: ['作价投资', '作价入股', '技术入股', '技术作价入股', '入股', '股权投资', '作价出资'],
  OPEN_LICENSE: ['专利开放许可', '开放许可'],
  USE_FIRST_PAY_LATER: ['先使用后付费', '先用后付', '先用后转', '先使用后付款'],
};

export const priceModeWords: Words<PriceMode> = {
  NEGOTIABLE: ['面议', '协议定价', '协商', '商议', '待定', '面谈', '双方协商'],
  FIXED: ['一口价', '固定价', '定价', '固定价格'],
  RANGE: ['区间价', '区间', '价格区间'],
};

/** 阶段 and everyday words for 技术成熟度 (GB/T 22900). 初期 is 1–4, 中期 5–6, 成熟应用 7–9 in the register of achievements; each takes its usual level here. */
export const trlWords: readonly (readonly [level: number, ...words: string[]])[] = [
  [1, '基础研究', '基本原理', '原理'],
  [2, '应用设想', '技术方案', '方案'],
  [3, '概念验证', '关键功能验证', '原理验证'],
  [4, '小试', '实验室样件', '实验室样机', '实验室验证', '实验室阶段', '实验室', '初期阶段', '初期', '研发阶段', '样品'],
  [5, '相关环境部件', '部件验证', '小试完成'],
  [6, '中试', '相关环境样机', '样机', '工程样机', '中试阶段', '中期阶段', '中期', '试验示范'],
  [7, '使用环境样机', '示范应用', '工程示范', '用户试用', '试用', '中试完成', '示范'],
  [8, '小批量生产', '小批量', '小批', '定型', '产品定型', '试生产', '成熟应用', '成熟'],
  [9, '批产应用', '批量生产', '批产', '量产', '产业化', '规模化应用', '规模化生产', '已应用', '推广应用', '已产业化', '大规模应用'],
];

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s（）()【】[\]"'“”]/g, '')
    .replace(/(技术)?(领域|行业|产业链|产业|阶段|方式)$/, '');

/** The code that the word stands for: itself or a synonym of it, else the one whose longest synonym the text holds; null if none does. */
export function codeOfWord<C extends string>(words: Words<C>, text: string): C | null {
  const wanted = fold(text);
  if (!wanted) return null;
  const entries = Object.entries(words) as [C, readonly string[]][];
  const exact = entries.find(([code, list]) => code === text.trim().toUpperCase() || list.some((w) => fold(w) === wanted));
  if (exact) return exact[0];
  let best: { code: C; length: number } | null = null;
  for (const [code, list] of entries)
    for (const word of list) if (word.length > (best?.length ?? 1) && wanted.includes(fold(word))) best = { code, length: word.length };
  return best?.code ?? null;
}

/** The level that a word for the stage stands for, the longest word that fits; null if none does. */
export function trlOfWord(text: string): number | null {
  const wanted = fold(text);
  let best: { level: number; length: number } | null = null;
  for (const [level, ...words] of trlWords)
    for (const word of words) if (word.length > (best?.length ?? 1) && wanted.includes(fold(word))) best = { level, length: word.length };
  return best?.level ?? null;
}

// Function words of folded text: they join other words and name nothing.
const FUNCTION_WORDS = `
一个 一些 一种 一定 一般 一系列 不仅 不同 不足 不断 不能 与其 为了 主要 也是 之一 之间 了解 从而 他们 以上 以下
以及 以便 以来 仍然 任何 但是 使其 使得 例如 依靠 依托 借助 其中 其他 具备 具有 具体 几乎 分别 利用 别的 包括
即可 却是 及其 及时 只有 可以 可能 各个 各种 各类 各项 同时 后来 否则 哪些 因为 因此 围绕 在于 基于 基本 多个
多种 大大 大量 大幅 如下 如何 如果 存在 它们 完全 完善 对于 对应 尤其 就是 尽可能 尽管 属于 已有 已经 带来 并且
并对 应当 应该 当前 形成 很多 必须 总之 成为 我们 我国 或者 所有 所以 才能 拥有 按照 提供 提出 提高 提升 支持
整个 无法 既有 日益 时候 是否 是指 最终 有关 有效 有利 有利于 未来 本身 来自 极大 根据 正在 此外 比较 比如 没有
注意 涉及 然后 然而 特别 特别是 现在 现有 由于 目前 直接 相关 相应 看到 着手 确保 等等 等方面 结合 能否 能够
自己 至少 若干 虽然 要求 认为 该类 设有 许多 达到 较为 较大 较高 较好 过程 过程中 还是 这个 这些 这样 这种
进一步 进行 通过 造成 那么 部分 采用 采取 针对 除了 随着 需要 非常 面临 首先 其次
`;

// What almost every demand, and every project, says of itself whatever its field.
const BOILERPLATE = `
技术 需求 研究 研制 研发 开发 解决 难题 问题 瓶颈 攻关 突破 企业 公司 我司 我公司 本公司 有限公司 有限责任
责任公司 股份 集团 项目 课题 内容 目标 预期 预期目标 工作 基础 现状 背景 意义 关键 关键技术 核心 核心技术 共性
先进 创新 改进 优化 改造 升级 应用 实现 成果 转化 产业化 产业 示范 推广 推广应用 合作 合作方式 产学研 高校 院校
大学 科研 科研院所 研究院 研究所 单位 机构 专家 团队 人员 人才 员工 职工 引进 联系 联系人 电话 地址 邮箱 方案
方法 措施 建议 情况 条件 水平 能力 效果 效益 经济 经济效益 社会 社会效益 市场 行业 领域 国内 国外 国内外 国际
国家 全国 地区 河南 河南省 郑州 洛阳 中国 投资 投入 资金 经费 预算 预计 预算经费 万元 亿元 销售 收入 销售收入
利润 产值 年产 年产值 年度 成立 位于 注册 注册资本 资本 高新技术 高新技术企业 高新 省级 国家级 认定 认证 希望 寻求
寻找 急需 亟需 迫切 期望 要点 指标 考核 技术指标 技术难题 技术需求 技术开发 企业需求 主要参数 关于 建设 建立 开展
发展 推动 促进 满足 先后 目的 任务 重点 重大 良好 显著 专利 发明 发明专利 实用新型 知识产权 授权 申请 所属 简介
`;

/** Words that say nothing about the subject of a demand or an achievement; folded, simplified. */
export const stopWords: ReadonlySet<string> = new Set(`${FUNCTION_WORDS} ${BOILERPLATE}`.split(/\s+/).filter(Boolean));

/** Whether a word is a stop word, or two of them in one (开发技术, 研究方法). */
export function isStopWord(word: string): boolean {
  if (stopWords.has(word)) return true;
  return word.length === 4 && stopWords.has(word.slice(0, 2)) && stopWords.has(word.slice(2));
}

/** One-character words that end a phrase: no bigram crosses them. */
export const functionCharacters: ReadonlySet<string> = new Set('的了和与及在对为是等中将由于以之其');

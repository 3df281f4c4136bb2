import type { EmbedderFault, EmbedderKind } from '@jihui/domain';

const kind: Record<EmbedderKind, string> = { OPENAI: 'OpenAI 兼容接口', OLLAMA: 'Ollama' };
const fault: Record<EmbedderFault, string> = {
  UNREACHABLE: '连接不上',
  TOO_SLOW: '没有在时限内答复',
  REFUSED: '拒绝了请求（HTTP {{status}}）',
  NOT_UNDERSTOOD: '答复不是约定的格式',
  WRONG_DIMENSION: '向量的维数前后不一致',
};

/** 嵌入模型：可选的语义相似度。 */
export const embedder = {
  title: '嵌入模型',
  lead: '可选。由外部模型把公开文字变成向量，文字不同而意思相近的供需，可以由此多一个判断依据。默认关闭。',
  kind,
  fault,
  state: {
    title: '状态',
    off: '未启用',
    offText: '匹配只看文字。没有任何内容发往外部。',
    ok: '正常',
    limited: '暂不可用',
    limitedText: '{{fault}}。匹配按文字照常进行；第 {{count}} 次失败于 {{when}}。',
    rest: '{{when}} 之后自动再试',
    soon: '即将再试',
    seen: '已有向量 {{seen}} / {{all}} 条有效记录',
    without: '其中 {{count}} 条没有向量：不宜发出，或对方不接受这段文字',
    dimension: '{{count}} 维',
    answered: '最近一次答复 {{when}}',
    weighed: '使用中的匹配模型计入语义相似度。',
    notWeighed: '使用中的匹配模型没有用它拟合过，目前不计入任何得分。请运行 npm run match:train，并由两名审核员启用新模型。',
  },
  sent: {
    title: '发出什么，不发出什么',
    yes: '发出：已公开、有效的需求和成果的标题、正文或摘要、关键词，即访客在网页上看得到的文字，每段最多 2000 字；每段文字只发一次，结果存在本市场的数据库。',
    no: '不发出：草稿、待审和已撤回的内容，保密层内容和附件，未公开名称的需求方的名称，联系人，价格，意见和评级。',
    law: '发往境外或第三方的服务之前，请确认符合本单位的数据管理规定。内网部署的 Ollama 不出本单位。',
  },
  form: {
    title: '设置',
    isOn: '启用',
    kind: '接口',
    url: '网址',
    urlHint: { OPENAI: '以 /embeddings 结尾，例如 https://api.example.com/v1/embeddings', OLLAMA: '以 /api/embed 结尾，例如 http://localhost:11434/api/embed' },
    model: '模型',
    modelHint: '更换模型后，全部文字重新计算向量。',
    timeLimitMs: '时限（毫秒）',
    timeLimitHint: '一次请求最多 32 段文字。',
    key: '密钥',
    hasKey: '由环境变量 EMBEDDER_API_KEY 提供，已设置，会发给上面的网址。',
    noKey: '环境变量 EMBEDDER_API_KEY 未设置，请求不带密钥。',
    save: '保存',
    saved: '已保存',
    wrong: '请先改正以下各项',
  },
  trial: {
    button: '试一试',
    hint: '把一句固定的样例文字发到上面的网址，不保存结果。',
    right: '可以使用：{{dimension}} 维，用时 {{ms}} 毫秒',
    wrong: '不能使用：{{fault}}（用时 {{ms}} 毫秒）',
  },
  history: { title: '历次设置', none: '还没有设置过。', on: '启用', off: '关闭', line: '{{kind}} · {{model}} · {{url}} · 时限 {{ms}} 毫秒' },
} as const;

import { z } from 'zod';

export const complexityPoints = ['targets', 'regulated', 'fields', 'research', 'conflict', 'stakes', 'integration', 'unclear', 'tried', 'haste'] as const;
export type ComplexityPoint = (typeof complexityPoints)[number];

/** What is counted of a demand; `clarityLacking` is a hundred less its clarity, `monthsShort` how many months fewer than twelve are left. */
export type ComplexityFigure = 'targets' | 'fields' | 'budgetWan' | 'clarityLacking' | 'monthsShort';

/** How much a point adds: by different words in the texts, or by a figure that reaches `half` or `full`. All of it is data: who disagrees changes a line. */
export type ComplexityRule = { point: ComplexityPoint; /** Of a hundred. */ weight: number } & (
  | { words: RegExp; half: number; full: number }
  | { figure: ComplexityFigure; half: number; full: number }
);

export const complexityRules: readonly ComplexityRule[] = [
  // Every target more is one more thing that an offer has to meet at the same time.
  { point: 'targets', weight: 16, figure: 'targets', half: 4, full: 7 },
  // Licences, trials and lists of hazards take longer than the technology.
  { point: 'regulated', weight: 14, words: /注册证|临床|药品|GMP|医疗器械|新药|农药|兽药|饲料添加剂|食品添加剂|防爆|特种设备|压力容器|危险化学品|危化|易燃|易爆|放射|核级|适航|军工|军品|环评|危废|生物安全|转基因|网络安全等级/g, half: 1, full: 3 },
  { point: 'fields', weight: 12, figure: 'fields', half: 2, full: 3 },
  // Where nobody has an answer yet it is research, with all that a research contract needs.
  { point: 'research', weight: 12, words: /机理|机制|理论|基础研究|规律|原始创新|首台|首套|首创|空白|卡脖子|垄断|进口替代|国产化|自主可控|颠覆|前沿/g, half: 1, full: 3 },
  { point: 'conflict', weight: 10, words: /同时(?!代)|兼顾|既[^，。]{1,12}又|前提下|不影响|不降低|不增加|平衡|多目标|协同/g, half: 1, full: 3 },
  { point: 'stakes', weight: 10, figure: 'budgetWan', half: 100, full: 500 },
  { point: 'integration', weight: 10, words: /生产线|产线|整线|成套|系统集成|集成|联调|平台|信息化|数字化|改造|对接|多工序|全流程/g, half: 2, full: 4 },
  // Who cannot yet say what is needed is helped by somebody who asks.
  { point: 'unclear', weight: 6, figure: 'clarityLacking', half: 60, full: 80 },
  { point: 'tried', weight: 5, words: /试过|尝试|多次|仍然?|未能|没有解决|失败|反复|长期|效果不|不理想/g, half: 2, full: 4 },
  { point: 'haste', weight: 5, figure: 'monthsShort', half: 6, full: 9 },
];

/** 复杂度 → 路径: on one's own, with a hint that a broker may help, or to a broker. */
export const DemandRoute = z.enum(['SELF', 'HINT', 'BROKER']).meta({ id: 'DemandRoute' });
export type DemandRoute = z.infer<typeof DemandRoute>;

/** From which score on each route is advised. Of 208 real demands, which are plain texts without money or dates, one in thirteen gets a hint and one in a hundred goes to a broker. */
export const routeFrom: readonly { route: DemandRoute; score: number }[] = [
  { route: 'BROKER', score: 25 },
  { route: 'HINT', score: 14 },
  { route: 'SELF', score: 0 },
];

import type { AchievementDocument, DemandDocument } from './documents.js';

const SUBJECTS =
  '石墨烯 锂离子电池 隔膜 立方氮化硼 单晶 淬硬钢 刀片 透气砖 耐火材料 钛酸钡 陶瓷 电容器 玉米 种质资源 育种 红茶 萎凋 发酵 废水 重金属 ' +
  '吸附 催化剂 丙烯酰胺 变速箱 电驱动 悬架 阻尼 传感器 机器人 路面 渗透 海绵 遥感 水汽 监测 高压开关 抗震 仿真 PM2.5 CO2 激光 焊接 的 与 研究 技术 应用';
const subjects = SUBJECTS.split(' ');

/** A reproducible source of numbers in 0 … 1 for the specs of this library (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text of `count` random subjects, some apart, some run together, as in real titles. */
export function randomText(random: () => number, count: number): string {
  const pick = (): string => subjects[Math.floor(random() * subjects.length)] ?? '';
  return Array.from({ length: count }, () => pick() + (random() < 0.2 ? '，' : '')).join('');
}

export function randomDemand(random: () => number, id: string): DemandDocument {
  return { id, title: randomText(random, 3), text: randomText(random, 1 + Math.floor(random() * 12)) };
}

export function randomAchievement(random: () => number, id: string): AchievementDocument {
  const keywords = Array.from({ length: Math.floor(random() * 4) }, () => randomText(random, 1));
  return { id, title: randomText(random, 3), keywords, summary: random() < 0.3 ? null : randomText(random, 8) };
}

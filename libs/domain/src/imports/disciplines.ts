import type { TechField } from '../codes.js';

/** Disciplines (GB/T 13745 and the catalogue of degrees) that belong to one of the eleven fields beyond doubt; the others say nothing. */
const disciplinesOfField: Partial<Record<TechField, readonly string[]>> = {
  ELECTRONICS_INFO: ['计算机', '软件工程', '信息与通信', '电子科学', '集成电路', '网络空间安全', '光学工程', '智能科学'],
  AEROSPACE: ['航空宇航', '航空航天'],
  ADVANCED_MANUFACTURING: ['机械工程', '控制科学', '仪器科学', '材料加工'],
  BIOMEDICINE: ['医学', '药学', '中药', '护理', '生物医学工程', '针灸', '制药'],
  NEW_MATERIALS: ['材料科学', '超硬材料', '高分子', '冶金', '化学工程', '纺织'],
  NEW_ENERGY: ['动力工程', '电气工程', '新能源', '储能'],
  ENVIRONMENT: ['环境科学', '环境工程', '矿业工程', '石油与天然气'],
  NUCLEAR: ['核科学'],
  AGRICULTURE: ['作物', '园艺', '农业', '植物保护', '畜牧', '兽医', '林学', '林业', '水产', '草学', '食品科学', '茶学'],
  MODERN_TRANSPORT: ['交通运输', '车辆工程', '船舶'],
  URBAN_SOCIAL: ['土木', '建筑', '城乡规划', '测绘', '水利', '安全科学'],
};
// 农林经济管理 is management, 医学信息学 is neither.
const doubtful = /经济|管理|信息学|教育|史/;

/** The field of a discipline, or null where it says nothing about it. */
export function techFieldOfDiscipline(discipline: string): TechField | null {
  if (doubtful.test(discipline)) return null;
  for (const [field, names] of Object.entries(disciplinesOfField) as [TechField, readonly string[]][])
    if (names.some((n) => discipline.includes(n))) return field;
  return null;
}

/** The discipline that a text names most often; null if it names none. */
export function disciplineIn(text: string): string | null {
  let best: { name: string; count: number } | null = null;
  for (const name of Object.values(disciplinesOfField).flat()) {
    const count = name.length > 2 ? text.split(name).length - 1 : 0;
    if (count > (best?.count ?? 0)) best = { name, count };
  }
  return best?.name ?? null;
}

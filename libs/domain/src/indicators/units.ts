/** A unit: what it measures, how many of the dimension's base unit it is, and how people write it. A temperature also has a zero of its own. */
export type Unit = { symbol: string; dimension: string; factor: number; zero?: number };
type Row = readonly [symbol: string, factor: number, spellings: string];

/** The first of each is the base that values are converted to. Spellings are parted by blanks; Latin ones with two letters and more are read in any case. */
const table: Record<string, readonly Row[]> = {
  ratio: [
    ['%', 1, '% 个百分点'],
    ['‰', 0.1, '‰'],
    ['ppm', 1e-4, 'ppm'],
    ['ppb', 1e-7, 'ppb'],
  ],
  pressure: [
    ['MPa', 1, 'MPa 兆帕'],
    ['GPa', 1e3, 'GPa 吉帕'],
    ['kPa', 1e-3, 'kPa 千帕'],
    ['Pa', 1e-6, 'Pa 帕'],
    ['bar', 0.1, 'bar'],
    ['N/mm2', 1, 'N/mm2 N/mm²'],
    ['atm', 0.101325, 'atm 个大气压'],
  ],
  length: [
    ['mm', 1, 'mm ㎜ 毫米'],
    ['μm', 1e-3, 'μm um 微米 μ'],
    ['nm', 1e-6, 'nm 纳米'],
    ['cm', 10, 'cm ㎝ 厘米'],
    ['m', 1e3, 'm 米'],
    ['km', 1e6, 'km ㎞ 千米 公里'],
  ],
  area: [
    ['m2', 1, 'm2 m² ㎡ 平方米 平米'],
    ['cm2', 1e-4, 'cm2 cm² 平方厘米'],
    ['mm2', 1e-6, 'mm2 mm² 平方毫米'],
    ['km2', 1e6, 'km2 km² 平方公里 平方千米'],
    ['亩', 2000 / 3, '亩'],
    ['ha', 1e4, 'hm2 公顷'],
  ],
  volume: [
    ['m3', 1, 'm3 m³ 立方米 立方 方'],
    ['cm3', 1e-6, 'cm3 cm³ 立方厘米'],
    ['mm3', 1e-9, 'mm3 mm³ 立方毫米'],
    ['L', 1e-3, 'L 升'],
    ['mL', 1e-6, 'mL 毫升'],
    ['μL', 1e-9, 'μL 微升'],
  ],
  mass: [
    ['kg', 1, 'kg 公斤 千克'],
    ['g', 1e-3, 'g 克'],
    ['mg', 1e-6, 'mg 毫克'],
    ['μg', 1e-9, 'μg ug 微克'],
    ['ng', 1e-12, 'ng 纳克'],
    ['t', 1e3, 't 吨'],
    ['斤', 0.5, '斤'],
  ],
  temperature: [
    ['℃', 1, '℃ °C 摄氏度'],
    ['K', 1, 'K'],
  ],
  time: [
    ['s', 1, 's 秒 秒钟'],
    ['ms', 1e-3, 'ms 毫秒'],
    ['μs', 1e-6, 'μs us 微秒'],
    ['min', 60, 'min 分钟'],
    ['h', 3600, 'h 小时 个小时'],
    ['天', 86_400, '天'],
    ['周', 604_800, '周 个星期'],
    ['月', 2_629_746, '个月 月'],
    ['年', 31_556_952, '年 a'],
  ],
  power: [
    ['kW', 1, 'kW 千瓦'],
    ['W', 1e-3, 'W 瓦'],
    ['mW', 1e-6, '毫瓦'],
    ['MW', 1e3, 'MW 兆瓦'],
    ['GW', 1e6, 'GW 吉瓦'],
  ],
  energy: [
    ['kWh', 1, 'kWh kW·h 千瓦时'],
    ['J', 1 / 3.6e6, 'J 焦耳'],
    ['kJ', 1 / 3600, 'kJ 千焦'],
    ['MJ', 1 / 3.6, 'MJ 兆焦'],
    ['Wh', 1e-3, 'Wh'],
  ],
  voltage: [
    ['V', 1, 'V 伏'],
    ['mV', 1e-3, 'mV 毫伏'],
    ['kV', 1e3, 'kV 千伏'],
  ],
  current: [
    ['A', 1, 'A 安培'],
    ['mA', 1e-3, 'mA 毫安'],
    ['μA', 1e-6, 'μA uA'],
    ['kA', 1e3, 'kA'],
  ],
  charge: [
    ['Ah', 1, 'Ah'],
    ['mAh', 1e-3, 'mAh'],
  ],
  resistance: [
    ['Ω', 1, 'Ω 欧姆'],
    ['mΩ', 1e-3, 'mΩ'],
    ['MΩ', 1e6, 'MΩ 兆欧'],
  ],
  frequency: [
    ['Hz', 1, 'Hz 赫兹'],
    ['kHz', 1e3, 'kHz'],
    ['MHz', 1e6, 'MHz'],
    ['GHz', 1e9, 'GHz'],
  ],
  force: [
    ['N', 1, 'N 牛'],
    ['kN', 1e3, 'kN 千牛'],
  ],
  torque: [['N·m', 1, 'N·m N.m Nm']],
  level: [
    ['dB', 1, 'dB 分贝'],
    ['dB(A)', 1, 'dB(A)'],
  ],
  angle: [
    ['°', 1, '° 度'],
    ['′', 1 / 60, '′'],
  ],
  substance: [
    ['mol', 1, 'mol'],
    ['mmol', 1e-3, 'mmol'],
    ['μmol', 1e-6, 'μmol'],
  ],
  conductivity: [['W/(m·K)', 1, 'W/(m·K) W/(m.K) W/(mK) W/(m*K) W/m·K W/m.K W/mK W/m*K']],
  density: [
    ['g/cm3', 1, 'g/cm3 g/cm³ 克/立方厘米 g/mL'],
    ['kg/m3', 1e-3, 'kg/m3 kg/m³ 千克/立方米 公斤/立方米'],
  ],
  rotation: [['r/min', 1, 'r/min rpm 转/分 转/分钟']],
  money: [
    ['万元', 1, '万元'],
    ['元', 1e-4, '元 块钱'],
    ['亿元', 1e4, '亿元'],
  ],
  dollars: [
    ['万美元', 1, '万美元'],
    ['美元', 1e-4, '美元'],
    ['亿美元', 1e4, '亿美元'],
  ],
  hardness: [
    ['HRC', 1, 'HRC'],
  ],
  vickers: [['HV', 1, 'HV']],
  mesh: [['目', 1, '目']],
  colonies: [['CFU', 1, 'CFU']],
};

/** Counts of things: indicators only where they are compared (不少于 5 项). */
export const countUnits = '次 只 项 台 件 个 支 瓶 辆 层 条 根 套 片 人 名 家 篇 株 头 像素 倍'.split(' ');

const offsets: Record<string, number> = { K: -273.15 };
const units = new Map<string, Unit>();
const exact = new Map<string, Unit>();
const anyCase = new Map<string, Unit>();
for (const [dimension, rows] of Object.entries(table)) {
  for (const [symbol, factor, spellings] of rows) {
    const unit: Unit = { symbol, dimension, factor, ...(offsets[symbol] === undefined ? {} : { zero: offsets[symbol] }) };
    units.set(symbol, unit);
    for (const spelling of [symbol, ...spellings.split(' ')]) {
      exact.set(spelling, unit);
      const small = spelling.toLowerCase();
      if (spelling.length > 1 && !anyCase.has(small)) anyCase.set(small, unit);
    }
  }
}
for (const symbol of countUnits) {
  const unit: Unit = { symbol, dimension: `count:${symbol}`, factor: 1 };
  units.set(symbol, unit);
  exact.set(symbol, unit);
}

/** The unit that a spelling means, or null; kw, Mpa and PPm are read as kW, MPa and ppm. */
export function unitOf(spelling: string): Unit | null {
  return exact.get(spelling) ?? anyCase.get(spelling.toLowerCase()) ?? null;
}

/** All spellings, the longest first, for a reader that tries them in turn. */
export const unitSpellings: readonly string[] = [...exact.keys()].sort((a, b) => b.length - a.length);

/** "元/t", "℃/min": a unit per another one. A difference of temperatures has no zero. */
export function per(of: Unit, by: Unit): Unit {
  const known = unitOf(`${of.symbol}/${by.symbol}`);
  if (known) return known;
  return { symbol: `${of.symbol}/${by.symbol}`, dimension: `${of.dimension}/${by.dimension}`, factor: of.factor / by.factor };
}

/** A value in the base unit of its dimension, without the noise of binary fractions. */
export function toBase(value: number, unit: Unit): number {
  return Number((value * unit.factor + (unit.zero ?? 0)).toPrecision(12));
}

/** The symbol that values of a dimension are converted to ("MPa" for pressure). */
export function baseSymbol(dimension: string): string {
  const rows = table[dimension];
  if (rows?.[0]) return rows[0][0];
  return dimension.startsWith('count:') ? dimension.slice(6) : dimension.split('/').map(baseSymbol).join('/');
}

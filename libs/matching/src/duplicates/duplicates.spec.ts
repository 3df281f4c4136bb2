import { differingStretches } from './differences.js';
import { judgedLikeness, likenessOf } from './likeness.js';
import { Rarity } from './rarity.js';
import { shinglesOf } from './shingles.js';
import { askedTerms, keptTerms, signatureSize } from './signature.js';

const text =
  '用75千瓦微波装置在钼台上生长四英寸多晶金刚石膜，翘曲不超过六十微米，热导率达到每米开尔文一千六百五十瓦。一家器件厂用二十六片做了封装对比，结温下降十八度。双面抛光后表面粗糙度小于三纳米，裂片率由百分之九降到百分之二。';
const others = [
  '以工业固废为原料制备低碳胶凝材料，二十八天抗压强度四十五兆帕，已在两条道路的基层中使用，每吨减排二氧化碳六百公斤。',
  '面向小麦条锈病的分子标记辅助育种，聚合三个抗性基因，两年三点区试平均亩产五百八十公斤，抗倒伏能力好。',
  '矿用无轨胶轮车的防碰撞系统，毫米波雷达与视觉融合，井下粉尘环境中识别距离四十米，误报每班不多于一次。',
];
const rewritten =
  '双面抛光后表面粗糙度小于三纳米，裂片率由百分之九降至百分之二。一家器件厂拿二十六片做了封装对照，结温下降十八度。借助75千瓦微波设备在钼台上沉积四英寸多晶金刚石膜，翘曲不超过六十微米，热导率可达每米开尔文一千六百五十瓦。';
const rarity = Rarity.of([text, ...others].map((t) => shinglesOf(t)));
const likeness = (a: string, b: string) => likenessOf(shinglesOf(a), shinglesOf(b), rarity);

describe('shingles', () => {
  it('are the pairs of characters and the words, whatever the signs, the width and the characters', () => {
    expect(shinglesOf('氮化硼 CBN，２０ MPa')).toEqual(shinglesOf('氮化硼；cbn 20mpa'.replace('20mpa', '20 mpa')));
    expect(shinglesOf('乾燥設備')).toEqual(shinglesOf('干燥设备'));
    expect(shinglesOf('氮化硼').size).toBe(2);
    expect(shinglesOf('', '。').size).toBe(0);
  });
});

describe('what is kept and asked for', () => {
  it('is the rarest, and the counts survive as bytes', () => {
    const counts = Rarity.of([shinglesOf('甲乙丙'), shinglesOf('甲乙'), shinglesOf('甲乙丁')]);
    const kept = keptTerms(shinglesOf('甲乙丙'), counts);
    expect(kept.map((t) => counts.itemsWith(t))).toEqual([1, 3]);
    const again = Rarity.from(counts.items, counts.bytes);
    expect(keptTerms(shinglesOf('甲乙丙'), again)).toEqual(kept);
    expect(again.weightOf(kept[0] ?? 0)).toBeGreaterThan(0);
  });
  it('finds a text that was written again, also by what is newer than the counts', () => {
    for (const known of [rarity, new Rarity()]) {
      const kept = new Set(keptTerms(shinglesOf(text), known));
      const asked = askedTerms(shinglesOf(rewritten), known);
      expect(asked.filter((t) => kept.has(t)).length).toBeGreaterThan(3);
      expect(asked.length).toBeLessThanOrEqual(signatureSize.asked + signatureSize.kept);
      expect(askedTerms(shinglesOf(others[0] ?? ''), known).filter((t) => kept.has(t)).length).toBeLessThan(3);
    }
  });
});

describe('likeness', () => {
  it('is whole for the same text, symmetric, and nothing for nothing', () => {
    expect(likeness(text, text)).toMatchObject({ resemblance: 1, containment: 1 });
    expect(likeness(text, rewritten)).toEqual(likeness(rewritten, text));
    expect(likeness(text, '')).toEqual({ size: 0, resemblance: 0, containment: 0 });
  });
  it('calls a rewritten text near, a piece a part, and another text neither', () => {
    expect(judgedLikeness(likeness(text, rewritten))).toBe('NEAR');
    expect(judgedLikeness(likeness(text, `${text}${others.join('').repeat(2)}另有配套的检测、封装与运维，详见各分项说明和附录一至附录九`))).toBe('NEAR');
    expect(judgedLikeness({ size: 60, resemblance: 0.18, containment: 0.95 })).toBe('PART');
    for (const other of others) expect(judgedLikeness(likeness(text, other))).toBeNull();
  });
  it('asks more of short texts', () => {
    expect(judgedLikeness({ size: 12, resemblance: 0.5, containment: 1 })).toBeNull();
    expect(judgedLikeness({ size: 12, resemblance: 0.9, containment: 1 })).toBe('NEAR');
    expect(judgedLikeness({ size: 0, resemblance: 0, containment: 0 })).toBeNull();
  });
});

describe('differing stretches', () => {
  const said = (a: string, b: string) => differingStretches(a, b).map(({ start, end }) => a.slice(start, end));
  it('are what the other text does not say, wherever it says the rest', () => {
    expect(said('热导率达到一千六百瓦，翘曲小于六十微米', '翘曲小于九十微米；热导率达到一千六百瓦')).toEqual(['六']);
    expect(said('完全一样。', '完全一样')).toEqual([]);
    expect(said('ＡＢＣ方案', 'abc方案')).toEqual([]);
    expect(said('𠮷野家', '')).toEqual(['𠮷野家']);
  });
});

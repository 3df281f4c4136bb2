import { foldWithMap } from './fold-map.js';
import { fold, foldKey } from './fold.js';
import { pinyinOf } from './pinyin.js';
import { randomText, seededRandom } from './random-documents.js';
import { bigramsOf, countTerms, hanRuns, wordsOf } from './terms.js';

const ODD = ['', ' ', '\n\t', '😀👩‍🔬', '\ud800', 'a\u0000b', '。，！', 'ﷺ', 'İ', '１２３', '한국어 かな', '𠮷野家', '\u200b', '%_\\'];

describe('fold', () => {
  it.each([
    ['鋰離子電池', '锂离子电池'],
    ['乾燥設備與乾坤', '干燥设备与乾坤'],
    ['乾 燥', '干燥'],
    ['ＣＢＮ単晶　１００％', 'cbn単晶 100%'],
    ['石 墨\n烯', '石墨烯'],
    ['石墨\u200b烯', '石墨烯'],
    ['  Li-ion   Battery  电 池 ', 'li-ion battery 电池'],
    ['①㎡℃', '1m2°c'],
    ['⽯墨', '石墨'],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    for (const text of [...ODD, '鋰 離子 CBN', 'Ａ Ｂ']) expect(fold(fold(text))).toBe(fold(text));
  });

  it('takes 20,000 characters of anything', () => {
    for (const unit of ['啊', ' ', '中 ', 'a', '😀', '乾', '\n石']) expect(() => fold(unit.repeat(20_000))).not.toThrow();
  });
});

describe('foldKey', () => {
  it('joins Han to its neighbours, keeps Latin words apart and leaves no LIKE wildcard', () => {
    expect(foldKey('高韌性 CBN 單晶、100%_合格 lithium ion')).toBe('高韧性cbn单晶100合格lithium ion');
  });
});

describe('foldWithMap', () => {
  it('finds a folded string in the original', () => {
    const text = '  高  性能「鋰 離\n子」ＣＢＮ😀電池';
    const mapped = foldWithMap(text);
    expect(mapped?.folded).toBe(fold(text));
    const originalOf = (part: string): string => {
      const at = mapped?.folded.indexOf(part) ?? -1;
      return text.slice(mapped?.starts[at], mapped?.ends[at + part.length - 1]);
    };
    expect(originalOf('锂离子')).toBe('鋰 離\n子');
    expect(originalOf('cbn')).toBe('ＣＢＮ');
    expect(originalOf('高性能')).toBe('高  性能');
    expect(originalOf('电池')).toBe('電池');
  });

  it('folds as fold does, or gives up', () => {
    const random = seededRandom(1);
    const texts = [...ODD, ...Array.from({ length: 100 }, () => randomText(random, 20).replace(/电/g, ' 電\u00a0'))];
    for (const text of texts) {
      const mapped = foldWithMap(text);
      if (mapped === null) continue;
      expect(mapped.folded).toBe(fold(text));
      expect(mapped.starts).toHaveLength(mapped.folded.length);
      expect(mapped.ends).toHaveLength(mapped.folded.length);
    }
    expect(foldWithMap('\u1112\u1161')).toBeNull();
    // Every character that is folded by itself, between others: 0–33FF and the full-width forms.
    const units = Array.from({ length: 0x3400 + 0x100 }, (_, i) => String.fromCharCode(i < 0x3400 ? i : 0xff00 + i - 0x3400));
    expect(units.filter((unit) => (foldWithMap(`石${unit}墨`)?.folded ?? fold(`石${unit}墨`)) !== fold(`石${unit}墨`))).toEqual([]);
  });
});

describe('terms', () => {
  it('cuts words in search mode, without stop words, single characters and short numbers', () => {
    expect(wordsOf(fold('企业需要开发立方氮化硼CBN单晶的技术, pm2.5 / GB/T100-2020, 3个, 2018年, 304不锈钢'))).toEqual(
      expect.arrayContaining(['立方', '氮化', '氮化硼', 'cbn', '单晶', 'pm2.5', 'gb', 't100', '2020', '304', '不锈钢']),
    );
    expect(wordsOf(fold('企业需要开发技术的研究 3 2018年'))).toEqual([]);
  });

  it('makes no bigram across a stop word or a sign', () => {
    expect(hanRuns('立方氮化硼的制备技术，单晶cbn刀片')).toEqual(['立方氮化硼', '制备', '单晶', '刀片']);
    expect(bigramsOf('氮化硼')).toEqual(['dan hua', 'hua peng']);
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷 ye', 'ye jia']);
    expect(bigramsOf('硼')).toEqual([]);
  });

  it('weights by field', () => {
    const { words, bigrams } = countTerms([
      { text: '隔膜', weight: 5 },
      { text: '隔膜与隔膜', weight: 1 },
    ]);
    expect([...words]).toEqual([['隔膜', 7]]);
    expect([...bigrams]).toEqual([['ge mo', 7]]);
  });

  it('takes odd inputs', () => {
    for (const text of ODD) expect(() => countTerms([{ text, weight: 1 }])).not.toThrow();
    expect(countTerms([{ text: '啊'.repeat(20_000), weight: 5 }]).bigrams.get('a a')).toBe(5 * 19_999);
  });
});

describe('pinyinOf', () => {
  it.each([
    ['石墨烯', 'shimoxi smx'],
    ['石墨烯的製備', 'shimoxi smx zhibei zb'],
    ['绿色 重金属 A1', 'lvse ls zhongjinshu zjs jinshu js'],
    ['电池电池', 'dianchi dc'],
    ['CBN 😀', ''],
    ['', ''],
  ])('%j is spelled %j', (text, spelled) => {
    expect(pinyinOf(text)).toBe(spelled);
  });

  it('is bounded', () => {
    const text = randomText(seededRandom(2), 5_000);
    expect(pinyinOf(text).split(' ').length).toBeLessThanOrEqual(128);
    expect(pinyinOf('啊'.repeat(20_000)).length).toBeLessThan(2_000);
  });
});

import { calibration } from './calibration.js';
import { commonStrings } from './common-strings.js';
import { mergeShares } from './explain.js';
import { fold } from './fold.js';
import { MatchEngine } from './match.js';
import { randomAchievement, randomDemand, seededRandom } from './random-documents.js';

const demand = {
  id: 'd',
  title: '高韌性立方氮化硼 CBN 單晶的研製',
  text: '企业需要开发立 方 氮化硼新牌号，PE 隔膜除外。',
};
const achievement = {
  id: 'a',
  title: '立方氮化硼ＣＢＮ刀片',
  keywords: ['speed', '单晶'],
  summary: '用立方氮化硼单晶制造的刀片',
};

describe('explain', () => {
  it('has shares that sum to the score of the list, for several hundred random pairs', () => {
    const random = seededRandom(31);
    const engine = new MatchEngine();
    const demands = Array.from({ length: 15 }, (_, i) => randomDemand(random, `d${i}`));
    const achievements = Array.from({ length: 30 }, (_, i) => randomAchievement(random, `a${i}`));
    for (const each of demands) engine.upsertDemand(each);
    for (const each of achievements) engine.upsertAchievement(each);
    let pairs = 0;
    for (const left of demands) {
      const listed = new Map(engine.achievementsFor(left.id, 30).map(({ id, score }) => [id, score]));
      for (const right of achievements) {
        const { score, terms } = engine.explain(left, right);
        expect(score).toBeCloseTo(listed.get(right.id) ?? 0, 12);
        expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 12);
        for (const { text, demandSpans, achievementSpans } of terms) {
          expect([demandSpans.length, achievementSpans.length]).not.toContain(0);
          for (const { field, start, end } of demandSpans) {
            expect(fold((left[field as 'title'] ?? '').slice(start, end))).toBe(text);
          }
        }
        pairs += 1;
      }
    }
    expect(pairs).toBe(450);
  });

  it('merges bigrams and words into the longest common strings and finds them in the original texts', () => {
    const engine = new MatchEngine();
    engine.upsertDemand(demand);
    engine.upsertAchievement(achievement);
    const { terms, keyTerms, version, score, probability, band } = engine.explain(demand, achievement);
    expect(terms.map(({ text }) => text).sort()).toEqual(['cbn', '单晶', '立方氮化硼']);
    expect(score).toBeCloseTo(engine.achievementsFor('d', 1)[0]?.score ?? 0, 12);
    const found = terms.find(({ text }) => text === '立方氮化硼');
    expect(found?.demandSpans.map(({ field, start, end }) => demand[field as 'title'].slice(start, end))).toEqual([
      '立方氮化硼',
      '立 方 氮化硼',
    ]);
    expect(found?.achievementSpans.map(({ field }) => field)).toEqual(['title', 'summary']);
    expect(terms.find(({ text }) => text === '单晶')?.achievementSpans).toContainEqual({
      field: 'keywords',
      item: 1,
      start: 0,
      end: 2,
    });
    const cbn = terms.find(({ text }) => text === 'cbn')?.achievementSpans[0];
    expect(achievement.title.slice(cbn?.start, cbn?.end)).toBe('ＣＢＮ');
    expect(keyTerms).toContainEqual({ text: 'cbn', covered: true });
    expect(keyTerms).toContainEqual({ text: 'pe', covered: false });
    expect([version, band]).toEqual([calibration.version, 'STRONG']);
    expect(probability).toBeLessThanOrEqual(calibration.ceiling);
  });

  it('explains documents that are not indexed, and empty ones', () => {
    const engine = new MatchEngine();
    expect(engine.explain(demand, achievement).score).toBeGreaterThan(0.3);
    expect(engine.explain({ id: 'd', title: '甲乙丙丁' }, { id: 'a', title: '戊己庚辛' }).terms).toEqual([]);
    const empty = engine.explain({ id: 'd', title: '' }, { id: 'a', title: '', keywords: [''] });
    expect([empty.score, empty.terms, empty.keyTerms]).toEqual([0, [], []]);
  });

  it('takes 20,000 equal characters on both sides', () => {
    const text = '氮'.repeat(20_000);
    const { score, terms } = new MatchEngine().explain({ id: 'd', title: '', text }, { id: 'a', title: '', summary: text });
    expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 12);
  });
});

describe('commonStrings', () => {
  it('finds the maximal ones, longest first', () => {
    expect(commonStrings(['立方氮化硼单晶', '锂离子'], ['六方氮化硼', '单晶锂', '离子'])).toEqual(['方氮化硼', '单晶', '离子']);
    expect(commonStrings(['ab'], [])).toEqual([]);
    expect(commonStrings(['𠮷野家'], ['𠮷野'])).toEqual(['𠮷野']);
  });

  it('agrees with comparing every pair of positions', () => {
    const random = seededRandom(32);
    const text = (): string => Array.from({ length: 30 }, () => 'abc'.charAt(random() * 3)).join('');
    for (let i = 0; i < 60; i++) {
      const [left, right] = [text(), text()];
      const expected = new Set<string>();
      for (let a = 0; a < left.length; a++) {
        for (let end = left.length; end > a + 1; end--) {
          const part = left.slice(a, end);
          if (!right.includes(part)) continue;
          if (a === 0 || !right.includes(left.slice(a - 1, end))) expected.add(part);
          break;
        }
      }
      expect(new Set(commonStrings([left], [right]))).toEqual(expected);
    }
  });
});

describe('what is shared by its sound alone', () => {
  it('finds its list, is shown as the demand writes it and sums to the score all the same', () => {
    const engine = new MatchEngine();
    engine.upsertAchievement({ id: 'a', title: '金刚石微粉化学镀镍' });
    engine.upsertAchievement({ id: 'b', title: '红茶萎凋槽的温湿度控制' });
    const demand = { id: 'd', title: '金刚石微粉化学杜聂' };
    engine.upsertDemand(demand);
    const [match] = engine.achievementsFor('d', 5);
    const explained = engine.explain(demand, { id: 'a', title: '金刚石微粉化学镀镍' });
    expect(match?.id).toBe('a');
    expect(explained.terms.map(({ text }) => text)).toEqual(expect.arrayContaining(['金刚石微粉化学', '杜聂']));
    expect(explained.terms.every(({ text }) => !/[a-z]/.test(text))).toBe(true);
    expect(explained.terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(match?.score ?? 0, 12);
  });
});

describe('mergeShares', () => {
  it('gives each term to one string only and keeps what lies in none', () => {
    const shared = [
      { term: 'dan hua', kind: 'bigram', share: 0.3 },
      { term: 'hua peng', kind: 'bigram', share: 0.2 },
      { term: '氮化硼', kind: 'word', share: 0.1 },
      { term: 'cbn', kind: 'word', share: 0.15 },
    ] as const;
    const merged = new Map(mergeShares(shared, ['方氮化硼', '氮化']));
    expect([...merged.keys()]).toEqual(['方氮化硼', 'cbn']);
    expect(merged.get('方氮化硼')).toBeCloseTo(0.6, 12);
  });
});

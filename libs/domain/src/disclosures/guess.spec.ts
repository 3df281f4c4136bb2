import { guessAchievement, type GuessField } from './guess.js';
import { namesIn, rightsIn } from './guess-parts.js';
import { plainText } from './plain-text.js';

const paper = plainText(`聚晶金刚石刀具刃口激光修锐方法
完成人：陆行舟 教授，沈知远
摘要：聚晶金刚石刀具重磨后刃口常有微崩缺，传统机械修锐效率低。本成果以绿光纳秒激光沿刃
口扫描修锐，锯齿度由 6 微米降到 1.2 微米，与机械修锐相比寿命提高 110%以上，单件修锐时间
小于 90 s。已在两家刀具厂试用八个月，累计修锐刀片 3.2 万片。提供工艺参数、装备图纸和操作
规程。下一步拟开展批量生产。
- 1 -
关键词：聚晶金刚石；激光修锐；刃口崩缺
学科：机械工程
一种刀具刃口激光修锐装置（专利号 ZL201710601862.3），另有申请 202010000000.1`);

describe('guesses from a disclosure', () => {
  const { guesses, doubtful } = guessAchievement(paper, ['刀具']);
  const of = (field: GuessField) => guesses.filter((g) => g.field === field).map((g) => g.value);

  it('finds each field with the place that it was found in', () => {
    expect(of('title')).toEqual(['聚晶金刚石刀具刃口激光修锐方法']);
    expect(of('keywords')).toEqual([['聚晶金刚石', '激光修锐', '刃口崩缺']]);
    expect([of('discipline'), of('techField'), of('chain')]).toEqual([['机械工程'], ['ADVANCED_MANUFACTURING'], ['SUPERHARD']]);
    expect(of('summary')[0]).toMatch(/^聚晶金刚石刀具重磨后.*沿刃口扫描.*批量生产。$/);
    expect(of('advantages')[0]).toContain('寿命提高 110%');
    expect(of('evidence')).toEqual(['已在两家刀具厂试用八个月，累计修锐刀片 3.2 万片。']);
    expect(of('deliverables')).toEqual(['提供工艺参数、装备图纸和操作规程。']);
    expect(of('teamMember')).toEqual([{ name: '陆行舟', title: '教授' }, { name: '沈知远', title: null }]);
    for (const { excerpt } of guesses) expect(excerpt).not.toBe('');
  });

  it('takes the level that was reached, not the one that is hoped for', () => {
    expect(of('trl')).toEqual([7]);
    expect(of('trlEvidence')[0]).toContain('试用八个月');
    const level = (text: string) => guessAchievement(text).guesses.find((g) => g.field === 'trl')?.value;
    expect(level('本技术已完成小试，有望实现产业化生产，预计明年中试。')).toBe(4);
    expect(level('技术成熟度：6级。已批量生产。')).toBe(6);
    expect(level('提出了一种新的理论。')).toBeUndefined();
  });

  it('takes a patent with a right check character for one and says which number is doubtful', () => {
    expect(of('ipRight')).toEqual([{ kind: 'INVENTION', number: 'ZL201710601862.3', title: '一种刀具刃口激光修锐装置', status: 'GRANTED' }]);
    expect(doubtful.map((d) => d.number)).toEqual(['202010000000.1']);
    expect(rightsIn('登记号2021SR1234567，电话13800001234567').rights.map((r) => r.right.kind)).toEqual(['SOFTWARE_COPYRIGHT']);
  });

  it('reads indicators, and uses the words that stand out where no keywords are named', () => {
    expect(guesses.filter((g) => g.field === 'indicator').length).toBeGreaterThanOrEqual(3);
    expect(guessAchievement('一段没有关键词的文字，说的是刀具。', ['刀具']).guesses.find((g) => g.field === 'keywords')).toMatchObject({ value: ['刀具'], isStated: false });
  });

  it('takes what a sentence is about for the title', () => {
    const title = (text: string) => guessAchievement(text).guesses.find((g) => g.field === 'title')?.value;
    expect(title('本发明涉及一种金刚石/铜复合散热材料及其制备方法。针对芯片散热，采用气压浸渗法。')).toBe('金刚石/铜复合散热材料及其制备方法');
    expect(title('本成果提供了一套麦田除草机器人。')).toBe('麦田除草机器人');
  });

  it('guesses nothing from nothing', () => {
    expect(guessAchievement('')).toEqual({ guesses: [], doubtful: [] });
    expect(namesIn('等，1，Zhang San，欧阳·买买提')).toEqual([{ name: '欧阳·买买提', title: null }]);
  });
});

describe('the text of a document', () => {
  it('joins what the page broke and keeps what the author broke', () => {
    expect(paper.split('\n')).toHaveLength(6);
    expect(plainText('⾼强度\n12\n中 文 空 格')).toBe('高强度\n中文空格');
  });

  it('takes no longer than the text is long', () => {
    const cost = (n: number): number => {
      const started = performance.now();
      guessAchievement(plainText(`一种${'一种'.repeat(n)}\n${'ZL2017 '.repeat(n)}\n${'完成人：'.repeat(n)}\n${'提高1%'.repeat(n)}`));
      return performance.now() - started;
    };
    cost(60);
    expect(cost(480)).toBeLessThan(48 * Math.max(cost(60), 5));
  });
});

import { endedRights } from '../contracts/ended-rights.js';
import { parsePatentNumber, patentCheck, patentTermOf, patentTermState } from '../patent.js';
import { ipRight } from '../achievements/rules.js';
import { issuesOf } from '../issues.js';
import { next } from '../machine.js';
import { appraiseAchievement, appraiseDemand } from './appraisal.js';
import { duplicateMachine } from './machine.js';

const numberOf = (kind: number, year: number): string => {
  const digits = `${year}${kind}0060186`;
  return `ZL${digits}.${patentCheck(digits)}`;
};
const patent = (kind: number, year: number) => {
  const parsed = parsePatentNumber(numberOf(kind, year));
  if (!parsed) throw new Error('not a number');
  return parsed;
};

describe('the term of a patent', () => {
  it.each([
    [1, '2006-03-02', '2026-03-01'],
    [2, '2016-02-29', '2026-02-28'],
    [3, '2021-05-31', '2031-05-30'],
    [3, '2021-06-01', '2036-05-31'],
    [8, '2010-12-31', '2030-12-30'],
  ])('of kind %s filed on %s ends with %s', (kind, filedOn, last) => {
    expect(patentTermOf(patent(kind, Number(filedOn.slice(0, 4))), filedOn)).toEqual({ from: last, to: last });
  });
  it('is known to a year without the filing date, and to five years for a design of 2021', () => {
    expect(patentTermOf(patent(1, 2006))).toEqual({ from: '2025-12-31', to: '2026-12-30' });
    expect(patentTermOf(patent(3, 2021))).toEqual({ from: '2030-12-31', to: '2036-12-30' });
  });
  it('warns a year ahead and says only what is certain', () => {
    const term = { from: '2025-12-31', to: '2026-12-30' };
    const state = (day: string) => patentTermState(term, day);
    expect(['2024-12-30', '2024-12-31', '2025-12-31', '2026-01-01', '2026-12-30', '2026-12-31'].map(state)).toEqual([
      'RUNNING',
      'ENDING',
      'ENDING',
      'MAY_HAVE_ENDED',
      'MAY_HAVE_ENDED',
      'ENDED',
    ]);
  });
  it('takes a filing date only of the year that the number says', () => {
    const right = { kind: 'INVENTION', number: numberOf(1, 2006), title: '方法', status: 'GRANTED' };
    expect(ipRight.safeParse({ ...right, filedOn: '2006-03-02' }).success).toBe(true);
    const wrong = ipRight.safeParse({ ...right, filedOn: '2007-03-02' });
    expect(wrong.success ? [] : issuesOf(wrong.error)).toEqual([{ path: 'filedOn', code: 'patent_filing_year' }]);
  });
});

describe('a right that has ended', () => {
  const terms = { type: 'LICENSE_PATENT' as const, title: '一种方法的许可', subject: `许可方将发明专利${numberOf(1, 2004)}与${numberOf(1, 2020)}许可给被许可方。` };
  it('is named with its last day', () => {
    expect(endedRights(terms, '2026-01-01')).toEqual([
      { path: 'subject', code: 'patent_ended', params: { number: numberOf(1, 2004), day: '2024-12-30' } },
    ]);
    expect(endedRights({ ...terms, title: terms.subject }, '2026-01-01')).toHaveLength(1);
  });
  it('hinders neither a service nor what still runs, and the filing date decides in the year between', () => {
    expect(endedRights({ ...terms, type: 'SERVICE' }, '2026-01-01')).toEqual([]);
    expect(endedRights(terms, '2024-06-01')).toEqual([]);
    expect(endedRights(terms, '2024-06-01', [{ number: numberOf(1, 2004), filedOn: '2004-03-01' }])).toHaveLength(1);
  });
});

describe('an appraisal', () => {
  const offer = {
    title: '金刚石热沉片的低翘曲生长',
    summary: '用 75 kW 微波装置在钼台上生长 4 英寸多晶膜，翘曲 60 μm 以内，热导率 1650 W/(m·K)，一家器件厂已用 26 片样品做封装对比，结温下降 18 ℃，裂片率由 9 % 降到 2 %，双面抛光后表面粗糙度小于 3 nm，可供 6 英寸产线试用，已完成三批次重复性试验并形成工艺文件。',
    keywords: ['金刚石', '热沉', '抛光'],
    transferModes: ['TRANSFER' as const],
    ipRights: [{ kind: 'INVENTION' as const, title: '方法', status: 'GRANTED' as const }],
    team: [{ name: '邵启明' }],
    techField: 'NEW_MATERIALS' as const,
    trl: 6,
    priceMin: '100',
  };
  it('is whole where nothing is missing', () => expect(appraiseAchievement(offer, 0)).toEqual({ score: expect.any(Number), missing: [], problems: [] }));
  it('names what is missing and what follows', () => {
    const bare = { title: '一种方法', summary: '一种可以转化的技术成果，效果好。', keywords: [], transferModes: [], ipRights: [], team: [], trl: 6 };
    expect(appraiseAchievement(bare, 0)).toMatchObject({ problems: ['MISSING', 'VAGUE', 'NO_TRL_EVIDENCE'] });
    expect(appraiseAchievement(bare, 1).problems).toEqual(['MISSING', 'VAGUE']);
    expect(appraiseAchievement(bare, 0).score).toBeLessThan(appraiseAchievement(offer, 0).score);
  });
  it('of a demand is its clarity', () => {
    expect(appraiseDemand({ title: '求技术', problem: '需要解决一个问题。' }).problems).toEqual(['MISSING', 'VAGUE']);
  });
});

describe('a pair of likely duplicates', () => {
  it('keeps what a person has said', () => {
    expect(next(duplicateMachine, 'OPEN', 'callDifferent')).toBe('DIFFERENT');
    expect(() => next(duplicateMachine, 'DIFFERENT', 'findAgain')).toThrow('ILLEGAL_TRANSITION');
    expect(() => next(duplicateMachine, 'SAME', 'clear')).toThrow('ILLEGAL_TRANSITION');
  });
});

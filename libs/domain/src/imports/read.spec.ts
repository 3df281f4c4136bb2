import { readIndicators } from './read-indicators.js';
import { readMoney } from './read-money.js';
import { readPatents } from './read-patents.js';
import { readDay, readFlag, readTeam, readTransferModes, readTrl } from './read-values.js';
import { cleanText, listOf, sameTitleKey, type Read } from './text.js';
import { codeOfWord, chainWords, techFieldWords } from './words.js';
import { techFieldOfDiscipline } from './disciplines.js';

/** The value, or the codes of what is wrong. */
const told = <T>(read: Read<T>) => (read.issues.length ? read.issues.map((i) => i.code).join() : read.value);

describe('money', () => {
  const fen = (text: string, header = '价格（万元）') => {
    const read = readMoney(text, header);
    if (read.issues.length) return told(read);
    return read.value ? [read.value.min, read.value.max, read.value.negotiable].join(' ') : null;
  };
  it.each([
    ['68.5', '68500000 68500000 false'],
    ['１，２００万元', '1200000000 1200000000 false'],
    ['68.500000000000014', '68500000 68500000 false'],
    ['0.5亿', '5000000000 5000000000 false'],
    ['50-100', '50000000 100000000 false'],
    ['50～100万元', '50000000 100000000 false'],
    ['不超过200', ' 200000000 false'],
    ['30万元以上', '30000000  false'],
    ['面议', '  true'],
    ['', null],
    ['-5', 'negative'],
    ['100-50', 'price_range'],
    ['0', 'not_positive'],
    ['五十万', 'money'],
  ])('reads %s', (text, expected) => expect(fen(text)).toBe(expected));
  it('takes the unit of the header where the cell has none', () => {
    expect(fen('685000', '价格(元)')).toBe('68500000 68500000 false');
    expect(fen('685000元', '价格（万元）')).toBe('68500000 68500000 false');
    expect(fen('1.2', '金额（亿元）')).toBe('12000000000 12000000000 false');
  });
});

describe('days', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026年2月', '2026-02-28'],
    ['2026年12月31日', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['2027年底', '2027-12-31'],
    ['46387', '2026-12-31'],
    ['2026-12-31 00:00:00', '2026-12-31'],
    ['长期有效', null],
    ['2026-02-30', 'no_such_date'],
    ['2026-13-01', 'no_such_date'],
    ['明年', 'date'],
    ['7', 'date'],
  ])('reads %s', (text, expected) => expect(told(readDay(text))).toBe(expected));
});

describe('TRL', () => {
  it.each([
    ['6', 6],
    ['TRL 6', 6],
    ['TRL6级', 6],
    ['第六级', 6],
    ['5-6', 5],
    ['7.0', 7],
    ['中试', 6],
    ['中试阶段', 6],
    ['小试阶段', 4],
    ['已产业化', 9],
    ['TRL 7（示范）', 7],
    ['12', 'trl'],
    ['0', 'trl'],
    ['-1', 'trl'],
    ['6.5', 'trl'],
    ['很成熟吗', 8],
    ['未知', 'unknown_word'],
  ])('reads %s', (text, expected) => expect(told(readTrl(text))).toBe(expected));
});

describe('words and lists', () => {
  it('cuts keywords by what the cell itself uses', () => {
    expect(listOf('高效液相色谱法；2-(2-喹啉偶氮)-5 元素；a,b')).toEqual(['高效液相色谱法', '2-(2-喹啉偶氮)-5 元素', 'a,b']);
    expect(listOf('金刚石、热沉，2,4-二氯苯酚')).toEqual(['金刚石', '热沉', '2,4-二氯苯酚']);
    expect(listOf('金刚石 MPCVD 热沉 金刚石')).toEqual(['金刚石', 'MPCVD', '热沉']);
    expect(listOf('deep learning')).toEqual(['deep learning']);
  });
  it('knows the codes by our words and by others', () => {
    expect(codeOfWord(techFieldWords, '新材料')).toBe('NEW_MATERIALS');
    expect(codeOfWord(techFieldWords, 'NEW_ENERGY')).toBe('NEW_ENERGY');
    expect(codeOfWord(techFieldWords, '生物医药领域')).toBe('BIOMEDICINE');
    expect(codeOfWord(techFieldWords, '新能源汽车')).toBe('MODERN_TRANSPORT');
    expect(codeOfWord(techFieldWords, '算命')).toBeNull();
    expect(codeOfWord(chainWords, '新能源汽车产业链')).toBe('NEV');
    expect(told(readTransferModes('转让/普通许可、作价入股'))).toEqual(['TRANSFER', 'LICENSE_NON_EXCLUSIVE', 'EQUITY']);
    expect(told(readTransferModes('转让或许可'))).toEqual(['TRANSFER', 'LICENSE_NON_EXCLUSIVE']);
    expect(told(readTransferModes('抵债'))).toBe('unknown_word');
    expect(told(readFlag('是'))).toBe(true);
    expect(told(readFlag('否'))).toBe(false);
  });
  it('guesses a field from a discipline only beyond doubt', () => {
    expect(techFieldOfDiscipline('计算机科学与技术')).toBe('ELECTRONICS_INFO');
    expect(techFieldOfDiscipline('农林经济管理')).toBeNull();
    expect(techFieldOfDiscipline('哲学')).toBeNull();
  });
  it('reads people', () => {
    expect(told(readTeam('张三（教授）、李四，王小五 副教授'))).toEqual([
      { name: '张三', title: '教授' },
      { name: '李四', title: null },
      { name: '王小五', title: '副教授' },
    ]);
    expect(told(readTeam('张 三；李四光'))).toEqual([
      { name: '张三', title: null },
      { name: '李四光', title: null },
    ]);
  });
  it('reads rights and says which number is wrong', () => {
    expect(told(readPatents('ZL201710601862.3；202211250898.9 2023SR0123456'))).toEqual([
      { kind: 'INVENTION', number: 'ZL201710601862.3', title: '', status: 'GRANTED' },
      { kind: 'INVENTION', number: '202211250898.9', title: '', status: 'PENDING' },
      { kind: 'SOFTWARE_COPYRIGHT', number: '2023SR0123456', title: '', status: 'GRANTED' },
    ]);
    expect(told(readPatents('ZL201710601862.4'))).toBe('patent_number');
    expect(told(readPatents('CN109251042B'))).toBe('publication_number');
  });
  it('reads indicators and keeps what is none', () => {
    expect(readIndicators('1、抗压强度≥900MPa；线径：40-45μm；外观无裂纹')).toEqual({
      indicators: [
        { name: '抗压强度', op: 'GE', value: '900', unit: 'MPa' },
        { name: '线径', op: 'RANGE', value: '40-45', unit: 'μm' },
      ],
      rest: ['外观无裂纹'],
    });
  });
  it('cleans what no person sees', () => {
    expect(cleanText('\u0000金刚\u200b石\u00a0线\r\n\r\n\r\n\r\n第二段\ufeff ')).toEqual({
      text: '金刚石 线\n\n第二段',
      hadControls: true,
    });
    expect(sameTitleKey('《金刚石线》 研究（一）')).toBe(sameTitleKey('金刚石线研究(一)'));
  });
});

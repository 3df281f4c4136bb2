import { redline } from './redline.js';

const marked = (before: string, after: string) =>
  redline(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+[${text}]` : `-[${text}]`))
    .join('');

describe('redlines', () => {
  it.each([
    ['签订后付 60 万元。', '签订后付 60 万元。', '签订后付 60 万元。'],
    ['签订后付 60 万元。', '签订后付 65 万元。', '签订后付 -[60]+[65] 万元。'],
    ['专利权归许可方', '专利权归双方共有', '专利权归-[许可]+[双]方+[共有]'],
    ['', '保密五年', '+[保密五年]'],
    ['保密五年', '', '-[保密五年]'],
  ])('of “%s” and “%s”', (before, after, lines) => expect(marked(before, after)).toBe(lines));
  it('give both versions back', () => {
    const [before, after] = ['甲方支付乙方入门费 20 万元，提成 2%。', '被许可人向许可人支付入门费 25 万元，并按净销售额的 2% 提成。'];
    const lines = redline(before, after);
    expect(lines.filter((l) => l.kind !== 'added').map((l) => l.text).join('')).toBe(before);
    expect(lines.filter((l) => l.kind !== 'removed').map((l) => l.text).join('')).toBe(after);
  });
  it('do not stall on two long texts that differ everywhere', () => {
    expect(redline('甲'.repeat(4000), '乙'.repeat(4000)).map((l) => l.kind)).toEqual(['removed', 'added']);
  });
});

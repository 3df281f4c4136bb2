import { issuesOf } from '../issues.js';
import type { PublicNoticeStatus } from './machine.js';
import { noticeDaysLeft, noticeStatusOn } from './period.js';
import { noticeContent, noticeFields, type NoticeInput } from './rules.js';
import { noticeText } from './text.js';
import { recorded } from '../content.js';

const content: NoticeInput = {
  name: '流化床化学镀镍工艺',
  summary: '金刚石微粉表面化学镀镍，\n增重率偏差不超过 2%。',
  pricingMode: 'NEGOTIATED',
  transferMode: 'LICENSE_EXCLUSIVE',
  price: '86500000',
  buyer: '郑州某超硬材料公司',
  relatedParty: false,
  objectionProcedure: '在公示期内书面提交本单位成果转化办公室。',
  days: 15,
};
const faults = (changed: object) => {
  const checked = noticeContent.safeParse({ ...content, ...changed }, { reportInput: true });
  return checked.success ? [] : issuesOf(checked.error).map((i) => `${i.path} ${i.code}`);
};

describe('the period of a notice', () => {
  it('counts what is left after today', () => {
    expect(noticeDaysLeft('2026-11-17', '2026-11-02')).toBe(15);
    expect(noticeDaysLeft('2026-11-17', '2026-11-17')).toBe(0);
    expect(noticeDaysLeft('2026-11-17', '2026-12-01')).toBe(0);
  });

  it('is over the day after its last day, unless its clock stands still', () => {
    const on = (status: PublicNoticeStatus, today: string) => noticeStatusOn({ status, lastDay: '2026-11-17' }, today);
    expect([on('RUNNING', '2026-11-17'), on('RUNNING', '2026-11-18'), on('FROZEN', '2026-11-18')]).toEqual(['RUNNING', 'ENDED', 'FROZEN']);
  });
});

describe('the content of a notice', () => {
  it('takes what the law asks for', () => expect(faults({})).toEqual([]));

  it('names what is missing or out of range', () => {
    expect(faults({ days: 14 })).toEqual(['days too_small.number']);
    expect(faults({ relatedParty: true })).toEqual(['relatedNote required']);
    expect(faults({ buyer: ' ' })).toEqual(['buyer required']);
    expect(faults({ pricingMode: 'LISTING', buyer: null })).toEqual([]);
  });

  it('is published as one text, a fact per line', () => {
    const text = noticeText('嵩阳理工大学', recorded(noticeFields, noticeContent.parse(content)));
    expect(text.split('\n')).toEqual([
      '科技成果转化定价公示（格式一）',
      '公示单位：嵩阳理工大学',
      '成果名称：流化床化学镀镍工艺',
      '成果简介：金刚石微粉表面化学镀镍， 增重率偏差不超过 2%。',
      '转化方式：独占许可',
      '定价方式：协议定价',
      '拟交易价格：865,000 元',
      '拟受让方：郑州某超硬材料公司',
      '关联交易：否',
      '异议方式：在公示期内书面提交本单位成果转化办公室。',
      '公示期：15 日',
    ]);
  });
});

import { asWritten, joinOverlapping } from './key-terms.js';

describe('key terms', () => {
  it('are joined where they were cut out of one word of the text', () => {
    expect(joinOverlapping(['增重', '金刚', '镀镍', '刚石', '石墨'], '金刚石镀镍增重, 石墨')).toEqual(['增重', '金刚石', '镀镍', '石墨']);
    expect(joinOverlapping(['镀镍', '化学镀'], '化学镀镍')).toEqual(['化学镀镍']);
  });
  it('are shown as they were written', () => {
    const fields = [{ field: 'title' as const, item: 0, weight: 5, text: '精镗用ＰＣＤ刀具' }];
    expect(asWritten(['pcd', '刀具', '别处'], fields).map((t) => t.written)).toEqual(['ＰＣＤ', '刀具', '别处']);
  });
  it('stay apart where the text holds them apart', () => {
    expect(joinOverlapping(['金刚', '刚石'], '金刚砂与刚石')).toEqual(['金刚', '刚石']);
    expect(joinOverlapping([], '')).toEqual([]);
  });
});

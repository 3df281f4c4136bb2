import { joinOverlapping } from './key-terms.js';

describe('key terms', () => {
  it('are joined where they were cut out of one word of the text', () => {
    expect(joinOverlapping(['增重', '金刚', '镀镍', '刚石', '石墨'], '金刚石镀镍增重, 石墨')).toEqual(['增重', '金刚石', '镀镍', '石墨']);
    expect(joinOverlapping(['镀镍', '化学镀'], '化学镀镍')).toEqual(['化学镀镍']);
  });
  it('stay apart where the text holds them apart', () => {
    expect(joinOverlapping(['金刚', '刚石'], '金刚砂与刚石')).toEqual(['金刚', '刚石']);
    expect(joinOverlapping([], '')).toEqual([]);
  });
});

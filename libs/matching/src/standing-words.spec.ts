import { standingWords } from './standing-words.js';

describe('the words that stand out', () => {
  it('are the technical ones, without units, figures and numbers of patents', () => {
    const words = standingWords(
      '本发明涉及一种金刚石/铜复合散热材料及其制备方法。针对大功率GaN芯片散热瓶颈，采用气压浸渗法，热导率达到720 W/(m·K)。已在50 mm×50 mm基板上完成中试，压力25 MPa。专利ZL201911027465.5。',
    );
    expect(words).toEqual(expect.arrayContaining(['散热', '金刚石', '热导率']));
    expect(words.filter((w) => /\d|^(?:mm|mpa|zl|w|k)$/i.test(w))).toEqual([]);
    expect(words).not.toContain('制备');
  });

  it('keep names of genes and materials, and are none in an empty text', () => {
    expect(standingWords('以抗赤霉病基因Fhb1为靶点，选育冬小麦。')).toEqual(expect.arrayContaining(['赤霉病', 'Fhb1', '冬小麦']));
    expect(standingWords('')).toEqual([]);
    expect(standingWords('12 mm，3.5 MPa')).toEqual([]);
  });
});

import { titleLikeness, questionOf } from './likeness.js';
import { fold } from './fold.js';
import { initialsOf, soundPairs, soundsOf, soundsTyped, soundWords } from './sounds.js';
import { syllablesOf } from './syllables.js';
import { Synonyms } from './synonyms.js';

const title = '石墨烯导热膜的卷对卷制备';
function likeness(asked: string, of = title): number {
  const sounds = soundsTyped(fold(asked));
  const pairs = new Set(soundPairs(sounds));
  return titleLikeness(questionOf(fold(asked), sounds), of, soundsOf(of), pairs.size).coverage;
}

describe('the sounds of a text', () => {
  it('are those of its characters in their words, and Latin words as they are', () => {
    expect(soundPairs(soundsOf('银行led灯'))).toEqual(['yinhang', 'hangled', 'leddeng']);
    expect(soundWords('银行').split(' ')).toEqual(['yinhang', 'yinxing']);
    expect(initialsOf('石墨烯导热膜')).toBe('smxdrm');
  });

  it('cuts letters as an input method does, and leaves what is no pinyin', () => {
    expect(syllablesOf('xitunami')).toEqual(['xi', 'tu', 'na', 'mi']);
    expect(syllablesOf('shimoxi')).toEqual(['shi', 'mo', 'xi']);
    expect(syllablesOf('sensor')).toEqual([]);
    expect(soundsTyped('machine').map((s) => s.sound)).toEqual(['machine']);
    expect(soundsTyped('shimoxidaoremo').map((s) => s.sound)).toEqual(['shi', 'mo', 'xi', 'dao', 're', 'mo']);
  });
});

describe('likeness of titles', () => {
  it.each([
    ['whole', title],
    ['homophones', '石墨烯倒热膜的卷对卷置备'],
    ['traditional', '石墨烯導熱膜的捲對捲製備'],
    ['half', '石墨烯导热膜'],
    ['pinyin', 'shi mo xi dao re mo'],
    ['pinyin in one', 'shimoxidaoremodejuanduijuanzhibei'],
  ])('is full for the same title written otherwise: %s', (_way, asked) => {
    expect(likeness(asked)).toBe(1);
  });

  it('tells another title apart and names what was asked for', () => {
    expect(likeness('立方氮化硼砂轮的陶瓷结合剂')).toBeLessThan(0.2);
    const asked = soundsTyped('石墨烯倒热膜');
    expect(titleLikeness(questionOf('石墨烯倒热膜', asked), title, soundsOf(title), 5).stretches).toEqual(['石墨烯导热膜']);
  });
});

describe('synonyms', () => {
  const synonyms = new Synonyms(new Map([['cbn', ['立方氮化硼']], ['立方氮化硼', ['cbn']], ['pla', ['聚乳酸']]]));
  it('says what a text does not say itself, of whole words only', () => {
    expect(synonyms.unsaid('cbn砂轮')).toEqual(['立方氮化硼']);
    expect(synonyms.unsaid('立方氮化硼（cbn）砂轮')).toEqual([]);
    expect(synonyms.unsaid('plasma喷涂')).toEqual([]);
    expect(synonyms.wordsIn('用pla与cbn')).toEqual(['pla', 'cbn']);
  });
});

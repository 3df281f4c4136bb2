import { markWords, snippetOf, type Marked } from './marks.js';
import { wordsSpelled } from './pinyin-words.js';
import { requiredWords } from './required-words.js';

const marked = ({ text, marks }: Marked): string[] => marks.map((m) => text.slice(m.start, m.end));

describe('marks', () => {
  it('stand in the original text, whatever its characters and blanks are', () => {
    expect(marked(markWords('石 墨 烯導熱膜與ＣＢＮ', ['石墨烯', '导热膜', 'cbn']))).toEqual(['石 墨 烯導熱膜', 'ＣＢＮ']);
    expect(markWords('没有', ['石墨烯']).marks).toEqual([]);
    expect(markWords('', ['石墨烯']).marks).toEqual([]);
    expect(markWords('石墨烯', ['', '石墨', '石墨烯']).marks).toEqual([{ start: 0, end: 3 }]);
  });

  it('find a Latin word from its beginning only', () => {
    expect(marked(markWords('a speed of PE and pearl', ['pe']))).toEqual(['PE', 'pe']);
  });
});

describe('a snippet', () => {
  const long = `${'前言一句。'.repeat(40)}这里有石墨烯导热膜。${'后面一句。'.repeat(40)}`;

  it('is the beginning where nothing is marked, the whole of a short text', () => {
    expect(snippetOf({ text: long, marks: [] }, 20).text).toBe('前言一句。前言一句。前言一句。前言一句。…');
    expect(snippetOf({ text: '短', marks: [] }).text).toBe('短');
  });

  it('starts at the sentence of its marks, which stay on their words', () => {
    const snippet = snippetOf(markWords(long, ['石墨烯']), 30);
    expect(snippet.text).toMatch(/^…这里有石墨烯导热膜。.*…$/);
    expect(marked(snippet)).toEqual(['石墨烯']);
  });
});

describe('words', () => {
  it('that pinyin spells, in full, begun, and by initials', () => {
    expect(wordsSpelled('石墨烯导热膜', 'shimoxi')).toEqual(['石墨烯']);
    expect(wordsSpelled('石墨烯导热膜', 'smx')).toEqual(['石墨烯']);
    expect(wordsSpelled('石墨烯导热膜', 'drm')).toEqual(['导热膜']);
    expect(wordsSpelled('石墨烯导热膜', 'zzz')).toEqual([]);
  });

  it('that a substring search asks for keep every character', () => {
    expect(requiredWords('石墨烯')).toEqual(['石墨烯']);
    expect(requiredWords('石墨烯导热膜').join('')).toBe('石墨烯导热膜');
    expect(requiredWords('mpcvd 金刚石')).toEqual(['金刚石', 'mpcvd']);
    expect(requiredWords('')).toEqual([]);
  });
});

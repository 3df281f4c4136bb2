import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';

const isHan = /\p{Script=Han}/u;

/** ASCII in the forms that an input method in full-width mode writes. */
export const fullWidth = (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

export const toTraditional = Converter({ from: 'cn', to: 't' });

export const withBlanks = (text) => [...text].join(' ');

export const firstHalf = (text) => [...text].slice(0, Math.ceil([...text].length / 2)).join('');

/** Every stretch of Han characters in pinyin without tones, its syllables apart or in one; the rest as it is. */
export const inPinyin = (between) => (text) =>
  text.replace(/\p{Script=Han}+/gu, (run) => ` ${pinyin(run, { toneType: 'none', type: 'array', v: true }).join(between)} `).trim();

/** For every sound (without tone) the characters of the texts that are read so. */
export function homophonesOf(texts) {
  const bySound = new Map();
  for (const character of new Set(texts.join('').match(/\p{Script=Han}/gu))) {
    const sound = pinyin(character, { toneType: 'none' });
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
  return bySound;
}

/** The text with so many of its characters replaced by others of the same sound. */
export function mistype(text, count, homophones, random) {
  const characters = [...text];
  const choices = characters.flatMap((character, at) => {
    if (!isHan.test(character)) return [];
    const others = (homophones.get(pinyin(character, { toneType: 'none' })) ?? []).filter((other) => other !== character);
    return others.length > 0 ? [{ at, others }] : [];
  });
  for (let i = 0; i < count && choices.length > 0; i++) {
    const [{ at, others }] = choices.splice(Math.floor(random() * choices.length), 1);
    characters[at] = others[Math.floor(random() * others.length)];
  }
  return characters.join('');
}

import { unreadable } from './sheet.js';

// The commonest characters make well over a third of any Chinese text; read in a wrong encoding they all but vanish.
const common = new Set(
  '的一是了在有人不这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手期根论运农指几九区强放决西被干做必战先回则任取据处理世车究名称内容简介摘要关键词项目技术科需领域需描述联系电话单位学校企业材料方研究设计系统应用分析基于影响模型检测控制',
);

const candidates = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

function share(text: string): number {
  let seen = 0;
  let known = 0;
  for (const character of text.slice(0, 60_000)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    seen++;
    if (common.has(character)) known++;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) known -= 2;
  }
  return seen === 0 ? 0 : known / seen;
}

/** The text of a file and the encoding that it turned out to be in: by its mark, as strict UTF-8, else as the encoding in which most reads as Chinese. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  if (isStrictUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' };
  let best = { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' };
  let most = share(best.text);
  for (const encoding of candidates) {
    const text = new TextDecoder(encoding).decode(bytes);
    const found = share(text);
    if (found <= most) continue;
    most = found;
    best = { text, encoding: encoding.toUpperCase() };
  }
  if (most < 0.1) throw unreadable('ENCODING');
  return best;
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  // A file of zeros is valid UTF-8 and no text.
  if (bytes.subarray(0, 4096).includes(0) && bytes.subarray(0, 4096).filter((b) => b === 0).length > 16) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

import { addDays } from '../calendar.js';
import type { TransferMode } from '../codes.js';
import { cleanText, doubtful, listOf, ok, wrong, type Read } from './text.js';
import { codeOfWord, transferModeWords, trlOfWord } from './words.js';

/** Whether that day exists. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** Reads 2026-12-31, 2026/12/31, 2026.12.31, 20261231, 2026年12月31日, 2026年12月 (its last day), 2026年底, and a workbook's serial number of a day. */
export function readDay(text: string): Read<string> {
  const cell = text
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/\s/g, '');
  if (!cell || /^(长期|长期有效|不限|无|\/|-+|待定)$/.test(cell)) return ok<string>(null);
  if (/^\d{5}(\.\d+)?$/.test(cell)) {
    const serial = Math.floor(Number(cell));
    // 1982 to 2119; day 1 is 1900-01-01, and the format believes in a 1900-02-29.
    return serial >= 30_000 && serial <= 80_000 ? ok(addDays('1899-12-30', serial)) : wrong('date');
  }
  const parts =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(cell) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ??
    /^(\d{4})年?()()(?:底|末|年底|年末)$/.exec(cell);
  if (!parts) return wrong('date');
  const [, year = '', month = '', day = ''] = parts;
  if (!month) return ok(`${year}-12-31`);
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isDay(first)) return wrong('no_such_date');
  if (!day) return ok(addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1));
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(whole) ? ok(whole) : wrong('no_such_date');
}

/** Reads 6, "TRL 6", 第六级, 5-6 (the lower, which is what is proven), 中试 … into a level. */
export function readTrl(text: string): Read<number> {
  const cell = text.normalize('NFKC').trim();
  if (!cell || /^(无|\/|-+)$/.test(cell)) return ok<number>(null);
  const number = /^(?:trl\s*[-:]?)?\s*第?(\d{1,3}(?:\.0+)?)\s*(?:级|[-~～至]\s*(?:trl)?\s*\d\s*级?)?$/i.exec(cell)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 9 ? ok(Number(number)) : wrong('trl');
  const chinese = '一二三四五六七八九'.indexOf(/第?([一二三四五六七八九])级/.exec(cell)?.[1] ?? '?') + 1;
  if (chinese) return ok(chinese);
  const inside = /trl\s*([1-9])(?!\d)/i.exec(cell)?.[1];
  const level = inside ? Number(inside) : trlOfWord(cell);
  if (level) return ok(level);
  return /^-?\d+(\.\d+)?$/.test(cell) ? wrong('trl') : doubtful<number>(null, 'unknown_word', { word: cell.slice(0, 20) });
}

export function readTransferModes(text: string): Read<TransferMode[]> {
  const words = listOf(text.replace(/[/／+＋&]|或者|或|及|和/g, '、'));
  const modes = new Set<TransferMode>();
  const unknown: string[] = [];
  for (const word of words) {
    const code = codeOfWord(transferModeWords, word);
    if (code) modes.add(code);
    else if (!/^(其他|其它|均可|不限|都可以|面议|无)$/.test(word)) unknown.push(word);
  }
  return unknown.length ? doubtful([...modes], 'unknown_word', { word: unknown.join('、').slice(0, 40) }) : ok([...modes]);
}

export function readFlag(text: string): Read<boolean> {
  const cell = text.normalize('NFKC').trim().toLowerCase();
  if (/^(是|匿名|y|yes|true|1|√|✓|公开|否|不|不匿名|实名|n|no|false|0|×|)$/.test(cell))
    return ok(/^(是|匿名|y|yes|true|1|√|✓)$/.test(cell));
  return doubtful<boolean>(null, 'unknown_word', { word: cell.slice(0, 20) });
}

const titles =
  '(?:教授级高工|正高级工程师|高级工程师|高级实验师|高级农艺师|副主任医师|主任医师|助理研究员|副研究员|研究员|副教授|教授|讲师|工程师|实验师|农艺师|博士后|博士|硕士|院士|老师)';
const bracketed = /^(.+?)\s*[(（]([^()（）]{1,30})[)）]$/;
const trailing = new RegExp(`^(\\p{Script=Han}{2,4})\\s*(${titles})$`, 'u');

/** Reads 张三（教授）、李四 … ; a name of two characters may be written apart. */
export function readTeam(text: string): Read<{ name: string; title: string | null }[]> {
  const cell = cleanText(text).text.replace(/(?<![\p{Script=Han}])(\p{Script=Han})[ \u3000](\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2');
  const people = listOf(cell.replace(/[/／]/g, '、')).flatMap((part) => {
    const found = bracketed.exec(part) ?? trailing.exec(part);
    const name = (found?.[1] ?? part).replace(/^(负责人|完成人|发明人|联系人)[:：]/, '').trim();
    return name.length < 2 ? [] : [{ name, title: found?.[2] ?? null }];
  });
  if (people.length <= 20) return ok(people);
  return doubtful(people.slice(0, 20), 'list_cut', { maximum: 20 });
}

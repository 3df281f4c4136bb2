import type { AchievementInput } from '../achievements/rules.js';
import { parsePatentNumber } from '../patent.js';

type IpRight = AchievementInput['ipRights'][number];
type Member = AchievementInput['team'][number];
export type DoubtfulNumber = { number: string; excerpt: string };

const numberForm = /(?:ZL|CN)?\s?(?:(?:19|20)\d{2}\s?[12389]\d{7}|\d{2}[12389]\d{5})\s?\.\s?[\dX]|(?:ZL|CN)\s?(?:19|20)\d{2}[12389]\d{7}[\dX]|(?<![\d.])(?:19|20)\d{2}[12389]\d{7}[\dX](?![\d.])/gi;
const softwareForm = /(?:软著登字第?)?(\d{4}SR\d{6,7})号?/gi;
const nameBefore = /[“"《]?(一种[^，。；“”"《》（）()\n]{4,60})[”"》]?[^一种。\n]{0,24}$/;

/** The IP rights whose numbers stand in a text, and the numbers that only look like one. */
export function rightsIn(text: string): { rights: { right: IpRight; excerpt: string }[]; doubtful: DoubtfulNumber[] } {
  const rights = new Map<string, { right: IpRight; excerpt: string }>();
  const doubtful: DoubtfulNumber[] = [];
  for (const { 0: written, index } of text.matchAll(numberForm)) {
    const excerpt = text.slice(Math.max(0, index - 20), index + written.length + 4).replaceAll('\n', ' ');
    const patent = parsePatentNumber(written);
    if (!patent) {
      doubtful.push({ number: written.replace(/\s/g, ''), excerpt });
      continue;
    }
    const title = nameBefore.exec(text.slice(Math.max(0, index - 100), index))?.[1] ?? '';
    rights.set(patent.number.replace('ZL', ''), { right: { kind: patent.kind, number: patent.number, title, status: patent.granted ? 'GRANTED' : 'PENDING' }, excerpt });
  }
  for (const { 0: written, 1: number = '', index } of text.matchAll(softwareForm)) {
    rights.set(number, { right: { kind: 'SOFTWARE_COPYRIGHT', number: number.toUpperCase(), title: '', status: 'GRANTED' }, excerpt: text.slice(Math.max(0, index - 20), index + written.length) });
  }
  return { rights: [...rights.values()], doubtful };
}

const personName = /^[\p{Script=Han}·]{2,8}$/u;
const rank = /(?:教授级高工|副教授|教授|讲师|副研究员|研究员|高级工程师|工程师|博士|硕士)$/;

/** The people of a list of names, with their rank where it is given. */
export function namesIn(list: string): Member[] {
  return list
    .replace(/\s+(?=(?:副?教授|副?研究员|讲师|高级工程师|工程师|博士|硕士))/g, '')
    .split(/[，,、；;\s]+/)
    .flatMap((part) => {
      const plain = part.replace(/[\d*＊†]+/g, '').replace(/[（(]([^（）()]*)[)）]/, '$1');
      const title = rank.exec(plain)?.[0] ?? null;
      const name = title ? plain.slice(0, -title.length) : plain;
      return personName.test(name) && name !== '等' ? [{ name, title }] : [];
    })
    .slice(0, 12);
}

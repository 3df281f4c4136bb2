const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const innerAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organisation code of eight characters (GB 11714). */
export function organisationCodeCheck(body: string): string {
  const sum = innerWeights.reduce((s, w, i) => s + w * innerAlphabet.indexOf(body[i] ?? ''), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** The eighteenth character of a 统一社会信用代码 for its first seventeen (GB 32100-2015). */
export function usccCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const c of body.slice(0, 17)) {
    sum += alphabet.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

export type UsccFault = 'letters' | 'length' | 'inner' | 'last';

/** What is wrong with a 统一社会信用代码 (GB 32100-2015 and, for characters 9–17, GB 11714): the first fault from the left, or null. */
export function usccFault(text: string): UsccFault | null {
  if ([...text].some((c) => !alphabet.includes(c))) return 'letters';
  if (text.length !== 18) return 'length';
  if (organisationCodeCheck(text.slice(8, 16)) !== text[16]) return 'inner';
  return usccCheck(text) === text[17] ? null : 'last';
}

/** Whether the text is a 统一社会信用代码 with both check characters right. */
export function isUscc(text: string): boolean {
  return usccFault(text) === null;
}

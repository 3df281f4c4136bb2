import { randomInt } from 'node:crypto';

/** No letters that are read for one another on paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** YY-7K3M9QXA: a number that cannot be guessed, by which somebody without an account follows his case. */
export function newReceiptNumber(prefix: string): string {
  return `${prefix}-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}

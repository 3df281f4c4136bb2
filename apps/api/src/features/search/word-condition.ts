import { foldKey } from '@jihui/matching';

const latin = /^[a-z0-9]+$/;

/** Whether a folded word stands in the text of an item; a Latin one whole only: pla is not in plasma. */
export function wordCondition(word: string, add: (value: unknown) => string): string {
  const key = foldKey(word);
  const holds = `text like ${add(`%${key}%`)}`;
  return latin.test(key) ? `(${holds} and text ~ ${add(`(^|[^a-z0-9])${key}([^a-z0-9]|$)`)})` : holds;
}

/** A person's name in lists and on copies: the surname stays, a star stands for every other character (高建业 → 高**). */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.min(rest.length, 3));
}

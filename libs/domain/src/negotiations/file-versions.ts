/** A paper of the room: the same name again is its next version, and the earlier ones are kept. */
export type Paper<F> = { name: string; versions: { number: number; file: F }[] };

/** Names that differ in case, width or blanks alone are one paper to those who upload it. */
export const paperKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** The papers of files in the order in which they came: the last version first, the paper that changed last on top. */
export function papersOf<F extends { name: string }>(files: readonly F[]): Paper<F>[] {
  const papers = new Map<string, Paper<F>>();
  for (const file of files) {
    const key = paperKey(file.name);
    const versions = papers.get(key)?.versions ?? [];
    // Put in again, so that the map's order is that of the last change.
    papers.delete(key);
    papers.set(key, { name: file.name, versions: [{ number: versions.length + 1, file }, ...versions] });
  }
  return [...papers.values()].reverse();
}

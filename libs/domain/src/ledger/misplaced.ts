import { entryText, type LinkedEntry } from './entry.js';
import type { Sha256 } from './verify.js';

/** The number under which an entry that is wrong where it stands would be right: from there it was taken. */
export function truePlace(entry: LinkedEntry, places: readonly number[], sha256: Sha256): number | null {
  return places.find((seq) => seq !== entry.seq && sha256(entryText({ ...entry, seq })) === entry.hash) ?? null;
}

/**
 * Two entries whose contents changed places, while number, and perhaps prev and hash, stayed: both as they were, each under its number;
 * null where they were not.
 */
export function exchangedContents(a: LinkedEntry, b: LinkedEntry, sha256: Sha256): [LinkedEntry, LinkedEntry] | null {
  if (a.chain !== b.chain) return null;
  const one = restored(a, b, sha256);
  const other = one && restored(b, a, sha256);
  return one && other ? [one, other] : null;
}

/** The entry at `place` with the content of the other one, if any of the two prevs and hashes makes it sound. */
function restored(place: LinkedEntry, content: LinkedEntry, sha256: Sha256): LinkedEntry | null {
  for (const prev of [place.prev, content.prev]) {
    const body = { ...content, seq: place.seq, prev };
    const hash = sha256(entryText(body));
    if (hash === place.hash || hash === content.hash) return { ...body, hash };
  }
  return null;
}

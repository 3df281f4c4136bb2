/** What was typed into a form, as this tab keeps it: a reload or an ended session loses nothing, and closing the tab forgets it. */
export function keptForm(key: string, initial: object): { initial: object; keep: (changed: object, all: object) => void; forget: () => void } {
  const name = `kept-form ${key}`;
  return {
    initial: Object.assign({}, initial, merged(initial, read(name))),
    keep: (_changed, all) => {
      try {
        sessionStorage.setItem(name, JSON.stringify(all));
      } catch {
        // A browser that stores nothing, or no more: the form works as before.
      }
    },
    forget: () => sessionStorage.removeItem(name),
  };
}

/** The form tells only what has a field: what goes with it unseen, such as the name of the criterion that is answered, comes from the beginning. */
function merged(initial: unknown, kept: unknown): unknown {
  if (Array.isArray(kept)) return kept.map((value: unknown, i) => merged(Array.isArray(initial) ? initial[i] : undefined, value));
  if (!isRecord(kept)) return kept;
  const base = isRecord(initial) ? initial : {};
  return { ...base, ...Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, merged(base[key], value)])) };
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function read(name: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
}

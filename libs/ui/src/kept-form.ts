import { useState } from 'react';

type KeptForm<V> = { initial: V; isRestored: boolean; keep: (all: object) => void; forget: () => void };
const prefix = 'kept-form ';
const owner = 'kept-forms-of';

/**
 * What was typed into a form, as this tab keeps it: a reload, an ended session, a dialog closed by a click beside it lose nothing, and closing the tab forgets it.
 * Passwords are never kept, and without a key nothing is.
 */
export function keptForm<V extends object>(key: string | null, initial: V): KeptForm<V> {
  if (key === null) return { initial, isRestored: false, keep: () => undefined, forget: () => undefined };
  const name = prefix + key;
  const kept = read(name);
  return {
    initial: Object.assign({}, initial, kept && merged(initial, kept)),
    isRestored: kept !== null,
    keep: (all) => {
      try {
        sessionStorage.setItem(name, JSON.stringify(all, (field, value: unknown) => (/password/i.test(field) ? undefined : value)));
      } catch {
        // A browser that stores nothing, or no more: the form works as before.
      }
    },
    forget: () => sessionStorage.removeItem(name),
  };
}

/** The same for what is typed outside a form: a text, or a few values. `forget` empties it, once it was sent. */
export function useKept<V>(key: string, empty: V): { value: V; put: (value: V) => void; forget: () => void } {
  const stored = (): V => {
    const kept: { value?: V } = keptForm(key, {}).initial;
    return kept.value ?? empty;
  };
  const [typed, setTyped] = useState(() => ({ key, value: stored() }));
  return {
    // One dialog serves many records: each has its own words.
    value: typed.key === key ? typed.value : stored(),
    put: (value) => {
      setTyped({ key, value });
      keptForm(key, {}).keep({ value });
    },
    forget: () => {
      setTyped({ key, value: empty });
      keptForm(key, {}).forget();
    },
  };
}

/** Says who types in this tab now: what another person has left in it is forgotten. Nobody (an ended session) changes nothing. */
export function keptFormsOf(userId: string | null): void {
  if (userId === null) return;
  const before = sessionStorage.getItem(owner);
  if (before !== null && before !== userId) {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  }
  sessionStorage.setItem(owner, userId);
}

/** The form tells only what has a field: what goes with it unseen, such as the name of the criterion that is answered, comes from the beginning. */
function merged(initial: unknown, kept: unknown): unknown {
  if (Array.isArray(kept)) return kept.map((value: unknown, i) => merged(Array.isArray(initial) ? initial[i] : undefined, value));
  if (!isRecord(kept)) return kept;
  const base = isRecord(initial) ? initial : {};
  return { ...base, ...Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, merged(base[key], value)])) };
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function read(name: string): object | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return isRecord(kept) ? kept : null;
  } catch {
    return null;
  }
}

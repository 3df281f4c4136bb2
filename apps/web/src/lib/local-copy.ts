/** What was typed and has not reached the server, kept by this browser. `base` is the version that it was typed on; null for a new record. */
export type LocalCopy<V> = { values: V; base: number | null; at: string };

const keyOf = (name: string): string => `jihui.unsaved.${name}`;

export function readCopy<V>(name: string): LocalCopy<V> | null {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text ? (JSON.parse(text) as LocalCopy<V>) : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage must not stop the typing: then there is no copy. */
export function keepCopy<V>(name: string, copy: LocalCopy<V>): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(copy));
  } catch {
    /* no copy */
  }
}

export function dropCopy(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    /* nothing was kept */
  }
}

/** What was typed into a form, as this tab keeps it: a reload or an ended session loses nothing, and closing the tab forgets it. */
export function keptForm(key: string, initial: object): { initial: object; keep: (changed: object, all: object) => void; forget: () => void } {
  const name = `kept-form ${key}`;
  return {
    initial: { ...initial, ...read(name) },
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

function read(name: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

import { useEffect, useRef } from 'react';

const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) ||
  document.querySelector('[role="dialog"]') !== null;

/** One key per decision. Keys typed into a field, while a dialog is open, or after `g` (a place of the menu) mean what they mean there. */
export function useDeskKeys(keys: Record<string, () => unknown>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let isPlace = false;
    const listen = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || isBusy(e.target)) return;
      const wasPlace = isPlace;
      isPlace = e.key === 'g' && !wasPlace;
      const act = wasPlace ? undefined : latest.current[e.key.toLowerCase()];
      if (!act) return;
      e.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

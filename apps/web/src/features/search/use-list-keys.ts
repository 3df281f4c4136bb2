import { useEffect, type RefObject } from 'react';

/** `j` and `k` go down and up the links of a list; Enter opens them as always. */
export function useListKeys(list: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      const typing = e.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName);
      if (typing || e.ctrlKey || e.metaKey || e.altKey || (e.key !== 'j' && e.key !== 'k')) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = e.key === 'j' ? at + 1 : Math.max(at - 1, 0);
      links[Math.min(next, links.length - 1)]?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [list, selector]);
}

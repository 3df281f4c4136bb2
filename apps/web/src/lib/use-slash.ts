import { useEffect, type RefObject } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` puts the cursor into this page's own search box. */
export function useSlash(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (e: KeyboardEvent): void => {
      if (e.key !== '/' || isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      // Caught before the frame's own "/", which would leave the page.
      e.stopPropagation();
      e.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [box]);
}

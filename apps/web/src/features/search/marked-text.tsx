import type { ReactNode } from 'react';
import type { Hit } from './search.api.js';

/** Plain text with its marks; nothing in it is read as HTML. */
export function MarkedText({ of: { text, marks } }: { of: Hit['title'] }) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>);
    done = end;
  }
  return [...parts, text.slice(done)];
}

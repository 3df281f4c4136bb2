import { usccFault } from '@jihui/domain';

export type UsccHint = {
  word: 'hint' | 'typed' | 'letters' | 'length' | 'inner' | 'last' | 'right';
  count: number;
  tone: 'muted' | 'bad' | 'good';
};

/** What is said about a 统一社会信用代码 while it is typed: nothing is called wrong before it can be known. */
export function usccHint(text: string): UsccHint {
  const count = text.length;
  if (!count) return { word: 'hint', count, tone: 'muted' };
  const fault = usccFault(text);
  if (fault === 'length' && count < 18) return { word: 'typed', count, tone: 'muted' };
  return fault ? { word: fault, count, tone: 'bad' } : { word: 'right', count, tone: 'good' };
}

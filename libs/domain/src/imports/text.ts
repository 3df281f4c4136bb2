import type { RowIssue } from './rules.js';

/** What reading one cell gives: a value, if there is one, and what is to be said about it. */
export type Read<T> = { value: T | null; issues: Omit<RowIssue, 'column' | 'path'>[] };

export const ok = <T>(value: T | null): Read<T> => ({ value, issues: [] });
export const wrong = (code: string, params?: RowIssue['params']): Read<never> => ({
  value: null,
  issues: [{ code, severity: 'ERROR', ...(params ? { params } : {}) }],
});
export const doubtful = <T>(value: T | null, code: string, params?: RowIssue['params']): Read<T> => ({
  value,
  issues: [{ code, severity: 'WARNING', ...(params ? { params } : {}) }],
});

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
const loneSurrogates = /\p{Cs}/gu;

/** A cell's text as a person sees it: without control and invisible characters, line ends as \n, at most one empty line; and whether control characters were taken out. */
export function cleanText(text: string): { text: string; hadControls: boolean } {
  const withoutControls = text.replace(/\r\n?/g, '\n').replace(controls, '').replace(loneSurrogates, '');
  const cleaned = withoutControls
    .replace(invisible, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: cleaned, hadControls: withoutControls.length !== text.replace(/\r\n?/g, '\n').length };
}

/** The parts of a cell that lists things: by ； where there is one, else by commas, else by blanks between Chinese words. */
export function listOf(text: string): string[] {
  const parts = /[；;\n|]/.test(text)
    ? text.split(/[；;\n|]/)
    : /[，、]|,(?!\d)/.test(text)
      ? text.split(/[，、]|,(?!\d)/)
      : /\p{Script=Han}/u.test(text)
        ? text.split(/[\s,]+/)
        : [text];
  return [...new Set(parts.map((p) => p.replace(/^[\s\d]{0,3}[.．、)）]\s*(?=\p{Script=Han})/u, '').trim()).filter(Boolean))];
}

/** Two titles that a person takes for the same. */
export function sameTitleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

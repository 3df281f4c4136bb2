import i18next from 'i18next';
import type { Issue } from '@jihui/domain';
import type { Refusal } from '@jihui/ui';
import { ApiError } from './api.js';

const text = (key: string, params: object = {}): string => (i18next.t as (key: string, params: object) => string)(key, params);

/** What a person reads of one wrong value. */
export function issueSentence(issue: Issue): string {
  // Nothing at all is told as nothing, not as too few characters.
  if (issue.code === 'too_small.string' && issue.params?.['minimum'] === 1) return text('issues:required');
  for (const key of [issue.code, issue.code.split('.')[0] ?? '']) {
    // Codes hold dots, which i18next would take for a path.
    const found = text(`issues:${key}`, { ...issue.params, keySeparator: '|' });
    if (found !== key) return found;
  }
  return text('issues:required');
}

/** What a person reads of a refusal. */
export function errorSentence(error: unknown): string {
  if (error instanceof ApiError && error.code === 'FILE_UNREADABLE') {
    return text('errors:FILE_UNREADABLE', { reason: text(`imports:unreadable.${String(error.params['reason'])}`, error.params) });
  }
  if (error instanceof ApiError) return text(`errors:${error.code}`, error.params);
  return text('errors:INTERNAL');
}

/** For ZodForm: the fields that the server named, or its sentence. */
export function refusalOf(error: unknown): Refusal {
  const issues = error instanceof ApiError ? (error.params.issues ?? []) : [];
  return { issues, sentence: issues.length ? null : errorSentence(error) };
}

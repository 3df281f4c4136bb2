import i18next from 'i18next';
import type { Issue } from '@jihui/domain';
import type { Refusal } from '@jihui/ui';
import { ApiError } from './api.js';

const text = (key: string, params: object = {}): string => (i18next.t as (key: string, params: object) => string)(key, params);

/** What a person reads of one wrong value. */
export function issueSentence(issue: Issue): string {
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
  // A step without a form has no field beside which the reason could stand.
  if (error instanceof ApiError && error.code === 'INVALID_INPUT' && error.params.issues?.length) return error.params.issues.map(issueSentence).join('；');
  if (error instanceof ApiError) return text(`errors:${error.code}`, error.params);
  return text('errors:INTERNAL');
}

/** For ZodForm: the fields that the server named, or its sentence. Who fills in a form was signed in once, and wants to keep what he wrote. */
export function refusalOf(error: unknown): Refusal {
  const issues = error instanceof ApiError ? (error.params.issues ?? []) : [];
  const signedOut = error instanceof ApiError && error.code === 'NOT_SIGNED_IN';
  return { issues, sentence: issues.length ? null : signedOut ? text('common:formSignedOut') : errorSentence(error) };
}

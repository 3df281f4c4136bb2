import i18next from 'i18next';
import { ApiError } from '../../lib/api.js';
import { errorSentence, issueSentence } from '../../lib/sentences.js';

type Finding = { path: string; code: string; params?: unknown };

const isParams = (value: unknown): value is Record<string, string | number> => typeof value === 'object' && value !== null;

/** What a person reads of one finding in a row: the import's own sentence, else that of the forms. */
export function findingSentence({ path, code, params }: Finding): string {
  const known = i18next.t('imports:finding', { returnObjects: true }) as Record<string, string>;
  const figures = isParams(params) ? params : {};
  const sentence = known[code];
  if (sentence) return i18next.services.interpolator.interpolate(sentence, figures, i18next.language, {});
  return issueSentence({ path, code, params: figures });
}

/** A refusal of a step of an import, in a sentence. */
export function importErrorSentence(error: unknown): string {
  const issues = error instanceof ApiError ? (error.params.issues ?? []) : [];
  if (issues.length) return issues.map(findingSentence).join('');
  if (error instanceof ApiError && error.code === 'HAS_DEPENDANTS')
    return i18next.t('imports:undo.hasDependants', { count: Number(error.params['count'] ?? 1) });
  return errorSentence(error);
}

import { ApiError } from '@jihui/testing';

/** The code with which the API refuses, or OK. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'OK',
    (e: unknown) => (e instanceof ApiError ? e.code : String(e)),
  );

/** The fields that a refusal names, each with what is wrong. */
export const issuesOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (e: unknown) => (e instanceof ApiError ? (e.params.issues ?? []).map((i) => `${i.path} ${i.code}`) : [String(e)]),
  );

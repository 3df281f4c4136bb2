import { z } from 'zod';
import { DomainError, type Issue } from './errors.js';

/** Turns zod's issues into ours: a dotted path, a code, and the figures of the rule; never the offending value, which may be private. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue): Issue => {
    const path = issue.path.join('.');
    switch (issue.code) {
      case 'too_small':
        // “At least one character” is no way to ask somebody for a name.
        if (issue.input === '') return { path, code: 'required' };
        return { path, code: `too_small.${issue.origin}`, params: { minimum: Number(issue.minimum) } };
      case 'too_big':
        return { path, code: `too_big.${issue.origin}`, params: { maximum: Number(issue.maximum) } };
      case 'invalid_type':
        return { path, code: issue.input === undefined || issue.input === null ? 'required' : `invalid_type.${issue.expected}` };
      case 'invalid_format':
        if (issue.input === '') return { path, code: 'required' };
        return { path, code: `invalid_format.${issue.format}` };
      case 'invalid_value':
        if (issue.input === undefined || issue.input === null) return { path, code: 'required' };
        return { path, code: 'invalid_value', params: { allowed: issue.values.join('、') } };
      case 'custom':
        return { path, code: typeof issue.params?.code === 'string' ? issue.params.code : 'custom' };
      default:
        return { path, code: issue.code };
    }
  });
}

/** Parses, or throws INVALID_INPUT naming every wrong field. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new DomainError('INVALID_INPUT', { issues: issuesOf(result.error) });
}

/** A refinement whose refusal carries one of our own codes, so that the web app can word it. */
export const rule = (code: string, path?: string[]) => ({ params: { code }, ...(path ? { path } : {}) });

import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError } from '@jihui/domain';

// PostgreSQL took too long (57014), is starting or stopping (57P0x), or cannot be reached (08xxx, the system's own words): asking again later helps.
const passing = /^(?:57014|57P0\d|53300|08\w{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;
const isPassing = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && passing.test(error.code);

/** The one place where an error becomes an answer: our codes pass, what is wrong with the query itself passes, what passes by itself is UNAVAILABLE, everything else INTERNAL and says nothing. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const shape = (code: string, params: object = {}) => ({ message: code, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code, params } });
  if (original instanceof DomainError) return shape(original.code, original.params);
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, extensions: { code } };
  return shape(isPassing(original) ? 'UNAVAILABLE' : 'INTERNAL');
}

import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError } from '@jihui/domain';

/** The one place where an error becomes an answer: our codes pass, what is wrong with the query itself passes, everything else is INTERNAL and says nothing. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const shape = (code: string, params: object = {}) => ({ message: code, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code, params } });
  if (original instanceof DomainError) return shape(original.code, original.params);
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, extensions: { code } };
  return shape('INTERNAL');
}

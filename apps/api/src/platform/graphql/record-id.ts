import { Args, ID } from '@nestjs/graphql';
import { DomainError } from '@jihui/domain';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The `id` of a record, as a resolver's argument. What is no id at all is answered as a record that does not exist: links get mangled. */
export function RecordId(name = 'id', { nullable = false } = {}): ParameterDecorator {
  const check = (value: unknown): unknown => {
    if (nullable && (value === undefined || value === null)) return null;
    if (typeof value === 'string' && uuid.test(value)) return value;
    throw new DomainError('NOT_FOUND');
  };
  return Args(name, { type: () => ID, nullable }, { transform: check });
}

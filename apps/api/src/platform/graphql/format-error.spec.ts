import { DomainError } from '@jihui/domain';
import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { formatError } from './format-error.js';

const failed = (code: string) => new QueryFailedError('select 1', [], Object.assign(new Error('secret of the database'), { code }));
const answer = (original: Error) => formatError({ message: original.message, path: ['search'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }, new GraphQLError('x', { originalError: original, path: ['search'] }));

describe('the answer to an error', () => {
  it('says what helps and nothing of the inside', () => {
    expect(answer(new DomainError('STALE'))).toMatchObject({ message: 'STALE', path: ['search'] });
    for (const code of ['57014', '57P01', '08006', 'ECONNREFUSED']) expect(answer(failed(code))).toEqual({ message: 'UNAVAILABLE', path: ['search'], extensions: { code: 'UNAVAILABLE', params: {} } });
    for (const code of ['23505', '42601', '22P02']) expect(answer(failed(code))).toMatchObject({ message: 'INTERNAL' });
    expect(JSON.stringify(answer(failed('42601')))).not.toContain('secret');
  });
});

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, type ErrorCode } from '@jihui/domain';

const status: Partial<Record<ErrorCode, number>> = {
  NOT_SIGNED_IN: 401,
  FORBIDDEN: 403,
  NDA_NEEDED: 403,
  NOT_FOUND: 404,
  STALE: 409,
  ALREADY_EXISTS: 409,
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Refusals on plain routes (files, exports): the same codes as in GraphQL, with an HTTP status. In GraphQL formatError answers. */
@Catch(DomainError)
export class DomainErrorFilter implements ExceptionFilter {
  catch(error: DomainError, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    response.status(status[error.code] ?? 400).json({ code: error.code, params: error.params });
  }
}

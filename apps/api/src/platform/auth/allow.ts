import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Permission } from '@jihui/domain';
import type { Actor } from './actor.js';
import type { Loaders } from '../graphql/loaders.js';

export type AppRequest = Request & { actor: Actor; sessionToken?: string };
export type GqlContext = { req: AppRequest; res: Response; actor: Actor; loaders: Loaders };

export const allowKey = 'jihui:permission';

/** The permission that a root field or a route needs. Without it the API does not start. */
export const Allow = (permission: Permission) => SetMetadata(allowKey, permission);

export function requestOf(context: ExecutionContext): AppRequest {
  return context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<GqlContext>().req
    : context.switchToHttp().getRequest<AppRequest>();
}

/** The acting person, as a resolver's or a route's argument. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => requestOf(context).actor);

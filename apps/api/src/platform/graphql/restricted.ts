import type { FieldMiddleware } from '@nestjs/graphql';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { accessOf } from '../db/access.js';
import type { GqlContext } from '../auth/allow.js';

/** For a field of an entity that only its insiders read (`isInsider` of the entity's access); everybody else gets null. Such a field is nullable. */
export const restricted: FieldMiddleware = async ({ source, context }, next) => {
  const { actor } = context as GqlContext;
  const row = source as ObjectLiteral;
  const isInsider = actor.kind === 'SYSTEM' || accessOf(row.constructor as EntityTarget<ObjectLiteral>).isInsider?.(actor, row);
  return isInsider ? next() : null;
};

import { Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DomainError, type Permission } from '@jihui/domain';
import { may } from './actor.js';
import { allowKey, requestOf } from './allow.js';

const resolverType = 'graphql:resolver_type';

/** Deny by default: a root field or a route without a declared permission is refused, and the API does not even start with one. */
@Injectable()
export class PolicyGuard implements CanActivate, OnModuleInit {
  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const permission = this.reflector.get<Permission | undefined>(allowKey, context.getHandler());
    if (!permission) throw new DomainError('FORBIDDEN');
    const { actor } = requestOf(context);
    if (may(actor, permission)) return true;
    throw new DomainError(actor.kind === 'ANONYMOUS' ? 'NOT_SIGNED_IN' : 'FORBIDDEN');
  }

  onModuleInit(): void {
    const open: string[] = [];
    for (const wrapper of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      const prototype: object | null = wrapper.instance ? Object.getPrototypeOf(wrapper.instance) : null;
      if (!prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method: unknown = Reflect.get(prototype, name);
        if (typeof method !== 'function') continue;
        const kind: unknown = Reflect.getMetadata(resolverType, method);
        const isEntry = kind === 'Query' || kind === 'Mutation' || Reflect.hasMetadata(PATH_METADATA, method);
        if (isEntry && !Reflect.hasMetadata(allowKey, method)) open.push(`${wrapper.name}.${name}`);
      }
    }
    if (open.length) throw new Error(`no permission is declared for: ${open.join(', ')}`);
  }
}

import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from './allow.js';
import { PolicyGuard } from './policy.guard.js';

@Resolver()
class Declared {
  @Allow('public.read')
  @Query(() => String)
  open(): string {
    return '';
  }
}

@Resolver()
class Forgotten {
  @Query(() => String)
  hole(): string {
    return '';
  }
}

@Module({ imports: [DiscoveryModule], providers: [PolicyGuard, Declared] })
class Closed {}

@Module({ imports: [DiscoveryModule], providers: [PolicyGuard, Declared, Forgotten] })
class Open {}

describe('PolicyGuard', () => {
  const start = async (module: object) => (await NestFactory.createApplicationContext(module as never, { logger: false, abortOnError: false })).close();

  it('starts when every root field names a permission', () => expect(start(Closed)).resolves.toBeUndefined());
  it('does not start with one that names none', () => expect(start(Open)).rejects.toThrow('no permission is declared for: Forgotten.hole'));
});

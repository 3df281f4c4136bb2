import { AppModule } from './app.module.js';

type Class = new (...args: never[]) => object;

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && Object.getPrototypeOf(value) !== null && value.prototype !== undefined;
}

function modulesBelow(module: unknown, seen = new Set<unknown>()): Set<unknown> {
  if (!isClass(module) || seen.has(module)) return seen;
  seen.add(module);
  for (const imported of (Reflect.getMetadata('imports', module) as unknown[] | undefined) ?? []) modulesBelow(imported, seen);
  return seen;
}

/** Every resolver class of the application, found through its modules: a new resolver joins the schema by being provided. */
export function resolverClasses(): Class[] {
  const providers = [...modulesBelow(AppModule)].flatMap((m) => (Reflect.getMetadata('providers', m as Class) as unknown[] | undefined) ?? []);
  return providers.filter(isClass).filter(isResolver);
}

function isResolver(provider: Class): boolean {
  const methods = Object.values(Object.getOwnPropertyDescriptors(provider.prototype)).map((d): unknown => d.value);
  return methods.some((m) => typeof m === 'function' && Reflect.hasMetadata('graphql:resolver_type', m));
}

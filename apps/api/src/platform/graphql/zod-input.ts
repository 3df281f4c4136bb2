import { Args, Field, Float, ID, InputType, Int, registerEnumType, type ReturnTypeFunc } from '@nestjs/graphql';
import { z } from 'zod';
import * as domain from '@jihui/domain';
import { DateTime, FenScalar } from './scalars.js';

type Class = abstract new (...args: never[]) => object;
type GqlType = object;

const enums = new Map<string, object>();
const inputs = new Map<string, Class>();
const scalars: Record<string, GqlType> = { Fen: FenScalar, DateTime, String, Boolean, Int, ID };

function metaOf(schema: z.core.$ZodType): { id?: string; scalar?: string } {
  return (z.globalRegistry.get(schema) ?? {}) as { id?: string; scalar?: string };
}

/** The GraphQL enum of a zod enum; both carry the name in the schema's meta id. */
export function gqlEnum(schema: z.ZodEnum): object {
  const id = metaOf(schema).id;
  if (!id) throw new Error(`an enum without a name: ${schema.options.join(', ')}`);
  let known = enums.get(id);
  if (!known) {
    known = Object.fromEntries(schema.options.map((o) => [o, o]));
    registerEnumType(known, { name: id });
    enums.set(id, known);
  }
  return known;
}

function typeOf(schema: z.core.$ZodType, path: string): { type: GqlType; nullable: boolean; list: boolean } {
  const meta = metaOf(schema);
  const plain = (type: GqlType) => ({ type, nullable: false, list: false });
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return { ...typeOf(schema.def.innerType, path), nullable: true };
  }
  const scalar = scalars[meta.scalar ?? meta.id ?? ''];
  if (scalar) return plain(scalar);
  if (schema instanceof z.ZodPipe) return typeOf(schema.def.in, path);
  if (schema instanceof z.ZodArray) return { ...typeOf(schema.def.element, path), list: true };
  if (schema instanceof z.ZodEnum) return plain(gqlEnum(schema));
  if (schema instanceof z.ZodObject) return plain(zodInput(schema));
  if (schema instanceof z.ZodUUID) return plain(ID);
  if (schema instanceof z.ZodBoolean) return plain(Boolean);
  if (schema instanceof z.ZodNumber) return plain(schema.isInt ? Int : Float);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return plain(String);
  throw new Error(`no GraphQL type for ${path}`);
}

/** The GraphQL input type of a zod object: the form, the API's check and its schema are one definition in libs/domain. */
export function zodInput(schema: z.ZodObject): Class {
  const name = metaOf(schema).id?.replace(/(Input)?$/, 'Input');
  if (!name) throw new Error(`an input without a name: ${Object.keys(schema.shape).join(', ')}`);
  const known = inputs.get(name);
  if (known) return known;
  const type = { [name]: class {} }[name] as Class;
  inputs.set(name, type);
  for (const [key, field] of Object.entries(schema.shape)) {
    const { type: fieldType, nullable, list } = typeOf(field, `${name}.${key}`);
    const fieldTypeOrList: ReturnTypeFunc = () => (list ? [fieldType] : fieldType) as ReturnType<ReturnTypeFunc>;
    Field(fieldTypeOrList, { nullable })(type.prototype, key);
  }
  InputType(name)(type);
  return type;
}

/** A resolver's `input` argument: its GraphQL type and its check come from the zod schema. */
export function Input(schema: z.ZodObject, name = 'input'): ParameterDecorator {
  const type = zodInput(schema);
  return Args(name, { type: () => type }, { transform: (value: unknown) => domain.parse(schema, value) });
}

// Nest collects the enums before it looks at fields, so every enum of the domain is registered as soon as this file is read.
for (const value of Object.values(domain)) if (value instanceof z.ZodEnum && metaOf(value).id) gqlEnum(value);

import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { makeUscc } from '@jihui/testing';

export type RootField = { kind: 'query' | 'mutation'; name: string; document: string; variables: (id: string) => Record<string, unknown> };

const byName: [RegExp, () => unknown][] = [
  [/email/i, () => 'stranger@example.test'],
  [/phone/i, () => '13800005678'],
  [/uscc/i, () => makeUscc()],
  [/regionCode/, () => 'ZZ'],
  [/password/i, () => 'Stranger-2026-word'],
  [/(On|day|deadline|date)$/i, () => '2026-11-22'],
  [/branchCode/, () => 'XX'],
];

function valueFor(type: GraphQLInputType, name: string, id: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name, id);
  if (isListType(type)) return [valueFor(type.ofType, name, id)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((f) => [f.name, valueFor(f.type, f.name, id)]));
  switch (type.name) {
    case 'ID':
      return id;
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Fen':
      return '1000000';
    case 'DateTime':
      return '2026-11-22T00:00:00.000Z';
    default:
      return byName.find(([pattern]) => pattern.test(name))?.[1]() ?? '陌生人写下的一段足够长的文字，用来试探系统。';
  }
}

/** All fields that can be asked for without arguments, to that depth. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) return ` { __typename ${named.getTypes().map((t) => `... on ${t.name}${selection(t, depth)}`).join(' ')} }`;
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter((f) => !f.args.some((a) => isNonNullType(a.type) && a.defaultValue === undefined));
  const parts = fields.flatMap((f) => {
    const isLeaf = !isObjectType(getNamedType(f.type)) && !isUnionType(getNamedType(f.type));
    if (isLeaf) return [f.name];
    return depth > 1 ? [`${f.name}${selection(f.type, depth - 1)}`] : [];
  });
  return ` { ${parts.join(' ') || '__typename'} }`;
}

function rootField(kind: RootField['kind'], field: GraphQLField<unknown, unknown>): RootField {
  const declared = field.args.map((a) => `$${a.name}: ${String(a.type)}`).join(', ');
  const passed = field.args.map((a) => `${a.name}: $${a.name}`).join(', ');
  return {
    kind,
    name: field.name,
    document: `${kind} Probe${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''}${selection(field.type, 3)} }`,
    variables: (id) => Object.fromEntries(field.args.map((a) => [a.name, valueFor(a.type, a.name, id)])),
  };
}

/** Every root field of the running schema with a call that its types accept. A new field joins by itself. */
export function rootFields(schema: GraphQLSchema): RootField[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).map((f) => rootField('query', f));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((f) => rootField('mutation', f));
  return [...queries, ...mutations];
}

import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function textOf(node: ValueNode): string {
  if (node.kind === Kind.STRING || node.kind === Kind.INT) return node.value;
  throw new GraphQLError('a string is needed', { nodes: node });
}

/** A moment, as ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, ISO 8601 in UTC',
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()),
  parseValue: (value) => {
    const date = new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new GraphQLError('not a moment');
    return date;
  },
  parseLiteral: (node) => new Date(textOf(node)),
});

/** Money in whole fen as a decimal string: GraphQL's Int ends at ¥21 million and a float loses fen. */
export const FenScalar = new GraphQLScalarType<string, string>({
  name: 'Fen',
  description: 'Money in whole fen, a decimal string',
  serialize: (value) => String(value),
  parseValue: (value) => String(value),
  parseLiteral: textOf,
});

/** Data whose shape the domain library types (audit data, explanations). Output only. */
export const Json = new GraphQLScalarType({ name: 'Json', description: 'Data typed in the domain library', serialize: (value) => value });

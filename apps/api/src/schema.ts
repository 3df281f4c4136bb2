import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolverClasses } from './resolvers.js';

/** Writes libs/gql/src/schema.graphql from the resolvers, offline. */
const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: ['error'] });
await app.init();
const schema = await app.get(GraphQLSchemaFactory).create(resolverClasses());
const target = new URL('../../../libs/gql/src/schema.graphql', import.meta.url);
writeFileSync(target, `# Generated from the resolvers by \`npm run schema\`. Do not edit.\n${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
process.exit(0);

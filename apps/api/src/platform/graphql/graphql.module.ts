import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError } from '@jihui/domain';
import type { AppRequest, GqlContext } from '../auth/allow.js';
import { Db } from '../db/db.js';
import { Metrics } from '../health/metrics.js';
import { formatError } from './format-error.js';
import { Loaders } from './loaders.js';

// Limits per query: a page of the product needs depth 7 and 8 aliases at the most.
const armor = new ApolloArmor({
  maxDepth: { n: 10, flattenFragments: true },
  maxAliases: { n: 20 },
  maxDirectives: { n: 20 },
  maxTokens: { enabled: false },
  costLimit: { maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.2, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: true },
});

function observe(log: PinoLogger, metrics: Metrics): ApolloServerPlugin<GqlContext> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async didEncounterErrors({ errors, operationName }) {
          for (const error of errors) {
            const original = unwrapResolverError(error);
            if (original instanceof Error && !(original instanceof DomainError) && !('extensions' in original)) log.error({ err: original, operationName }, 'resolver failed');
          }
        },
        async willSendResponse({ operationName, errors, response }) {
          response.http.headers.set('cache-control', 'no-store');
          metrics.http.observe({ operation: operationName ?? 'unnamed', outcome: errors?.length ? 'refused' : 'ok' }, (performance.now() - started) / 1000);
        },
      };
    },
  };
}

export const graphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [Db, PinoLogger, Metrics],
  useFactory: (db: Db, log: PinoLogger, metrics: Metrics): Omit<ApolloDriverConfig, 'driver'> => {
    const limits = armor.protect();
    return {
      autoSchemaFile: true,
      sortSchema: true,
      path: '/graphql',
      csrfPrevention: true,
      introspection: true,
      playground: false,
      graphiql: false,
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxTokens: 4000 },
      formatError,
      // Its hints, which nobody gives here, are collected at every field of every answer: a tenth of a large one.
      plugins: [...limits.plugins, ApolloServerPluginCacheControlDisabled(), observe(log, metrics)] as ApolloDriverConfig['plugins'],
      validationRules: limits.validationRules,
      context: ({ req, res }: { req: AppRequest; res: Response }): GqlContext => ({ req, res, actor: req.actor, loaders: new Loaders(db.em, req.actor) }),
    };
  },
});

import { Module } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { graphqlModule } from './platform/graphql/graphql.module.js';

/** The application behind its GraphQL endpoint. The worker, the loaders and the commands do without: making the schema takes a second. */
@Module({ imports: [AppModule, graphqlModule] })
export class HttpModule {}

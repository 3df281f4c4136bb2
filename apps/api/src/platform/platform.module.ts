import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PolicyGuard } from './auth/policy.guard.js';
import { Config } from './config.js';
import { AuditTrail } from './db/audit-trail.js';
import { AuditResolver } from './db/audit.resolver.js';
import { Db } from './db/db.js';
import { fileStore } from './files/file-store.js';
import { FilesController } from './files/files.controller.js';
import { FilesService } from './files/files.service.js';
import { DomainErrorFilter } from './http/domain-error.filter.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { Readiness } from './health/readiness.js';
import { DeadJobs } from './jobs/dead-jobs.js';
import { DeadJobsResolver } from './jobs/dead-jobs.resolver.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JobRunner } from './jobs/job-runner.js';
import { Mailer } from './mail/mailer.js';
import { SearchClient } from './search/search-client.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, FilesController],
  providers: [
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_FILTER, useClass: DomainErrorFilter },
    AuditResolver,
    AuditTrail,
    Db,
    DeadJobs,
    DeadJobsResolver,
    fileStore,
    FilesService,
    JobRegistry,
    JobRunner,
    Mailer,
    Metrics,
    Readiness,
    SearchClient,
  ],
  exports: [AuditTrail, Db, FilesService, JobRegistry, JobRunner, Mailer, Metrics, Readiness, SearchClient],
})
export class PlatformModule {}

/** The settings come first: every other module asks for them. */
@Global()
@Module({ providers: [{ provide: Config, useFactory: () => new Config() }], exports: [Config] })
export class ConfigModule {}

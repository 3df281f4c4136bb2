import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What an operator's monitoring reads at /metrics. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly http = new Histogram({ name: 'jihui_request_seconds', help: 'Time per GraphQL operation or route', labelNames: ['operation', 'outcome'], buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [this.registry] });
  readonly jobs = new Counter({ name: 'jihui_jobs_total', help: 'Jobs run', labelNames: ['task', 'outcome'], registers: [this.registry] });
  readonly jobSeconds = new Histogram({ name: 'jihui_job_seconds', help: 'Time per job', labelNames: ['task'], buckets: [0.01, 0.05, 0.25, 1, 5, 30], registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}

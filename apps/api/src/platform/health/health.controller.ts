import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../auth/allow.js';
import { Db } from '../db/db.js';
import { SearchClient } from '../search/search-client.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly db: Db,
    private readonly search: SearchClient,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  /** The process lives. */
  @Allow('public.read')
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. Search may be down, the product goes on without it and says so. */
  @Allow('public.read')
  @Get('readyz')
  async ready(@Res() res: Response): Promise<void> {
    const database = await this.db.em.query('select 1').then(() => true, () => false);
    const search = await this.search.isHealthy();
    res.status(database ? 200 : 503).json({ status: database ? 'ok' : 'unavailable', database, search: search ? 'ok' : 'limited', ...(database ? await this.readiness.all() : {}) });
  }

  @Allow('public.read')
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async figures(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

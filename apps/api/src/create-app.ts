import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { HttpModule } from './http.module.js';
import { Config } from './platform/config.js';

/** The API with everything that stands before its routes; also serves the built web app, so that one port is the product. */
export async function createApp(): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HttpModule, { bufferLogs: true, abortOnError: false });
  const config = app.get(Config);
  app.useLogger(app.get(Logger));
  app.set('trust proxy', config.get('TRUST_PROXY'));
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        // antd writes its styles into the page.
        directives: { 'default-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'], 'upgrade-insecure-requests': null },
      },
      strictTransportSecurity: config.get('COOKIE_SECURE'),
    }),
  );
  app.use(compression());
  app.useBodyParser('json', { limit: '2mb' });
  // Per address and minute, counted in each process: a brake against scripts, not an account of use.
  app.use(
    ['/graphql', '/files', '/exports'],
    rateLimit({
      windowMs: 60_000,
      limit: config.get('RATE_LIMIT_PER_MINUTE'),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, res) => void res.status(429).json({ code: 'TOO_MANY_REQUESTS', params: {}, errors: [{ message: 'TOO_MANY_REQUESTS', extensions: { code: 'TOO_MANY_REQUESTS', params: {} } }] }),
    }),
  );
  serveWeb(app, config.get('WEB_DIST') ?? fileURLToPath(new URL('../../web/dist', import.meta.url)));
  app.enableShutdownHooks();
  return app;
}

function serveWeb(app: NestExpressApplication, dist: string): void {
  const index = join(dist, 'index.html');
  app.use('/assets', express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(dist, { index: false, maxAge: '1h' }));
  // A page's address is the web app's; everything else is a route of the API.
  app.use((req: Request, res: Response, next: NextFunction) => {
    const isOfApi = /^\/(graphql|files|exports|healthz|readyz)(\/|$)/.test(req.path);
    // /metrics is a page to a browser, which asks for HTML first, and figures in plain text to everybody else.
    const isPage = req.method === 'GET' && !isOfApi && req.accepts(req.path === '/metrics' ? ['text', 'html'] : ['html']) === 'html';
    if (!isPage || !existsSync(index)) return next();
    res.setHeader('cache-control', 'no-cache');
    res.sendFile(index);
  });
}

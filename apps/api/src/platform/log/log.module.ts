import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config.js';

/** Personal data that may stand in a log line: masked whatever wrote it. */
const masked = /(1[3-9]\d)\d{4}(\d{4})|([\w.+-]{1,2})[\w.+-]*(@[\w-]+\.[\w.-]+)/g;
export function maskText(text: string): string {
  return text.replace(masked, (_all, head: string | undefined, tail: string, name: string, domain: string) => (head ? `${head}****${tail}` : `${name}***${domain}`));
}

function maskDeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (depth > 4 || value === null || typeof value !== 'object' || value instanceof Error) return value;
  if (Array.isArray(value)) return value.map((v) => maskDeep(v, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, maskDeep(v, depth + 1)]));
}

/** An error without what it carries along: a failed query would print its parameters. */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: maskText(String(error)) };
  const code: unknown = Reflect.get(error, 'code');
  return { type: error.name, code, message: maskText(error.message), stack: maskText(error.stack ?? '') };
}

export const logModule = LoggerModule.forRootAsync({
  inject: [Config],
  useFactory: (config: Config) => ({
    pinoHttp: {
      level: config.get('LOG_LEVEL'),
      genReqId: (req: IncomingMessage) => {
        const given = req.headers['x-request-id'];
        return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
      },
      redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]', '*.password', '*.token', '*.passwordHash'],
      serializers: { err: errorOf, req: (req: { id: string; method: string; url: string }) => ({ id: req.id, method: req.method, url: req.url.split('?')[0] }) },
      formatters: { log: (line: Record<string, unknown>) => maskDeep(line) as Record<string, unknown> },
      autoLogging: { ignore: (req: IncomingMessage) => /^\/(healthz|readyz|metrics|assets\/)/.test(req.url ?? '') },
    },
  }),
});

import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().default(3000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().default(20),
  MEILI_URL: z.string().min(1),
  MEILI_KEY: z.string().default(''),
  MEILI_PREFIX: z.string().default('jihui'),
  /** From so many live items on, matchers take their candidates from Meilisearch instead of keeping posting lists. */
  MATCHING_SEARCH_FROM: z.coerce.number().int().min(0).default(1_000_000),
  /** Sent to the embedder that the operator has set, if any; here alone, never in the database. */
  EMBEDDER_API_KEY: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('技汇 <no-reply@jihui.example>'),
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().default('jihui'),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** scrypt's N as a power of two: 17 is right for people's passwords, tests take less. */
  PASSWORD_COST: z.coerce.number().int().min(12).max(20).default(17),
  COOKIE_SECURE: z.stringbool().default(false),
  TRUST_PROXY: z.coerce.number().int().default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().default(600),
  WEB_DIST: z.string().optional(),
});

/** The settings of one process, from its environment alone. */
export class Config {
  private readonly env: z.output<typeof schema>;
  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.env = schema.parse(env);
  }
  get<K extends keyof z.output<typeof schema>>(key: K): z.output<typeof schema>[K] {
    return this.env[key];
  }
  get dataDir(): string {
    return resolve(this.env.DATA_DIR);
  }
  /** The address that links in mails and certificates carry. */
  get publicUrl(): string {
    return this.env.PUBLIC_URL ?? `http://localhost:${this.env.PORT}`;
  }
}

import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { openDataSource } from './data-source.js';
import { Config } from './platform/config.js';

/** Writes a migration with what the entities have and the (migrated) database lacks: `node dist/generate-migration.js 0005-name`. Read it before you commit it. */
const name = process.argv[2] ?? '';
if (!/^\d{4}-[a-z-]+$/.test(name)) throw new Error('usage: generate-migration NNNN-name');
const source = await openDataSource(new Config().get('DATABASE_URL'), 1);
const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
await source.destroy();
if (!upQueries.length) {
  process.stdout.write('the database has everything that the entities have\n');
  process.exit(0);
}
const className = `${name.slice(5).split('-').map((w) => w.slice(0, 1).toUpperCase() + w.slice(1)).join('')}${name.slice(0, 4)}`;
const lines = (queries: { query: string }[]) => queries.map(({ query }) => `    await queryRunner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
writeFileSync(
  new URL(`../src/platform/db/migrations/${name}.ts`, import.meta.url),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className.slice(0, -4)}${name.slice(0, 4).padStart(13, '0')}';

  async up(queryRunner: QueryRunner): Promise<void> {
${lines(upQueries)}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${lines(downQueries.reverse())}
  }
}
`,
);

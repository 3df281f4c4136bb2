import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../src');
/** They change what a whole process shares (the table of holidays, the address of Meilisearch) or keep snapshots under their own path. */
const alone = ['rules.spec.ts', 'search-outage.spec.ts', 'whole-schema.spec.ts'];

/**
 * Every n-th API spec. Jest loads the whole application anew for each file, four seconds each: `npm test` runs many specs in one file, a
 * single spec is still run by its own path.
 */
export function everyNthSpec(n: number, first: number): string[] {
  const specs = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts') && !alone.some((name) => path.endsWith(name)))
    .sort();
  return specs.filter((_, i) => i % n === first).map((path) => join(source, path));
}

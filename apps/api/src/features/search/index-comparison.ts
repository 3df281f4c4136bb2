import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordAny } from 'meilisearch';
import type { EntityManager } from 'typeorm';
import type { SearchClient } from '../../platform/search/search-client.js';
import { items } from './index-settings.js';
import { documentOf } from './search-document.js';
import { allTexts } from './search-texts.js';

export type Difference = { id: string; is: 'MISSING' | 'SUPERFLUOUS' | 'DIFFERENT' };

const page = 1000;

/** Every document of the index against what the database would put there; the whole content, not only the ids. */
export async function compareIndex(em: EntityManager, search: SearchClient): Promise<Difference[]> {
  await settled(search);
  const expected = new Map<string, string>();
  for await (const texts of allTexts(em)) for (const text of texts) expected.set(text.itemId, digest(documentOf(text)));

  const differences: Difference[] = [];
  const index = search.index(items);
  for (let offset = 0; ; offset += page) {
    const { results } = await index.getDocuments({ limit: page, offset });
    for (const document of results) {
      const id = String(document['id']);
      const wanted = expected.get(id);
      if (wanted === undefined) differences.push({ id, is: 'SUPERFLUOUS' });
      else if (wanted !== digest(document)) differences.push({ id, is: 'DIFFERENT' });
      expected.delete(id);
    }
    if (results.length < page) break;
  }
  for (const id of expected.keys()) differences.push({ id, is: 'MISSING' });
  return differences;
}

function digest(document: RecordAny): string {
  const sorted = Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha1').update(JSON.stringify(sorted)).digest('base64');
}

/** Waits until nothing that was sent is still on its way: half a minute at most, then the comparison shows it. */
async function settled(search: SearchClient): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { total } = await search.client.tasks.getTasks({ indexUids: [search.name(items)], statuses: ['enqueued', 'processing'], limit: 1 });
    if (total === 0) return;
    await sleep(100);
  }
}

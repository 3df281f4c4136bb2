import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import * as schemas from './schemas.js';

export type { SeedAchievement, SeedChallenge, SeedContract, SeedDemand, SeedOrganisation, SeedPerson } from './schemas.js';

/** Valid from src/ and from dist/: both lie beside data/. */
const data = new URL('../data/', import.meta.url);

function read<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  return z.array(schema).parse(JSON.parse(readFileSync(new URL(file, data), 'utf8')));
}

/** The password of every demo account. */
export const demoPassword = 'Jihui-demo-2026';

/** Everything that an empty database is filled with; invented throughout. Throws when a file does not have its shape. */
export function demoData() {
  const filesOf = (folder: string, pattern: RegExp) => readdirSync(new URL(folder, data)).filter((f) => pattern.test(f)).sort();
  return {
    // Branches first: every other organisation belongs to one.
    organisations: ['operators', 'offices', 'universities', 'institutes', 'enterprises', 'brokers'].flatMap((f) => read(`${f}.json`, schemas.organisation)),
    people: read('people.json', schemas.person),
    achievements: filesOf('achievements/', /\.json$/).flatMap((f) => read(`achievements/${f}`, schemas.achievement)),
    demands: filesOf('./', /^demands-\d+\.json$/).flatMap((f) => read(f, schemas.demand)),
    contracts: read('contracts.json', schemas.contract),
    challenges: read('challenges.json', schemas.challenge),
  };
}
export type DemoData = ReturnType<typeof demoData>;

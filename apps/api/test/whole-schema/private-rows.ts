import { randomUUID } from 'node:crypto';
import { TypeMetadataStorage } from '@nestjs/graphql';
import type { EntityMetadata } from 'typeorm';
import { achievementMachine, contractMachine, demandMachine, introductionMachine, negotiationMachine, organisationMachine } from '@jihui/domain';
import { makeUscc, type TestOrganisation, type TestPerson } from '@jihui/testing';
import { entities } from '../../src/entities.js';
import type { Db } from '../../src/platform/db/db.js';

type ColumnMetadata = EntityMetadata['columns'][number];

/** A row of each table, owned by one organisation and filled with words that nobody else may ever read. */
export type PrivateRow = { table: string; entity: string; id: string };
export type PrivateRows = { id: string; rows: PrivateRow[] };
export const canary = (table: string, column: string): string => `canary-${table}-${column}`;

/** Tables without an owner: reference data, counters. */
const ownerless = new Set(['region', 'registration_counter', 'shingle_count', 'ledger_head', 'ledger_root', 'search_state', 'match_model', 'embedder_setting', 'dated_rule', 'dictionary_edition', 'working_day_year']);
/** First states: what is in them is seen by its owner only. */
const firstState: Record<string, string> = {
  organisation: organisationMachine.initial,
  achievement: achievementMachine.initial,
  demand: demandMachine.initial,
  introduction: introductionMachine.initial,
  negotiation: negotiationMachine.initial,
  technology_contract: contractMachine.initial,
};

function enumValue(entity: EntityMetadata, column: ColumnMetadata): string | null {
  const type = TypeMetadataStorage.getObjectTypesMetadata().find((o) => o.target === entity.target);
  const field = type?.properties?.find((p) => p.name === column.propertyName);
  const result: unknown = field?.typeFn();
  const values = Array.isArray(result) ? result[0] : result;
  if (typeof values !== 'object' || values === null || 'parseValue' in values) return null;
  return Object.keys(values)[0] ?? null;
}

function valueOf(entity: EntityMetadata, column: ColumnMetadata, owner: TestOrganisation, person: TestPerson, made: PrivateRow[]): unknown {
  const name = column.propertyName;
  const table = entity.tableName;
  if (name === 'status' && firstState[table]) return firstState[table];
  if (name === 'uscc') return makeUscc();
  if (name === 'regionCode') return 'ZZ_GX';
  // Public: a branch's code.
  if (name === 'chain') return 'CN';
  switch (column.type) {
    case 'uuid': {
      if (column.isArray) return [owner.id];
      // The larger of the two ids of a pair.
      if (name === 'secondId') return 'ffffffff-ffff-4fff-bfff-ffffffffffff';
      if (/userId|By$|ById$|reviewerId/i.test(name)) return person.userId;
      const referenced = made.find((r) => name === `${r.entity.slice(0, 1).toLowerCase()}${r.entity.slice(1)}Id`);
      if (referenced) return referenced.id;
      // Within a feature a key is called by the last word of what it refers to.
      if (name === 'taskId') return made.find((r) => r.entity === 'ChallengeTask')?.id ?? randomUUID();
      if (/subjectId|importId/.test(name)) return made[0]?.id ?? randomUUID();
      return owner.id;
    }
    case 'text':
      if (column.isArray) return [enumValue(entity, column) ?? canary(table, name)];
      return enumValue(entity, column) ?? canary(table, name);
    case 'int':
    case 'bigint':
    case 'float':
    case 'double precision':
    case 'real':
    case 'numeric':
      return column.isArray ? [1] : 1;
    case 'boolean':
      return false;
    case 'timestamptz':
      return new Date();
    case 'bytea':
      return Buffer.from(canary(table, name));
    case 'date':
      return '2026-11-22';
    case 'jsonb':
      return JSON.stringify(Array.isArray(column.default) ? [] : {});
    default:
      throw new Error(`no private value for ${table}.${name} of type ${String(column.type)}`);
  }
}

/**
 * Fills every table of the product; a new entity joins by itself. Foreign tables are filled in the order of the entity list.
 * All rows have one id, so that one request asks a root field for whatever table it reads.
 */
export async function plantPrivateRows(db: Db, owner: TestOrganisation, person: TestPerson): Promise<PrivateRows> {
  const id = randomUUID();
  const made: PrivateRow[] = [];
  for (const target of entities) {
    const entity = db.source.getMetadata(target);
    if (ownerless.has(entity.tableName)) continue;
    const columns = entity.columns.filter((c) => !c.isGenerated && !c.generatedType);
    const values = columns.map((c) => (c.propertyName === 'id' ? id : valueOf(entity, c, owner, person, made)));
    const names = columns.map((c) => `"${c.databaseName}"`).join(', ');
    await db.em.query(`insert into ${entity.tableName} (${names}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, values);
    if (columns.some((c) => c.propertyName === 'id')) made.push({ table: entity.tableName, entity: target.name, id });
  }
  return { id, rows: made };
}

/** What the tables hold of these rows now, to prove later that nobody changed them. */
export async function stateOf(db: Db, rows: readonly PrivateRow[]): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const { table, id } of rows) {
    const found: { row: unknown }[] = await db.em.query(`select to_jsonb(t) - 'lastSeenAt' as row from ${table} t where id = $1`, [id]);
    state[table] = found[0]?.row ?? null;
  }
  return state;
}

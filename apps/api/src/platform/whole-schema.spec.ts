import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GraphQLSchemaHost, TypeMetadataStorage } from '@nestjs/graphql';
import { can, rolesOfKind, type OrganisationKind, type Permission, type Role } from '@jihui/domain';
import type { ApiClient, TestOrganisation } from '@jihui/testing';
import { startApi, type TestApi } from '../../test/start-api.js';
import { plantPrivateRows, stateOf, type PrivateRows } from '../../test/whole-schema/private-rows.js';
import { rootFields, type RootField } from '../../test/whole-schema/root-fields.js';
import { entities } from '../entities.js';
import { allowKey } from './auth/allow.js';

/** Roles that read beyond their organisation by their office: what each may see of a stranger's rows. */
const byOffice: Partial<Record<Role, string[]>> = { SYSTEM_ADMIN: ['app_user'], AUDITOR: ['audit_event'] };
const roles = (Object.entries(rolesOfKind) as [OrganisationKind, readonly Role[]][]).flatMap(([kind, list]) => (kind === 'RESEARCH_INSTITUTE' ? [] : list.map((role) => ({ role, kind }))));

/** A class and all that it extends: each may hold columns and fields. */
const lineOf = (target: unknown): unknown[] => (typeof target === 'function' ? [target, ...lineOf(Object.getPrototypeOf(target))] : []);

describe('the whole schema', () => {
  let api: TestApi;
  let fields: RootField[];
  let permissions: Map<string, Permission>;
  let planted: PrivateRows;
  let owner: TestOrganisation;
  const strangers = new Map<OrganisationKind, TestOrganisation>();

  beforeAll(async () => {
    api = await startApi();
    const discovery = api.app.get(DiscoveryService, { strict: false });
    const scanner = new MetadataScanner();
    permissions = new Map();
    for (const { instance } of discovery.getProviders()) {
      const prototype: object | null = instance ? Object.getPrototypeOf(instance) : null;
      for (const name of prototype ? scanner.getAllMethodNames(prototype) : []) {
        const method: unknown = prototype && Reflect.get(prototype, name);
        if (typeof method !== 'function' || !Reflect.hasMetadata('graphql:resolver_type', method)) continue;
        permissions.set(Reflect.getMetadata('graphql:resolver_name', method) ?? name, Reflect.getMetadata(allowKey, method));
      }
    }
    fields = rootFields(api.app.get(GraphQLSchemaHost).schema);
    owner = await api.organisation('UNIVERSITY');
    const person = await api.member(owner, ['UNIT_TTO', 'INVENTOR']);
    planted = await plantPrivateRows(api.db, owner, person);
    for (const { kind } of roles) if (!strangers.has(kind)) strangers.set(kind, await api.organisation(kind, kind === 'MARKET_OPERATOR' ? { branchCode: 'SX' } : {}));
  }, 60_000);
  afterAll(() => api.close());

  const stranger = async (kind: OrganisationKind, role: Role): Promise<ApiClient> => {
    const organisation = strangers.get(kind);
    if (!organisation) throw new Error(`no stranger of kind ${kind}`);
    return (await api.member(organisation, [role])).client;
  };
  const codeOf = (answer: { errors?: { message: string; extensions?: { code?: string } }[] }) => answer.errors?.[0]?.extensions?.code ?? 'OK';
  const permissionOf = (field: RootField): Permission => {
    const permission = permissions.get(field.name);
    if (!permission) throw new Error(`${field.name} has no permission`);
    return permission;
  };

  it('has a permission on every root field', () => {
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter((f) => !permissions.get(f.name)).map((f) => f.name)).toEqual([]);
  });

  it('refuses every root field to a visitor that is not open to anyone', async () => {
    const answers: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const field of fields.filter((f) => !can(null, permissionOf(f)))) {
      answers[field.name] = codeOf(await api.visitor().raw(field.document, field.variables(planted.id)));
      expected[field.name] = 'NOT_SIGNED_IN';
    }
    expect(answers).toEqual(expected);
  }, 120_000);

  it('refuses every root field to every role without its permission', async () => {
    const wrong: string[] = [];
    for (const { role, kind } of roles) {
      const client = await stranger(kind, role);
      for (const field of fields.filter((f) => !can([role], permissionOf(f)))) {
        const code = codeOf(await client.raw(field.document, field.variables(planted.id)));
        if (code !== 'FORBIDDEN') wrong.push(`${role} ${field.name}: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("shows nobody a word of another organisation's rows, and lets nobody change one", async () => {
    const before = await stateOf(api.db, planted.rows);
    const leaks: string[] = [];
    const faults: string[] = [];
    const probe = async (who: string, client: ApiClient, field: RootField, seen: readonly string[]) => {
      const text = JSON.stringify(await client.raw(field.document, field.variables(planted.id)));
      for (const [, table] of text.matchAll(/canary-([a-z_]+)-/g)) if (table && !seen.includes(table)) leaks.push(`${who} ${field.name} shows ${table}`);
      if (/"code":"(INTERNAL|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/.test(text)) faults.push(`${who} ${field.name}: ${text.slice(0, 200)}`);
    };
    for (const field of fields.filter((f) => can(null, permissionOf(f)))) await probe('visitor', api.visitor(), field, []);
    for (const { role, kind } of roles) {
      for (const field of fields.filter((f) => can([role], permissionOf(f)))) {
        // A mutation may end the session (logout): each one gets a person of its own.
        await probe(role, await stranger(kind, role), field, byOffice[role] ?? []);
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
    expect([...new Set(faults)]).toEqual([]);
    expect(await stateOf(api.db, planted.rows)).toEqual(before);
  }, 400_000);

  it('does show the owner his own rows, so the probe can see', async () => {
    const seen = new Set<string>();
    const { client } = await api.member(owner, ['UNIT_TTO', 'INVENTOR']);
    for (const field of fields.filter((f) => f.kind === 'query' && can(['UNIT_TTO', 'INVENTOR'], permissionOf(f)))) {
      const text = JSON.stringify(await client.raw(field.document, field.variables(planted.id)));
      for (const [, table] of text.matchAll(/canary-([a-z_]+)-/g)) if (table) seen.add(table);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['achievement', 'demand', 'introduction', 'mandate', 'negotiation', 'technology_contract', 'term_wording']));
  }, 120_000);

  it('exposes exactly these columns; the others stay private', () => {
    const exposed: Record<string, string[]> = {};
    for (const target of entities) {
      const columns = api.db.source.getMetadata(target).columns.map((c) => c.propertyName);
      const types = TypeMetadataStorage.getObjectTypesMetadata().filter((o) => lineOf(target).includes(o.target));
      const names = new Set(types.flatMap((type) => type.properties ?? []).map((p) => p.name));
      exposed[target.name] = columns.filter((c) => names.has(c)).sort();
      expect(exposed[target.name]?.filter((c) => /hash|password|secret|token$/i.test(c) && c !== 'sha256')).toEqual([]);
    }
    expect(exposed).toMatchSnapshot();
  });

  it('is what the migrations build', async () => {
    const { upQueries } = await api.db.source.driver.createSchemaBuilder().log();
    expect(upQueries.map((q) => q.query)).toEqual([]);
  });
});

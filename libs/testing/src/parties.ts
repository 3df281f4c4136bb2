import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { firstRoles, type OrganisationKind, type OrganisationStatus, type Role } from '@jihui/domain';
import { makeUscc } from './numbers.js';

export type TestOrganisation = { id: string; name: string; kind: OrganisationKind; uscc: string; branchId: string | null };
export type TestPerson = { userId: string; name: string; email: string; cookie: string; organisation: TestOrganisation };

const prefix: Partial<Record<OrganisationKind, '91' | '12' | '11'>> = { ENTERPRISE: '91', BROKER_FIRM: '91', GOVERNMENT_OFFICE: '11' };

/** An organisation of its own for a test; verified unless said otherwise. */
export async function makeOrganisation(
  pool: Pool,
  kind: OrganisationKind,
  options: { name?: string; status?: OrganisationStatus; branchId?: string | null; branchCode?: string; regionCode?: string } = {},
): Promise<TestOrganisation> {
  const uscc = makeUscc(prefix[kind] ?? '12');
  const name = options.name ?? `测试${kind}${uscc.slice(-6)}`;
  const { rows } = await pool.query<{ id: string }>(
    `insert into organisation (kind, name, uscc, "regionCode", status, "branchId", "branchCode", "createdAt", "updatedAt")
     values ($1, $2, $3, $4, $5, $6, $7, now(), now()) returning id`,
    [kind, name, uscc, options.regionCode ?? 'ZZ_GX', options.status ?? 'VERIFIED', options.branchId ?? null, options.branchCode ?? null],
  );
  const id = rows[0]?.id ?? '';
  return { id, name, kind, uscc, branchId: options.branchId ?? null };
}

/** A member who is signed in: `cookie` is what his browser would send. */
export async function makePerson(pool: Pool, organisation: TestOrganisation, roles: readonly Role[] = firstRoles[organisation.kind]): Promise<TestPerson> {
  const tag = randomBytes(5).toString('hex');
  const name = `测试人${tag}`;
  const email = `${tag}@example.test`;
  const { rows } = await pool.query<{ id: string }>(
    `insert into app_user ("organisationId", name, email, phone, roles, "createdAt", "updatedAt") values ($1, $2, $3, '13800001234', $4, now(), now()) returning id`,
    [organisation.id, name, email, roles],
  );
  const userId = rows[0]?.id ?? '';
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session ("userId", "tokenHash", "lastSeenAt", "expiresAt", ip, "userAgent", "createdAt", "updatedAt")
     values ($1, $2, now(), now() + interval '1 day', '127.0.0.1', 'test', now(), now())`,
    [userId, createHash('sha256').update(token).digest('hex')],
  );
  return { userId, name, email, cookie: `jihui_session=${token}`, organisation };
}

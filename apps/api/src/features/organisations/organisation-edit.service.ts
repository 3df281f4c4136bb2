import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { z } from 'zod';
import { DomainError, firstRoles, type organisationCreate, type organisationEdit } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref } from '../../platform/db/tx.js';
import { MemberRecords } from '../accounts/member-records.js';
import { Branches } from './branches.js';
import { Organisation } from './organisation.entity.js';
import { refused, Registration } from './registration.js';

const editable = ['name', 'nameEn', 'uscc', 'regionCode', 'address', 'intro', 'disciplines'] as const;
/** What the branch has verified: afterwards the organisation does not change it by itself. */
const verifiedFields = ['name', 'uscc'] as const;

/** Changes to an organisation's own record, and the offices that the system administrator creates. */
@Injectable()
export class OrganisationEditService {
  constructor(
    private readonly db: Db,
    private readonly branches: Branches,
    private readonly registration: Registration,
    private readonly members: MemberRecords,
  ) {}

  /** Writes what the administrator changed; a new region may bring another branch. */
  async edit(actor: Actor, ref: Ref, input: z.output<typeof organisationEdit>): Promise<Organisation> {
    return this.db.run(actor, async (tx) => {
      const organisation = await tx.lock(Organisation, ref, 'organisation.edit');
      if (organisation.status === 'SUSPENDED') throw new DomainError('ILLEGAL_TRANSITION');
      const values = {
        ...input,
        address: input.address || null,
        intro: input.intro || null,
        nameEn: input.nameEn || null,
        disciplines: [...new Set(input.disciplines ?? organisation.disciplines)],
      };
      const fields = editable.filter((field) => String(values[field] ?? '') !== String(organisation[field] ?? ''));
      if (!fields.length) return organisation;
      const fixed = organisation.status === 'VERIFIED' ? verifiedFields.filter((field) => fields.includes(field)) : [];
      if (fixed.length) throw new DomainError('INVALID_INPUT', { issues: fixed.map((path) => ({ path, code: 'verified_identity' })) });
      await this.registration.checkRegion(tx, values.regionCode);
      if (await tx.em.existsBy(Organisation, { uscc: values.uscc, id: Not(organisation.id) })) throw refused('uscc', 'uscc_taken');
      const isMoving = fields.includes('regionCode') && organisation.kind !== 'MARKET_OPERATOR';
      const branchId = isMoving ? await this.branches.nearest(tx.em, values.regionCode) : organisation.branchId;
      await tx.save(Object.assign(organisation, values, { branchId }));
      await tx.record('organisation.edited', organisation.id, { fields });
      return organisation;
    });
  }

  /** A branch of the market or a government office, with its first member invited by mail. */
  async create(actor: Actor, input: z.output<typeof organisationCreate>): Promise<Organisation> {
    const { kind, name, uscc, regionCode, branchCode, memberName, memberEmail } = input;
    return this.db.run(actor, async (tx) => {
      tx.demand('organisation.create');
      const organisation = await this.registration.createVerified(tx, { kind, name, uscc, regionCode, branchCode: branchCode ?? null });
      await this.members.invite(tx, organisation, { name: memberName, email: memberEmail, roles: firstRoles[kind] }, 'memberEmail');
      return organisation;
    });
  }
}

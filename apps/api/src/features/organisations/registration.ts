import { Injectable } from '@nestjs/common';
import { DomainError, type OrganisationStatus } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { MemberRecords, type NewMember } from '../accounts/member-records.js';
import type { User } from '../accounts/user.entity.js';
import { Branches } from './branches.js';
import { Organisation } from './organisation.entity.js';
import { Region } from './region.entity.js';

type Required = 'kind' | 'name' | 'uscc' | 'regionCode';
type Optional = 'nameEn' | 'intro' | 'address' | 'disciplines' | 'branchCode' | 'isDemo';
export type NewOrganisation = Pick<Organisation, Required> & Partial<Pick<Organisation, Optional>>;

/** Writes the rows of new organisations and their members inside somebody else's transaction: sign-up, creation of an office, demo data. */
@Injectable()
export class Registration {
  constructor(
    private readonly branches: Branches,
    private readonly members: MemberRecords,
  ) {}

  /** An organisation that needs no verification: an office of the market or of the government, or demo data. Branches first, since the others belong to one. */
  async createVerified(tx: Tx, values: NewOrganisation): Promise<Organisation> {
    const organisation = await this.create(tx, values, 'VERIFIED');
    await tx.record('organisation.created', organisation.id, {});
    return organisation;
  }

  /** A member whose password's hash (of `Passwords.hash`) is known. */
  addMember(tx: Tx, organisation: Organisation, member: NewMember & { passwordHash: string }): Promise<User> {
    return this.members.add(tx, organisation, member);
  }

  /** The organisation's row, with its branch found. Refuses an unknown region and a code that is already registered. */
  async create(tx: Tx, values: NewOrganisation, status: OrganisationStatus): Promise<Organisation> {
    await this.checkRegion(tx, values.regionCode);
    if (await tx.em.existsBy(Organisation, { uscc: values.uscc })) throw refused('uscc', 'uscc_taken');
    const { branchCode = null } = values;
    if (branchCode && (await tx.em.existsBy(Organisation, { branchCode }))) throw refused('branchCode', 'branch_code_taken');
    const isBranch = values.kind === 'MARKET_OPERATOR';
    const organisation = await tx.insert(Organisation, {
      kind: values.kind,
      name: values.name,
      nameEn: values.nameEn ?? null,
      uscc: values.uscc,
      regionCode: values.regionCode,
      status,
      intro: values.intro ?? null,
      address: values.address ?? null,
      rejectionReason: null,
      submittedAt: status === 'PENDING' ? tx.now : null,
      disciplines: values.disciplines ?? [],
      branchId: isBranch ? null : await this.branches.nearest(tx.em, values.regionCode),
      branchCode,
      isDemo: values.isDemo ?? false,
    });
    if (isBranch) await this.branches.adopt(tx.em, organisation);
    return organisation;
  }

  async checkRegion(tx: Tx, code: string): Promise<void> {
    if (!(await tx.em.existsBy(Region, { code }))) throw refused('regionCode', 'invalid_value');
  }
}

export const refused = (path: string, code: string): DomainError => new DomainError('INVALID_INPUT', { issues: [{ path, code }] });

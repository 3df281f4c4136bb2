import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  DomainError,
  ProfileField,
  rolesOfPerson,
  shanghaiDay,
  type Audiences,
  type Issue,
  type PersonLink,
  type ProfileEdit,
} from '@jihui/domain';
import { applyChanges, recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { PersonProfile } from './person-profile.entity.js';

/** A profile in its person's hands. */
@Injectable()
export class ProfileWriting {
  /** Makes the profile or changes it. One that is published stays so, with the audiences that are chosen now. */
  async save(tx: Tx, version: number, input: ProfileEdit): Promise<PersonProfile> {
    tx.demand('profile.write');
    await this.check(tx, input);
    const { audiences: chosen, links, ...content } = input;
    const audiences: Audiences = Object.fromEntries(chosen.map((c) => [c.field, c.audience]));
    const values = {
      ...content,
      title: content.title || null,
      regionCode: content.regionCode || null,
      intro: content.intro || null,
      keywords: [...new Set(content.keywords)],
      techFields: [...new Set(content.techFields)],
      certificates: content.certificates.map((c) => ({ ...c, issuedOn: c.issuedOn ?? null, expiresOn: c.expiresOn ?? null })),
      links: links.map(({ kind, id }) => ({ kind, id })),
      audiences,
    };
    const { userId, organisationId } = tx.actor;
    if (!userId || !organisationId) throw new DomainError('NOT_SIGNED_IN');
    if (version === 0) {
      const made = await tx.insert(PersonProfile, { ...values, userId, organisationId, status: 'DRAFT', consentedAt: null });
      await tx.record('profile.edited', made.id, { fields: Object.keys(values) });
      return made;
    }
    const own = await tx.em.findOneBy(PersonProfile, { userId });
    const row = await tx.lock(PersonProfile, { id: own?.id ?? userId, version }, 'profile.write');
    const fields = applyChanges(row, values);
    if (!fields.length) return row;
    if (row.status === 'PUBLISHED' && fields.includes('audiences')) {
      row.consentedAt = tx.now;
      await tx.record('profile.published', row.id, { audiences: chosen });
    }
    await tx.save(row);
    await recordEdit(tx, 'profile.edited', row.id, fields);
    return row;
  }

  /** Its person agrees that what he chose to show is shown (个人信息保护法 Art 25: a separate consent). */
  async publish(tx: Tx, ref: Ref): Promise<PersonProfile> {
    const row = await tx.lock(PersonProfile, ref, 'profile.write');
    if (!tx.actor.organisationVerified) throw new DomainError('ORGANISATION_NOT_VERIFIED');
    const audiences = ProfileField.options
      .map((field) => ({ field, audience: audienceOf(row.audiences, field) }))
      .filter(({ audience }) => audience !== 'NOBODY');
    if (!audiences.length) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'audiences', code: 'nothing_shown' }] });
    Object.assign(row, { status: 'PUBLISHED', consentedAt: tx.now });
    await tx.save(row);
    await tx.record('profile.published', row.id, { audiences });
    return row;
  }

  /** At will, and at once (Art 15). */
  async withdraw(tx: Tx, ref: Ref): Promise<PersonProfile> {
    const row = await tx.lock(PersonProfile, ref, 'profile.write');
    Object.assign(row, { status: 'DRAFT', consentedAt: null });
    await tx.save(row);
    await tx.record('profile.withdrawn', row.id, {});
    return row;
  }

  /** A member reads what is not for everybody: one line per reader and day. */
  async noteReading(tx: Tx, profile: PersonProfile): Promise<void> {
    const { userId } = tx.actor;
    await tx.em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`profile.read ${profile.id} ${userId}`]);
    const today = new Date(`${shanghaiDay(tx.now)}T00:00:00+08:00`);
    const [known]: unknown[] = await tx.em.query(
      `select 1 from audit_event where event = 'profile.read' and "subjectId" = $1 and "userId" = $2 and at >= $3 limit 1`,
      [profile.id, userId, today],
    );
    if (!known) await tx.record('profile.read', profile.id, {});
  }

  private async check(tx: Tx, input: ProfileEdit): Promise<void> {
    const issues: Issue[] = [];
    if (!rolesOfPerson(tx.actor.roles).includes(input.role)) issues.push({ path: 'role', code: 'role_of_kind' });
    for (const [index, link] of input.links.entries()) {
      if (!(await this.isLinkable(tx, link))) issues.push({ path: `links.${index}`, code: 'not_published' });
    }
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
  }

  /** A published item; of an unnamed owner only by somebody else, or the link would name it. */
  private async isLinkable(tx: Tx, { kind, id }: PersonLink): Promise<boolean> {
    if (kind === 'ACHIEVEMENT') return tx.em.existsBy(Achievement, { id, status: 'PUBLISHED' });
    const demand = await tx.em.findOneBy(Demand, { id, status: 'PUBLISHED' });
    return demand !== null && !(demand.anonymous && demand.organisationId === tx.actor.organisationId);
  }
}

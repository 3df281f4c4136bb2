import { z } from 'zod';
import { TechField } from '../codes.js';
import { rule } from '../issues.js';
import type { Role } from '../policy.js';

/** 人才库: what a person is in it. */
export const PersonRole = z.enum(['EXPERT', 'BROKER']).meta({ id: 'PersonRole' });
export type PersonRole = z.infer<typeof PersonRole>;

/** Who may read one field of a profile; a field that its person never set is for nobody. */
export const FieldAudience = z.enum(['NOBODY', 'MEMBERS', 'PUBLIC']).meta({ id: 'FieldAudience' });
export type FieldAudience = z.infer<typeof FieldAudience>;

/** The fields that a person shows or keeps, one by one (个人信息保护法 Art 25: publishing needs a separate consent). */
export const ProfileField = z
  .enum(['name', 'organisation', 'title', 'region', 'fields', 'intro', 'certificates', 'cases', 'links'])
  .meta({ id: 'ProfileField' });
export type ProfileField = z.infer<typeof ProfileField>;

export const ProfileStatus = z.enum(['DRAFT', 'PUBLISHED']).meta({ id: 'ProfileStatus' });
export type ProfileStatus = z.infer<typeof ProfileStatus>;

export const PersonLinkKind = z.enum(['ACHIEVEMENT', 'DEMAND']).meta({ id: 'PersonLinkKind' });
export type PersonLinkKind = z.infer<typeof PersonLinkKind>;
export type PersonLink = { kind: PersonLinkKind; id: string };

export const CertificateKind = z
  .enum(['TECH_BROKER', 'TECH_MANAGER', 'PATENT_AGENT', 'PROFESSIONAL_TITLE', 'REGISTERED_ENGINEER', 'OTHER'])
  .meta({ id: 'CertificateKind' });
export type CertificateKind = z.infer<typeof CertificateKind>;

const day = z.iso.date().meta({ scalar: 'String' });
/** A certificate as its person copies it from the paper; the platform does not verify it and says so. */
export const certificate = z
  .object({
    kind: CertificateKind,
    name: z.string().trim().min(2).max(60),
    number: z.string().trim().min(3).max(40),
    issuer: z.string().trim().min(2).max(60),
    issuedOn: day.nullish(),
    expiresOn: day.nullish(),
  })
  .superRefine((c, ctx) => {
    if (c.issuedOn && c.expiresOn && c.expiresOn < c.issuedOn) ctx.addIssue({ code: 'custom', path: ['expiresOn'], ...rule('date_order') });
  })
  .meta({ id: 'PersonCertificate' });

const audience = z.object({ field: ProfileField, audience: FieldAudience }).meta({ id: 'FieldAudienceChoice' });

export const profileEdit = z
  .object({
    role: PersonRole,
    title: z.string().trim().max(30).nullish(),
    regionCode: z.string().trim().min(1).max(20).nullish(),
    techFields: z.array(TechField).max(5),
    keywords: z.array(z.string().trim().min(1).max(30)).max(15),
    intro: z.string().trim().max(1000).nullish(),
    certificates: z.array(certificate).max(10),
    links: z.array(z.object({ kind: PersonLinkKind, id: z.uuid() }).meta({ id: 'PersonLink' })).max(20),
    audiences: z.array(audience).max(20),
  })
  .meta({ id: 'ProfileEditInput' });
export type ProfileEdit = z.output<typeof profileEdit>;

/** What each field's audience is: nobody, unless its person chose. */
export type Audiences = Partial<Record<ProfileField, FieldAudience>>;
export const audienceOf = (audiences: Audiences, field: ProfileField): FieldAudience => audiences[field] ?? 'NOBODY';

/** Filters of the public list. */
export const peopleFilter = z
  .object({
    text: z.string().trim().max(60).nullish(),
    role: PersonRole.nullish(),
    techField: TechField.nullish(),
    regionCode: z.string().trim().max(20).nullish(),
    minCases: z.number().int().min(0).max(1000).nullish(),
  })
  .meta({ id: 'PeopleFilterInput' });
export type PeopleFilter = z.output<typeof peopleFilter>;

/** Whether a reader of that kind may see a field with that audience. */
export function mayRead(audience: FieldAudience, reader: 'SELF' | 'MEMBER' | 'VISITOR'): boolean {
  if (reader === 'SELF') return true;
  return audience === 'PUBLIC' || (audience === 'MEMBERS' && reader === 'MEMBER');
}

/** A certificate's number for others: enough to compare with the paper, too little to use. */
export function maskNumber(number: string): string {
  const kept = number.length > 8 ? 3 : 1;
  return `${number.slice(0, kept)}${'*'.repeat(Math.max(3, number.length - 2 * kept))}${number.slice(-kept)}`;
}

/** A certificate on a day: past its last day, within three months of it, or good. */
export function qualificationState(expiresOn: string | null | undefined, today: string): 'VALID' | 'ENDING' | 'EXPIRED' {
  if (!expiresOn) return 'VALID';
  if (expiresOn < today) return 'EXPIRED';
  return Date.parse(expiresOn) - Date.parse(today) <= 92 * 86_400_000 ? 'ENDING' : 'VALID';
}

/** What a member may call himself, by the roles that his organisation gave him. */
export function rolesOfPerson(roles: readonly Role[]): PersonRole[] {
  return [
    ...(roles.some((r) => r === 'EXPERT' || r === 'INVENTOR') ? (['EXPERT'] as const) : []),
    ...(roles.includes('BROKER') ? (['BROKER'] as const) : []),
  ];
}

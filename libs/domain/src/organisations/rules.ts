import { z } from 'zod';
import { rule } from '../issues.js';
import { usccFault } from '../uscc.js';

export const OrganisationKind = z
  .enum(['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'BROKER_FIRM', 'MARKET_OPERATOR', 'GOVERNMENT_OFFICE'])
  .meta({ id: 'OrganisationKind' });
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** The kinds that sign up by themselves; branches of the market and government offices are created by the system administrator. */
export const SelfSignedKind = OrganisationKind.extract(['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'BROKER_FIRM']).meta({
  id: 'SelfSignedKind',
});
/** The market's head office has the branch with these letters: it takes what no other branch is nearer to. */
export const headBranchCode = 'ZZ';
/** The market's members: what the public list and the count of members show. */
export const memberKinds: readonly OrganisationKind[] = SelfSignedKind.options;
/** Within so many working days a branch verifies whoever signed up. */
export const verificationWorkingDays = 2;
/** The kinds that own achievements. */
export const supplierKinds: readonly OrganisationKind[] = ['UNIVERSITY', 'RESEARCH_INSTITUTE'];

/** 统一社会信用代码, both check characters (GB 32100-2015, GB 11714). */
export const Uscc = z
  .string()
  .transform((v) => v.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .superRefine((v, context) => {
    const fault = v === '' ? 'length' : usccFault(v);
    if (fault) context.addIssue({ code: 'custom', ...rule(`uscc_${fault}`) });
  });
export const OrganisationName = z.string().trim().min(4).max(60);
export const Email = z.string().trim().toLowerCase().max(120).pipe(z.email()).meta({ scalar: 'String' });
/** A mainland mobile or landline number, a leading +86 removed. */
export const Phone = z
  .string()
  .transform((v) =>
    v
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .refine((v) => /^(1[3-9]\d{9}|0\d{9,11}|[48]00\d{7})$/.test(v), rule('phone'));
export const PersonName = z.string().trim().min(2).max(30);
/** At least ten characters from two kinds; length is what protects (GB/T 22239-2019 asks for complexity). */
export const Password = z
  .string()
  .min(10)
  .max(128)
  .refine((v) => [/[a-z]/i, /\d/, /[^a-z\d]/i].filter((r) => r.test(v)).length >= 2, rule('password_simple'));

export const organisationSignUp = z
  .object({
    kind: SelfSignedKind,
    name: OrganisationName,
    uscc: Uscc,
    regionCode: z.string().min(1).max(20),
    address: z.string().trim().max(120).nullish(),
    adminName: PersonName,
    adminEmail: Email,
    adminPhone: Phone,
    password: Password,
    termsAccepted: z.boolean().refine((v) => v, rule('terms')),
  })
  .meta({ id: 'OrganisationSignUpInput' });

export const organisationCreate = z
  .object({
    kind: OrganisationKind.extract(['MARKET_OPERATOR', 'GOVERNMENT_OFFICE']).meta({ id: 'OfficialKind' }),
    name: OrganisationName,
    uscc: Uscc,
    regionCode: z.string().min(1).max(20),
    branchCode: z
      .string()
      .regex(/^[A-Z]{2,6}$/)
      .nullish(),
    memberName: PersonName,
    memberEmail: Email,
  })
  .refine((o) => (o.kind === 'MARKET_OPERATOR') === Boolean(o.branchCode), rule('branch_code', ['branchCode']))
  .meta({ id: 'OrganisationCreateInput' });

export const organisationEdit = z
  .object({
    name: OrganisationName,
    uscc: Uscc,
    regionCode: z.string().min(1).max(20),
    address: z.string().trim().max(120).nullish(),
    intro: z.string().trim().max(500).nullish(),
    nameEn: z.string().trim().max(120).nullish(),
    disciplines: z.array(z.string().trim().min(2).max(30)).max(40).nullish(),
  })
  .meta({ id: 'OrganisationEditInput' });

import { z } from 'zod';
import { TechField } from '../codes.js';
import { ContractStatus } from './machine.js';
import { ContractClass5, ContractType } from './rules.js';

/** What a certificate says of its contract today. */
export const CertificateState = z.enum(['VALID', 'CHANGED', 'PERFORMED', 'DEREGISTERED', 'REVOKED']).meta({ id: 'CertificateState' });
export type CertificateState = z.infer<typeof CertificateState>;

/** Of a contract that has its number: what its certificate says. */
export function certificateState(status: ContractStatus, registeredVersion: number): CertificateState {
  if (status === 'PERFORMED' || status === 'DEREGISTERED' || status === 'REVOKED') return status;
  return registeredVersion > 1 ? 'CHANGED' : 'VALID';
}

/** What the public register is narrowed by; the year is that of registration in Asia/Shanghai. */
export const registerFilter = z
  .object({
    year: z.number().int().min(2000).max(2100).nullish(),
    contractClass: ContractClass5.nullish(),
    techField: TechField.nullish(),
    branchId: z.uuid().nullish(),
  })
  .meta({ id: 'RegisterFilterInput' });
export type RegisterFilter = z.output<typeof registerFilter>;

export const contractFilter = z
  .object({
    status: z.array(ContractStatus).max(14).nullish(),
    text: z.string().trim().max(60).nullish(),
    /** Only what waits for a step of one's own side. */
    waiting: z.boolean().nullish(),
  })
  .meta({ id: 'ContractFilterInput' });
export type ContractFilter = z.output<typeof contractFilter>;

/** The types that a class of the statistics holds. */
export function typesOfClass(contractClass: ContractClass5): ContractType[] {
  return ContractType.options.filter((type) => type.startsWith(contractClass));
}

import { z } from 'zod';
import { contractDraft } from '../../contracts/rules.js';

/** Clauses that stand only in the text; what the register needs (subject, price, ownership …) is a field of the contract and not written twice. */
export const ClauseKey = z
  .enum([
    'patent',
    'licenceScope',
    'plan',
    'materials',
    'cooperation',
    'teachers',
    'transferRegistration',
    'warranty',
    'risk',
    'improvements',
    'newResults',
    'definitions',
    'breach',
    'dispute',
    'contacts',
    'other',
  ])
  .meta({ id: 'ClauseKey' });
export type ClauseKey = z.infer<typeof ClauseKey>;

const text = z.string().trim().max(4000).optional();
/** What the parties have written: '' is not decided yet, 无 is decided to be nothing. */
export const contractClauses = z
  .object(Object.fromEntries(ClauseKey.options.map((key) => [key, text])) as Record<ClauseKey, typeof text>)
  .meta({ id: 'ContractClausesInput' });
export type ContractClauses = z.output<typeof contractClauses>;

/** The whole draft: the fields of the register and the clauses beside them. */
export const contractTextDraft = contractDraft.safeExtend({ clauses: contractClauses }).meta({ id: 'ContractTextInput' });
export type ContractTextDraft = z.output<typeof contractTextDraft>;

/** How “nothing is agreed here” is written (filling note of the model texts). */
export const noneWord = '无';

/** How a signed contract came in: photographed or scanned paper, or a PDF that carries seals of its own. */
export const SignedCopyKind = z.enum(['SCAN', 'SEALED_PDF']).meta({ id: 'SignedCopyKind' });
export type SignedCopyKind = z.infer<typeof SignedCopyKind>;

import { z } from 'zod';
import { addMonths, nextWorkingDay } from '../calendar.js';
import type { ContractType } from '../contracts/rules.js';
import { citationOf, type RuleBook, type RuleUse } from '../rules/book.js';

/** What the law or the registration leaves to do: 专利权转让登记, 许可备案, 税务机关通报 of a revocation. */
export const FollowUpKind = z.enum(['PATENT_TRANSFER', 'APPLICATION_TRANSFER', 'LICENCE_FILING', 'TAX_NOTICE']).meta({ id: 'FollowUpKind' });
export type FollowUpKind = z.infer<typeof FollowUpKind>;
export type FollowUp = { kind: FollowUpKind; dueOn: string | null; rule: RuleUse | null };

/**
 * The tasks that follow from a registered contract. A transfer takes effect only with its registration (专利法 Art 10), without a term of the law;
 * a licence is filed within the months of LICENCE_FILING from its effect (专利法实施细则 Art 15).
 */
export function followUpsOf(contract: { type: ContractType; signedOn: string; startsOn: string | null }, book: RuleBook): FollowUp[] {
  switch (contract.type) {
    case 'TRANSFER_PATENT_RIGHT':
      return [{ kind: 'PATENT_TRANSFER', dueOn: null, rule: null }];
    case 'TRANSFER_PATENT_APPLICATION':
      return [{ kind: 'APPLICATION_TRANSFER', dueOn: null, rule: null }];
    case 'LICENSE_PATENT': {
      const effect = contract.startsOn !== null && contract.startsOn > contract.signedOn ? contract.startsOn : contract.signedOn;
      const filing = book.on('LICENCE_FILING', effect);
      return [{ kind: 'LICENCE_FILING', dueOn: filing ? nextWorkingDay(addMonths(effect, filing.value.months)) : null, rule: filing ? citationOf(filing) : null }];
    }
    default:
      return [];
  }
}

/** The one-year clock of a result that nobody uses: from the day rights in it were granted, or from the day it was published. */
export type DormantClock = { dormantOn: string; daysLeft: number; rule: RuleUse };
export function dormantClock(start: string, book: RuleBook, today: string): DormantClock | null {
  const rule = book.on('DORMANT', today);
  if (!rule) return null;
  const dormantOn = addMonths(start, rule.value.months);
  return { dormantOn, daysLeft: Math.round((Date.parse(dormantOn) - Date.parse(today)) / 86_400_000), rule: citationOf(rule) };
}

export const followUpDone = z
  .object({ id: z.uuid(), version: z.number().int(), doneOn: z.iso.date().meta({ scalar: 'String' }), note: z.string().trim().min(2).max(300), fileId: z.uuid().nullish() })
  .meta({ id: 'FollowUpDoneInput' });
export type FollowUpDone = z.output<typeof followUpDone>;
